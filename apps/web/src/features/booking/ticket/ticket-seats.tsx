import clsx from "clsx";
import { groupPlaces, listNums, type PlaceGroup, type SeatPlace } from "../seat-place";

/** Section, row and seats, readable at arm's length; one line per row. */
export function TicketSeats({ places, isVoid }: { places: readonly SeatPlace[]; isVoid: boolean }) {
  return (
    <ul
      className={clsx(
        "flex flex-col divide-y divide-line border-line border-t",
        isVoid && "text-soft [&_dd]:line-through",
      )}
    >
      {groupPlaces(places).map((group) => (
        <li key={`${group.section} ${group.row}`} className="py-4 last:pb-0">
          <Seats group={group} />
        </li>
      ))}
    </ul>
  );
}

function Seats({ group: { section, row, nums } }: { group: PlaceGroup }) {
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3">
      {section ? (
        <div className="basis-full">
          <dt className="text-14 text-soft">Section</dt>
          <dd className="display font-semibold text-28">{section}</dd>
        </div>
      ) : null}
      <div>
        <dt className="text-14 text-soft">Row</dt>
        <dd className="display figures font-semibold text-48 lg:text-64 print:text-48">{row}</dd>
      </div>
      <div>
        <dt className="text-14 text-soft">{nums.length === 1 ? "Seat" : "Seats"}</dt>
        <dd className="display figures font-semibold text-48 lg:text-64 print:text-48">{listNums(nums)}</dd>
      </div>
    </dl>
  );
}
