import type { NetworkHold } from "../network/unpaid-seats.ts";
import type { Holding } from "./hold.ts";

/** A holding as its network's unpaid seats are counted. */
export function toNetworkHold({ event_id, hold_ttl, network, lines }: Holding): NetworkHold {
  return { event_id, hold_ttl, network, seats: lines.length };
}
