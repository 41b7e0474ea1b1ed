import { formatDay } from "@evently/core/format/format-time";
import { Field } from "~/ui/field/field";
import { useDateStyle } from "~/ui/format/use-date-style";
import { type Filters, hasReversedDates } from "./filters";
import { useToday } from "./use-today";

type Props = { filters: Filters; change: (changes: Partial<Filters>) => void };

/** First and last day, both optional. A default export, since it is loaded when it is opened. */
export default function DateRangeFields({ filters, change }: Props) {
  const today = useToday() ?? undefined;
  const style = useDateStyle();
  // The field itself writes dates as the browser's language does, which may not be that of the visitor's dates.
  const nameDay = (date: string) => (date === "" ? undefined : formatDay(date, "UTC", style));
  return (
    <div id="date-range" className="flex flex-wrap items-start gap-4">
      <Field
        label="First day"
        type="date"
        min={today}
        value={filters.from}
        onChange={(event) => change({ from: event.target.value })}
        hint={nameDay(filters.from)}
        className="w-44"
      />
      <Field
        label="Last day"
        type="date"
        min={filters.from || today}
        value={filters.to}
        onChange={(event) => change({ to: event.target.value })}
        hint={nameDay(filters.to)}
        fault={
          hasReversedDates(filters) ? `${nameDay(filters.to)} is before the first day, so it doesn’t count.` : undefined
        }
        className="w-44"
      />
    </div>
  );
}
