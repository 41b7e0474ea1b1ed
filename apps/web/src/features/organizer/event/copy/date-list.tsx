import { Button } from "~/ui/button";
import { Field } from "~/ui/field/field";
import { formatCount } from "~/ui/format/format-count";
import type { FormFaults } from "../../form/use-form-faults";
import { dateControl } from "./read-dates";

type Props = {
  dates: readonly string[];
  faults: FormFaults;
  zone: string;
  onChange: (dates: string[], part?: string) => void;
};

/** The dates to copy to, each of which can be changed or taken out. */
export function DateList({ dates, faults, zone, onChange }: Props) {
  const change = (index: number, date: string) =>
    onChange(
      dates.map((other, at) => (at === index ? date : other)),
      dateControl(index),
    );
  return (
    <section aria-labelledby="dates-heading" className="flex flex-col gap-4">
      <h2 id="dates-heading" className="display font-semibold text-22">
        <span>
          {dates.length === 0
            ? "No dates yet"
            : `${formatCount(dates.length)} ${dates.length === 1 ? "date" : "dates"}`}
        </span>
      </h2>
      <p className="text-14 text-soft">Time zone: {zone}</p>
      <ol className="flex flex-col gap-3">
        {dates.map((date, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two dates may be typed alike for a moment.
          <li key={index} className="flex flex-wrap items-end gap-3">
            <Field
              label={`Date ${index + 1}`}
              type="datetime-local"
              name={dateControl(index)}
              value={date}
              fault={faults[dateControl(index)]}
              onChange={({ currentTarget }) => change(index, currentTarget.value)}
              className="min-w-0 grow basis-56"
            />
            <Button variant="plain" onClick={() => onChange(dates.filter((_, at) => at !== index))}>
              Remove<span className="sr-only"> date {index + 1}</span>
            </Button>
          </li>
        ))}
      </ol>
      <Button className="self-start" onClick={() => onChange([...dates, ""])}>
        Add a date
      </Button>
    </section>
  );
}
