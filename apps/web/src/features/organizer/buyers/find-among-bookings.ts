import type { SoldBooking } from "@evently/core/analytics";

/** The bookings whose id, seats or buyer contain the typed text, ignoring case. */
export function findAmongBookings(bookings: readonly SoldBooking[], typed: string): readonly SoldBooking[] {
  const text = typed.trim().toLowerCase();
  if (text === "") return bookings;
  return bookings.filter(({ booking_id, user_id, seats, buyer }) =>
    [booking_id, user_id, buyer.email ?? "", buyer.name ?? "", ...seats].some((field) =>
      field.toLowerCase().includes(text),
    ),
  );
}

/** The buyer's name, else their e-mail address. */
export function nameBuyer({ buyer, user_id }: Pick<SoldBooking, "buyer" | "user_id">): string {
  return buyer.name || buyer.email || `Guest ${user_id.replace(/^user-0*/, "")}, no e-mail`;
}
