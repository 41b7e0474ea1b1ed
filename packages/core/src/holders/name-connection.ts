import { createHash } from "node:crypto";
import type { Connection } from "../hold/hold.ts";
import type { EventId } from "../ids.ts";
import type { Network } from "../network/network.ts";

/** A network and the one around it, if that counts too, as an event's organizer knows them. */
type Named = { connection: Connection; wider: Connection | null };

/** At each event by another name, from which nobody finds the address. */
export function nameConnection(event_id: EventId, { near, wide }: Network): Named {
  const name = (key: string) => createHash("sha256").update(`connection ${event_id} ${key}`).digest("hex").slice(0, 10);
  return { connection: name(near), wider: wide === null ? null : name(wide) };
}
