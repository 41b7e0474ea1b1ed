import { BookingRow } from "./booking-row";
import type { BookingGroups, ListedBooking } from "./group-bookings";

type Props = { title: string; bookings: readonly ListedBooking[]; kind: keyof BookingGroups };

export function BookingGroup({ title, bookings, kind }: Props) {
  if (bookings.length === 0) return null;
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind} className="display flex items-baseline gap-3 border-ink border-b pb-2 font-semibold text-28">
        {title}
        <span className="figures font-sans font-normal text-16 text-soft tracking-normal">{bookings.length}</span>
      </h2>
      <ul className="divide-y divide-line">
        {bookings.map(({ booking, event }) => (
          <BookingRow key={booking.booking_id} booking={booking} event={event} kind={kind} />
        ))}
      </ul>
    </section>
  );
}
