import type { SoldBooking } from "@evently/core/analytics";
import { EmptyState } from "~/ui/empty-state";
import { describeFound, type Found } from "./describe-found";
import { SoldRow, soldColumns } from "./sold-row";

type Props = Omit<Found, "count"> & { bookings: readonly SoldBooking[]; zone: string; isFiltered: boolean };

/** What was found, or why nothing is there; what is still looked for is said. */
export function SoldList({ bookings, zone, isFiltered, ...found }: Props) {
  const { search, isLooking, hasMore } = found;
  const isEmpty = bookings.length === 0 && !isLooking && !hasMore;
  return (
    <div>
      <p role="status" className="figures pb-3 text-14 text-soft">
        {isEmpty ? null : describeFound({ ...found, count: bookings.length })}
      </p>
      {isEmpty ? <Nothing search={search} isFiltered={isFiltered} /> : null}
      {bookings.length === 0 ? null : (
        <>
          <div aria-hidden="true" className={`hidden border-ink border-b px-1 pb-2 text-14 text-soft ${soldColumns}`}>
            <span>Buyer</span>
            <span>Seats</span>
            <span>Booked</span>
            <span className="text-right">Price</span>
          </div>
          <ul aria-busy={isLooking} className="flex flex-col gap-3 md:gap-0">
            {bookings.map((booking) => (
              <SoldRow key={booking.booking_id} booking={booking} zone={zone} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Nothing({ search, isFiltered }: Pick<Props, "search" | "isFiltered">) {
  if (search !== "")
    return (
      <EmptyState title="No booking found">
        <p>
          Nothing matches “<bdi className="[overflow-wrap:anywhere]">{search}</bdi>”
          {isFiltered ? " with this status" : ""}. A seat is found by its whole name, a booking by its number, a buyer
          by any part of name or e-mail.
        </p>
      </EmptyState>
    );
  return (
    <EmptyState title={isFiltered ? "No such bookings" : "Nothing sold yet"}>
      <p>{isFiltered ? "No booking of this event has this status." : "Bookings appear here as they come in."}</p>
    </EmptyState>
  );
}
