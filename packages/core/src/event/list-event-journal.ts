import type { Core } from "../core.ts";
import type { EventId } from "../ids.ts";
import type { JournalEntry } from "../journal/journal.ts";
import { listJournal } from "../journal/list-journal.ts";
import type { Page } from "../page-of.ts";
import type { Actor } from "../user/user.ts";
import { getOwnEvent } from "./get-event.ts";

type Input = { event_id: EventId; limit: number; cursor?: string | undefined };

/** Who did what with an event, newest first, for its organizer. Throws EVENT_NOT_FOUND, FORBIDDEN, INVALID_CURSOR. */
export async function listEventJournal(core: Core, actor: Actor, input: Input): Promise<Page<JournalEntry>> {
  const { event_id } = await getOwnEvent(core, actor, input.event_id);
  return listJournal(core, event_id, input);
}
