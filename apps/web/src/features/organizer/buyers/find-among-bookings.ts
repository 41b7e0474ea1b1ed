import type { SoldBooking } from "@evently/core/analytics";
import type { SeatLabel } from "@evently/core/seat";
import { nameSeat } from "@evently/core/seat/name-seats.rules";

/** The bookings whose id, seats or buyer contain the typed text, ignoring case. */
export function findAmongBookings(bookings: readonly SoldBooking[], typed: string): readonly SoldBooking[] {
  const text = typed.trim().toLowerCase();
  if (text === "") return bookings;
  return bookings.filter(({ booking_id, user_id, lines, buyer }) =>
    [booking_id, user_id, buyer.email ?? "", buyer.name ?? "", ...lines.flatMap(spellSeat)].some((field) =>
      field.toLowerCase().includes(text),
    ),
  );
}

/** A seat as it is printed, and in the short forms that people type: "B-10", "B 10", "B10". */
function spellSeat(seat: SeatLabel): string[] {
  const { row_label, seat_label } = seat;
  return [nameSeat(seat), ...["-", " ", ""].map((gap) => `${row_label}${gap}${seat_label}`)];
}

/** The buyer's name, else their e-mail address. */
export function nameBuyer({ buyer, user_id }: Pick<SoldBooking, "buyer" | "user_id">): string {
  return buyer.name || buyer.email || `Guest ${user_id.replace(/^user-0*/, "")}, no e-mail`;
}
