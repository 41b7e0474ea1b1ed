import type { ReactNode } from "react";
import { Field } from "~/ui/field/field";
import type { FormFaults } from "../form/use-form-faults";
import type { EventDraft } from "./event-draft";
import type { PutDraft } from "./event-form";

type Props = { draft: EventDraft; faults: FormFaults; put: PutDraft; zone: string };

/** From when until when seats can be bought. */
export function SaleWindow({ draft, faults, put, zone }: Props) {
  const time = (name: "sales_start" | "sales_end", label: string) => (
    <Field
      label={label}
      type="datetime-local"
      name={name}
      value={draft[name]}
      fault={faults[name]}
      hint={`By the clocks of ${zone}.`}
      className="max-w-[20rem]"
      onChange={({ currentTarget }) => put({ [name]: currentTarget.value }, name)}
    />
  );
  return (
    <section aria-labelledby="sale-heading" className="flex flex-col gap-6">
      <h2 id="sale-heading" className="display font-semibold text-22">
        The sale
      </h2>
      <Choices legend="Opens" name="opens" chosen={draft.opens} onChoose={(opens) => put({ opens }, "opens")}>
        {{ now: "As soon as the event is published", later: "At a time of its own" }}
      </Choices>
      {draft.opens === "later" ? time("sales_start", "Sale opens") : null}
      <Choices legend="Ends" name="closes" chosen={draft.closes} onChoose={(closes) => put({ closes }, "closes")}>
        {{ start: "When the event begins", earlier: "Earlier" }}
      </Choices>
      {draft.closes === "earlier" ? time("sales_end", "Sale ends") : null}
    </section>
  );
}

type ChoicesProps<V extends string> = {
  legend: string;
  name: string;
  chosen: V;
  onChoose: (value: V) => void;
  /** The words of each choice. */
  children: Record<V, ReactNode>;
};

function Choices<V extends string>({ legend, name, chosen, onChoose, children }: ChoicesProps<V>) {
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="pb-1 font-medium text-14">{legend}</legend>
      {(Object.entries(children) as [V, ReactNode][]).map(([value, words]) => (
        <label key={value} className="flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
            className="size-5 shrink-0 accent-curtain"
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
