import type { Core } from "../core.ts";
import type { VenueId } from "../ids.ts";
import type { JournalEntry } from "../journal/journal.ts";
import { listJournal } from "../journal/list-journal.ts";
import type { Page } from "../page-of.ts";
import type { Actor } from "../user/user.ts";
import { getOwnVenue } from "./get-venue.ts";

type Input = { venue_id: VenueId; limit: number; cursor?: string | undefined };

/** Who did what with a venue, newest first, for its owner. Throws VENUE_NOT_FOUND, FORBIDDEN, INVALID_CURSOR. */
export async function listVenueJournal(core: Core, actor: Actor, input: Input): Promise<Page<JournalEntry>> {
  const { venue_id } = await getOwnVenue(core, actor, input.venue_id);
  return listJournal(core, venue_id, input);
}
