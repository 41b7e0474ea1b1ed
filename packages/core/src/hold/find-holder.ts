import { findBooking } from "../booking/get-booking.ts";
import type { Core } from "../core.ts";
import type { HoldingId } from "../ids.ts";
import type { Actor } from "../user/user.ts";
import { findHolding } from "./get-hold.ts";
import { isExpired } from "./hold.rules.ts";

/**
 * Who asks for a hold: the guest that the caller was before they signed in, where it is that guest's and open, or booked and not
 * moved yet; else the caller. Throws UNAVAILABLE.
 */
export async function findHolder(
  core: Core,
  { actor, guest }: { actor: Actor | null; guest: Actor },
  holding_id: HoldingId,
): Promise<Actor | null> {
  const holding = await findHolding(core, holding_id);
  if (holding?.user_id !== guest.user_id) return actor;
  if (holding.state === "paying") return guest;
  if (holding.state === "active") return isExpired(holding, core.clock()) ? actor : guest;
  const booking = holding.booking_id === null ? null : await findBooking(core, holding.booking_id);
  return booking?.user_id === guest.user_id ? guest : actor;
}
