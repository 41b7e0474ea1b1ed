import type { Core } from "../core.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import type { EventId, VenueId } from "../ids.ts";
import type { Page } from "../page-of.ts";
import { queryPage } from "../table/query-items.ts";
import type { Item } from "../table/transact.ts";
import { entriesOf, toJournalEntry } from "./journal.table.ts";
import type { JournalEntry } from "./journal.ts";

type Input = { limit: number; cursor?: string | undefined };

/** What was done to an event or a venue, newest first; whoever calls has checked who asks. Throws INVALID_CURSOR. */
export async function listJournal(
  core: Core,
  subject: EventId | VenueId,
  { limit, cursor }: Input,
): Promise<Page<JournalEntry>> {
  const scope = `journal ${subject}`;
  const after = cursor ? (JSON.parse(openCursor(core.secret, scope, cursor)) as Item) : undefined;
  const page = await queryPage(core.table, {
    ...entriesOf(subject),
    ...{ newestFirst: true, consistent: true, limit },
    ...(after ? { after } : {}),
  });
  return {
    items: page.items.map(toJournalEntry),
    next_cursor: page.next ? sealCursor(core.secret, scope, JSON.stringify(page.next)) : null,
  };
}

/** How many entries are read to tell what changed. */
const mostEntries = 50;

/** The fields that were changed after `revision`, as far as the last entries tell. */
export async function listChangedSince(core: Core, subject: EventId | VenueId, revision: number): Promise<string[]> {
  const { items } = await listJournal(core, subject, { limit: mostEntries });
  const since = items.filter((entry) => entry.revision !== null && entry.revision > revision);
  return [...new Set(since.flatMap(({ changes }) => Object.keys(changes)))].sort();
}
