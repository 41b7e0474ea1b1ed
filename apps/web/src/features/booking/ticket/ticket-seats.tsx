import type { LabeledLine } from "@evently/core/seat";
import { groupSeats, listLabels, nameSeats, type SeatGroup } from "@evently/core/seat/name-seats.rules";
import clsx from "clsx";
import { groupByFeature } from "~/features/hall/seat-features";

/** Section, row and seats, readable at arm's length; one line per row. */
export function TicketSeats({ lines, isVoid }: { lines: readonly LabeledLine[]; isVoid: boolean }) {
  const featured = groupByFeature(lines);
  return (
    <ul
      className={clsx(
        "flex flex-col divide-y divide-line border-line border-t",
        isVoid && "text-soft [&_dd]:line-through",
      )}
    >
      {groupSeats(lines).map((group) => (
        <li key={`${group.section} ${group.row_label}`} className="py-4 last:pb-0">
          <Seats group={group} />
        </li>
      ))}
      {featured.length > 0 ? (
        <li className="flex flex-col gap-1 py-4 text-14 last:pb-0">
          {featured.map(({ name, seats }) => (
            <p key={name}>{seats.length === lines.length ? name : `${name}: ${nameSeats(seats)}`}</p>
          ))}
        </li>
      ) : null}
    </ul>
  );
}

function Seats({ group: { section, row_label, seat_labels } }: { group: SeatGroup }) {
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3">
      {section ? (
        <div className="basis-full">
          <dt className="text-14 text-soft">Section</dt>
          <dd className="display font-semibold text-28">{section}</dd>
        </div>
      ) : null}
      {row_label ? (
        <div>
          <dt className="text-14 text-soft">Row</dt>
          <dd className="display figures font-semibold text-48 lg:text-64 print:text-48">{row_label}</dd>
        </div>
      ) : null}
      <div>
        <dt className="text-14 text-soft">{seat_labels.length === 1 ? "Seat" : "Seats"}</dt>
        <dd className="display figures font-semibold text-48 lg:text-64 print:text-48">{listLabels(seat_labels)}</dd>
      </div>
    </dl>
  );
}
