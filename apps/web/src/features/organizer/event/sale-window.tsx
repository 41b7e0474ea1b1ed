import { Choices } from "../form/choices";
import type { FormFaults } from "../form/use-form-faults";
import type { EventDraft, UpdateDraft } from "./event-draft";
import { ZonedTimeField } from "./zoned-time-field";

type Props = {
  draft: EventDraft;
  faults: FormFaults;
  update: UpdateDraft;
  zone: string;
  /** A saved event has a time at which its sale opens, or opened. */
  isSaved?: boolean;
};

/** When seats can be bought. */
export function SaleWindow({ draft, faults, update, zone, isSaved = false }: Props) {
  const timeField = (name: "sales_start" | "sales_end", label: string) => (
    <ZonedTimeField {...{ name, label, draft, faults, update, zone }} className="max-w-[20rem]" />
  );
  return (
    <section aria-labelledby="sale-heading" className="flex flex-col gap-6">
      <h2 id="sale-heading" className="display font-semibold text-22">
        Ticket sales
      </h2>
      {isSaved ? null : (
        <Choices legend="Opens" name="opens" chosen={draft.opens} onChoose={(opens) => update({ opens }, "opens")}>
          {{ now: "As soon as the event is published", later: "At a set time" }}
        </Choices>
      )}
      {draft.opens === "later" ? timeField("sales_start", "Sale opens") : null}
      <Choices legend="Ends" name="closes" chosen={draft.closes} onChoose={(closes) => update({ closes }, "closes")}>
        {{ start: "When the event starts", set: "At another time, until the event ends" }}
      </Choices>
      {draft.closes === "set" ? timeField("sales_end", "Sale ends") : null}
    </section>
  );
}
