import { createHash } from "node:crypto";
import type { EventId } from "../ids.ts";
import type { Network } from "../network/network.ts";

/** How a network is named to an event's organizer: another name at each event, from which nobody finds its address. */
export function nameConnection(event_id: EventId, { near }: Network): string {
  return createHash("sha256").update(`connection ${event_id} ${near}`).digest("hex").slice(0, 10);
}
