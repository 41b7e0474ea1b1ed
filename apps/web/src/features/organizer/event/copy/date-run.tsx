import { mostCopies } from "@evently/core/event/limits.rules";
import { useState } from "react";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field/field";
import { NumberField } from "~/ui/field/number-field";
import { SelectField } from "~/ui/field/select-field";
import { listRun, type Rhythm, rhythms } from "./read-dates";

type Props = {
  /** The event's own start, in its venue's zone. */
  start: string;
  onAdd: (dates: string[]) => void;
};

/** Adds a run of dates: every day, week or second week after a first one. */
export function DateRun({ start, onAdd }: Props) {
  const [from, setFrom] = useState(start);
  const [rhythm, setRhythm] = useState<Rhythm>("day");
  const [count, setCount] = useState<number | null>(6);
  const isWhole = count !== null && count >= 1 && count <= mostCopies;
  return (
    <section aria-labelledby="run-heading" className="flex flex-col gap-4">
      <h2 id="run-heading" className="display font-semibold text-22">
        A run of dates
      </h2>
      <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-3">
        <Field
          label="After"
          type="datetime-local"
          name="from"
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <SelectField
          label="Every"
          name="rhythm"
          value={rhythm}
          onChange={({ currentTarget }) => setRhythm(currentTarget.value as Rhythm)}
        >
          {Object.keys(rhythms).map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </SelectField>
        <NumberField label="How many" name="count" value={count} onChange={setCount} />
      </div>
      <Button
        className="self-start"
        disabled={!isWhole || from === ""}
        onClick={() => onAdd(listRun(from, rhythm, count ?? 0))}
      >
        Add these dates
      </Button>
    </section>
  );
}
