import { nameFirstSeats } from "@evently/core/seat/name-seats.rules";
import { memo, useMemo, useState } from "react";
import { Button } from "~/ui/button";
import { formatCount } from "~/ui/format/format-count";
import { describeCorrections, toCorrections } from "./list-corrections";
import type { SeatEdits } from "./seat-edits";
import type { SavedSeat } from "./venue-seats";

type Props = { seats: readonly SavedSeat[]; edits: SeatEdits; doubles: readonly SavedSeat[] };

const firstLines = 20;

/** What will be saved, before and after, with counts; and what can't be. */
export const CorrectionsList = memo(function CorrectionsList({ seats, edits, doubles }: Props) {
  const [isWhole, setWhole] = useState(false);
  const lines = useMemo(() => describeCorrections(seats, edits), [seats, edits]);
  if (lines.length === 0) return <p className="text-soft">Nothing changed yet.</p>;
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="figures font-medium">
        {countCorrections(seats, edits)}
      </p>
      <ul aria-label="Changes" className="divide-y divide-line border-line border-y text-14">
        {lines.slice(0, isWhole ? lines.length : firstLines).map(({ key, before, after }) => (
          <li key={key} className="figures py-2">
            <span className="text-soft">{before}</span>
            <span className="block font-medium">
              <span aria-hidden="true">→ </span>
              <span className="sr-only">becomes </span>
              {after}
            </span>
          </li>
        ))}
      </ul>
      {lines.length > firstLines && !isWhole ? (
        <Button size="small" className="self-start" onClick={() => setWhole(true)}>
          {`Show all ${formatCount(lines.length)}`}
        </Button>
      ) : null}
      {doubles.length > 0 ? (
        <p role="alert" className="font-medium text-curtain">
          {`More than one seat would be named ${nameFirstSeats(doubles, 5)}. Give one of each pair another label.`}
        </p>
      ) : null}
    </div>
  );
});

/** "12 seats with other labels, 1 seat removed". */
function countCorrections(seats: readonly SavedSeat[], edits: SeatEdits): string {
  const { relabel, retype, properties, remove } = toCorrections(seats, edits);
  const parts = [
    [relabel.length, "with other labels"],
    [retype.length, "of another type"],
    [properties.length, "with other properties"],
    [remove.length, "removed"],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, change]) => `${formatCount(count)} ${count === 1 ? "seat" : "seats"} ${change}`)
    .join(", ");
}
