import type { SoldBooking } from "@evently/core/analytics";

/** The buyer's name, else their e-mail address. */
export function nameBuyer({ buyer, user_id }: Pick<SoldBooking, "buyer" | "user_id">): string {
  return buyer.name || buyer.email || `Guest ${user_id.replace(/^user-0*/, "")}, no e-mail`;
}
