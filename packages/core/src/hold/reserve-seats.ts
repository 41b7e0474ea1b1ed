import { hasPaid } from "../booking/has-paid.ts";
import type { Core } from "../core.ts";
import { isFailure } from "../errors.ts";
import type { StoredEvent } from "../event/event.table.ts";
import type { Reservation } from "../network/unpaid-seats.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { toUser } from "../user/user.table.ts";
import type { Actor } from "../user/user.ts";

const nothing: Reservation = { keep: () => undefined, close: () => undefined };

/**
 * Counts seats as their network's before they are held. Somebody who has paid for a booking, or whose address is verified, may go
 * beyond what others of the network have taken; that is read only for whom the limit would refuse. Throws NETWORK_LIMIT.
 */
export async function reserveSeats(core: Core, actor: Actor, event: StoredEvent, seats: number): Promise<Reservation> {
  const { network } = actor;
  if (!network) return nothing;
  try {
    return await core.unpaidSeats.reserve(event, { network, seats });
  } catch (error) {
    if (!isFailure(error, "NETWORK_LIMIT") || !(await isTrusted(core, actor))) throw error;
    return core.unpaidSeats.reserve(event, { network, seats, isExempt: true });
  }
}

async function isTrusted({ table }: Core, { user_id, role }: Actor): Promise<boolean> {
  const account = role === "guest" ? null : await readItem(table, keys.user(user_id));
  if (account && toUser(account).verified_at) return true;
  return hasPaid(table, user_id);
}
