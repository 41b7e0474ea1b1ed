import type { Core } from "../core.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import type { EventId, OwnerId, VenueId } from "../ids.ts";
import type { Page } from "../page-of.ts";
import { queryPage, queryPages } from "../table/query-items.ts";
import type { Item } from "../table/transact.ts";
import { entriesOf, toJournalEntry } from "./journal.table.ts";
import type { JournalEntry } from "./journal.ts";

type Input = { limit: number; cursor?: string | undefined };

/** What was done to an event, a venue, an organization or an account, newest first; whoever calls has checked who asks. Throws INVALID_CURSOR. */
export async function listJournal(
  core: Core,
  subject: EventId | VenueId | OwnerId,
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

/** How many entries are read to tell what changed, and how many at once. */
const mostEntries = 2_000;
const readAtOnce = 100;

/** The fields that were changed after `revision`, as far as the last entries tell: most may be of bookings cancelled since. */
export async function listChangedSince(
  core: Core,
  subject: EventId | VenueId | OwnerId,
  revision: number,
): Promise<string[]> {
  const fields = new Set<string>();
  let read = 0;
  const query = { ...entriesOf(subject), newestFirst: true, consistent: true, limit: readAtOnce };
  for await (const items of queryPages(core.table, query)) {
    const changes = items.map(toJournalEntry).filter((entry) => entry.revision !== null);
    const since = changes.filter((entry) => Number(entry.revision) > revision);
    for (const field of since.flatMap((entry) => Object.keys(entry.changes))) fields.add(field);
    read += items.length;
    if (since.length < changes.length || read >= mostEntries) break;
  }
  return [...fields].sort();
}
