import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { ownerOf } from "../organization/may.ts";
import { asBulk } from "../table/as-bulk.ts";
import { type Creation, isBulk } from "../user/creation.table.ts";
import { resumeCreating, whileCreating } from "../user/while-creating.ts";
import { copySeats } from "./copy-seats.ts";

/** The creation of an event's seats, and of those of its copies: the first of `events`. */
export const creationOf = (
  event: Pick<StoredEvent, "owner_id" | "organization_id" | "event_id" | "seat_count">,
  events = 1,
): Creation => ({ owner_id: ownerOf(event), id: event.event_id, seats: events * event.seat_count });

/** Copies a draft's seats within the request that decided it, where the creation was taken if it is bulk. */
export function createSeats(core: Core, draft: StoredEvent): Promise<StoredEvent> {
  return whileCreating(core, creationOf(draft), () => copyInTurn(core, draft));
}

/** The same within a later request. Throws CREATION_RUNNING. */
export function resumeSeats(core: Core, draft: StoredEvent): Promise<StoredEvent> {
  return resumeCreating(core, creationOf(draft), () => copyInTurn(core, draft));
}

function copyInTurn(core: Core, draft: StoredEvent): Promise<StoredEvent> {
  // How many the hall had that it leaves is not known.
  const bulk = asBulk(core, draft.clearing ? undefined : draft.seat_count);
  const copy = () => copySeats(bulk, draft);
  return isBulk(creationOf(draft)) ? core.inCreation(copy) : copy();
}
