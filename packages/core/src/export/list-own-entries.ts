import type { Core } from "../core.ts";
import type { EventId, OwnerId, VenueId } from "../ids.ts";
import { entriesOf, toJournalEntry } from "../journal/journal.table.ts";
import { ownersFor } from "../organization/may.ts";
import { queryItems } from "../table/query-items.ts";
import type { User } from "../user/user.ts";
import { listOwned } from "./list-owned.ts";
import type { UserExport } from "./user-export.ts";

/** How many entries of one subject are read, its newest, and how many of all of them: a journal may be longer than a life. */
const [mostOfOne, mostOfAll] = [2_000, 100_000];

type Entry = UserExport["journal"][number];

/**
 * Of the account's journal everything; of those of what they manage, and of `known`, what they did themselves, as far as the
 * last entries tell. Throws UNAVAILABLE.
 */
export async function* listOwnEntries(
  core: Core,
  user: Pick<User, "user_id" | "role" | "memberships">,
  known: Iterable<EventId>,
): AsyncGenerator<Entry> {
  const { user_id } = user;
  for await (const item of queryItems(core.table, entriesOf(user_id)))
    yield { subject: user_id, ...toJournalEntry(item) };
  let read = 0;
  for (const subject of await listSubjects(core, user, known)) {
    if (read >= mostOfAll) return;
    let ofThis = 0;
    for await (const item of queryItems(core.table, { ...entriesOf(subject), newestFirst: true })) {
      if (item.actor_id === user_id) yield { subject, ...toJournalEntry(item) };
      if (++ofThis === mostOfOne) break;
    }
    read += ofThis;
  }
}

/** Other members' tasks leave next to nothing there that is their own. */
async function listSubjects(
  { table }: Core,
  user: Pick<User, "user_id" | "role" | "memberships">,
  known: Iterable<EventId>,
): Promise<Set<EventId | VenueId | OwnerId>> {
  const joined = Object.keys(user.memberships ?? {}) as OwnerId[];
  const subjects = new Set<EventId | VenueId | OwnerId>([...known, ...joined]);
  const owners = ownersFor(user, "manager");
  for await (const id of listOwned<EventId>(table, owners, "event-")) subjects.add(id);
  for await (const id of listOwned<VenueId>(table, owners, "venue-")) subjects.add(id);
  return subjects;
}
