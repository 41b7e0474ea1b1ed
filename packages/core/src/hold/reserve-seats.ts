import { hasPaid } from "../booking/has-paid.ts";
import type { Core } from "../core.ts";
import { isFailure } from "../errors.ts";
import type { StoredEvent } from "../event/event.table.ts";
import type { Reservation } from "../network/unpaid-seats.ts";
import type { Actor } from "../user/user.ts";

const nothing: Reservation = { keep: () => undefined, close: () => undefined };

/**
 * Counts seats as their network's before they are held. Somebody who has paid for a booking may go beyond what
 * others of the network have taken; that is read only for whom the limit would refuse. Throws NETWORK_LIMIT.
 */
export async function reserveSeats(core: Core, actor: Actor, event: StoredEvent, seats: number): Promise<Reservation> {
  const { network } = actor;
  if (!network) return nothing;
  try {
    return await core.unpaidSeats.reserve(event, { network, seats });
  } catch (error) {
    if (!isFailure(error, "NETWORK_LIMIT") || !(await hasPaid(core.table, actor.user_id))) throw error;
    return core.unpaidSeats.reserve(event, { network, seats, isExempt: true });
  }
}
