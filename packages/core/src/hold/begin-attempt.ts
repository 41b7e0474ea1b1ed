import { hasPaid } from "../booking/has-paid.ts";
import type { Core } from "../core.ts";
import { isFailure } from "../errors.ts";
import type { Holding } from "./hold.ts";

/**
 * Counts an attempt to pay as one of the network that placed the hold, until the returned function is called. Whether
 * somebody has paid for a booking is read only for whom the limit would refuse. Throws NETWORK_LIMIT.
 */
export async function beginAttempt(core: Core, { network, user_id }: Holding): Promise<() => void> {
  if (!network) return () => undefined;
  // Seats that were cancelled at another process raise no limit.
  if (core.declines.isRaised(network)) await core.unpaidSeats.hearPaid(network);
  try {
    return core.declines.begin({ network, user_id });
  } catch (error) {
    if (!isFailure(error, "NETWORK_LIMIT") || core.declines.isCounted(user_id)) throw error;
    if (!(await hasPaid(core.table, user_id))) throw error;
    return core.declines.begin({ network, user_id, hasPaid: true });
  }
}
