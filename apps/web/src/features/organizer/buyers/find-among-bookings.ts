import type { SoldBooking } from "@evently/core/analytics";

/** Those of the bookings whose id, seats or buyer hold what was typed, whatever its capitals. */
export function findAmongBookings(bookings: readonly SoldBooking[], typed: string): readonly SoldBooking[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return bookings;
  return bookings.filter(({ booking_id, user_id, seats, buyer }) =>
    [booking_id, user_id, buyer.email ?? "", buyer.name ?? "", ...seats].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  );
}

/** Whose booking it is, as far as they told. */
export function nameBuyer({ buyer, user_id }: Pick<SoldBooking, "buyer" | "user_id">): string {
  return buyer.name || buyer.email || `Guest ${user_id.replace(/^user-0*/, "")}, no e-mail`;
}
