import type { Core } from "../core.ts";
import { findContacts } from "../user/find-contacts.ts";
import type { Contact } from "../user/user.ts";
import type { Booking } from "./booking.ts";

type Bought = Pick<Booking, "user_id" | "buyer">;

/** The buyers of bookings: as stated in each, or of their accounts where the version before stated none. Throws UNAVAILABLE. */
export async function findBuyers(
  { table }: Pick<Core, "table">,
  bookings: readonly Bought[],
): Promise<(booking: Bought) => Contact> {
  const contactOf = await findContacts(
    table,
    bookings.flatMap(({ buyer, user_id }) => (buyer ? [] : user_id)),
  );
  return ({ buyer, user_id }) => buyer ?? contactOf(user_id);
}
