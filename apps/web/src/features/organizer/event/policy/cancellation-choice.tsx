import { Field } from "~/ui/field/field";
import { Choices } from "../../form/choices";
import type { FormFaults } from "../../form/use-form-faults";
import type { EventDraft, UpdateDraft } from "../event-draft";

type Props = { draft: EventDraft; faults: FormFaults; update: UpdateDraft };

/** What buyers may do who change their mind. */
export function CancellationChoice({ draft, faults, update }: Props) {
  return (
    <section aria-labelledby="cancellation-heading" className="flex flex-col gap-4">
      <h2 id="cancellation-heading" className="display font-semibold text-22">
        Cancelling
      </h2>
      <Choices
        legend="Buyers may cancel"
        name="cancellation"
        chosen={draft.cancellation}
        onChoose={(cancellation) => update({ cancellation }, "cancellation")}
      >
        {{ start: "Until the event begins", notice: "Until some hours before", never: "Not at all" }}
      </Choices>
      {draft.cancellation === "notice" ? (
        <Field
          label="Hours before it begins"
          name="notice"
          inputMode="numeric"
          autoComplete="off"
          value={draft.notice}
          fault={faults.notice}
          onChange={({ currentTarget }) => update({ notice: currentTarget.value }, "notice")}
          className="max-w-[20rem]"
        />
      ) : null}
      {draft.cancellation === "never" ? null : (
        <Field
          label="Percent of the price that they get back"
          name="percent"
          hint={describeKept(draft.percent)}
          inputMode="numeric"
          autoComplete="off"
          value={draft.percent}
          fault={faults.percent}
          onChange={({ currentTarget }) => update({ percent: currentTarget.value }, "percent")}
          className="max-w-[20rem]"
        />
      )}
      <p className="text-14 text-soft">
        A booking keeps what applied when its seats were held. If you call the event off, everybody gets everything
        back.
      </p>
    </section>
  );
}

const describeKept = (percent: string): string =>
  percent.trim() === "100" ? "100 is the whole price." : "The rest stays with you.";
