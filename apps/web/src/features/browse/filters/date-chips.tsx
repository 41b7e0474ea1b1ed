import { CalendarDays } from "lucide-react";
import { Chip } from "~/ui/chip";
import { Icon } from "~/ui/icon";
import { type DateRange, nextMonth, thisWeek, thisWeekend } from "./date-presets";
import type { Filters } from "./filters";
import { useToday } from "./use-today";

type Props = {
  filters: Filters;
  change: (changes: Partial<Filters>) => void;
  openRange: boolean;
  setOpenRange: (open: boolean) => void;
};

const presets = [
  { label: "This week", rangeOf: thisWeek },
  { label: "This weekend", rangeOf: thisWeekend },
  { label: "Next 30 days", rangeOf: nextMonth },
] as const;

/** Presets become dates in the address, so that a shared link shows the same days tomorrow. */
export function DateChips({ filters, change, openRange, setOpenRange }: Props) {
  const today = useToday();
  const isChosen = (range: DateRange) => filters.from === range.from && filters.to === range.to;
  const isAnyDate = filters.from === "" && filters.to === "";
  const isPreset = today !== null && presets.some(({ rangeOf }) => isChosen(rangeOf(today)));
  const choose = (range: DateRange) => {
    setOpenRange(false);
    change(range);
  };
  return (
    <fieldset className="contents">
      <legend className="sr-only">Dates</legend>
      <Chip pressed={isAnyDate && !openRange} onClick={() => choose({ from: "", to: "" })}>
        Any date
      </Chip>
      {presets.map(({ label, rangeOf }) => (
        <Chip
          key={label}
          pressed={today !== null && isChosen(rangeOf(today)) && !openRange}
          disabled={today === null}
          onClick={() => today !== null && choose(rangeOf(today))}
        >
          {label}
        </Chip>
      ))}
      <Chip
        pressed={openRange || (!isAnyDate && !isPreset)}
        aria-expanded={openRange}
        aria-controls="date-range"
        onClick={() => setOpenRange(!openRange)}
      >
        <Icon icon={CalendarDays} size={16} />
        Dates
      </Chip>
    </fieldset>
  );
}
