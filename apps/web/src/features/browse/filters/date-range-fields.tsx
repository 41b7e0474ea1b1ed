import { Field } from "~/ui/field/field";
import type { Filters } from "./filters";
import { useToday } from "./use-today";

type Props = { filters: Filters; change: (changes: Partial<Filters>) => void };

/** First and last day, both optional. */
export function DateRangeFields({ filters, change }: Props) {
  const today = useToday() ?? undefined;
  const isBackwards = filters.from !== "" && filters.to !== "" && filters.to < filters.from;
  return (
    <div id="date-range" className="flex flex-wrap items-start gap-4">
      <Field
        label="First day"
        type="date"
        min={today}
        value={filters.from}
        onChange={(event) => change({ from: event.target.value })}
        className="w-44"
      />
      <Field
        label="Last day"
        type="date"
        min={filters.from || today}
        value={filters.to}
        onChange={(event) => change({ to: event.target.value })}
        fault={isBackwards ? "The last day is before the first." : undefined}
        className="w-44"
      />
    </div>
  );
}
