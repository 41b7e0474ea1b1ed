import type { Core } from "../core.ts";
import type { UserId } from "../ids.ts";
import type { Page } from "../page-of.ts";
import { getUser } from "../user/get-user.ts";
import type { Actor } from "../user/user.ts";
import type { JournalEntry } from "./journal.ts";
import { listJournal } from "./list-journal.ts";

/** What was done to an account, newest first, for its owner. Throws USER_NOT_FOUND, INVALID_CURSOR. */
export async function listAccountJournal(
  core: Core,
  actor: Actor,
  { user_id, ...page }: { user_id: UserId; limit: number; cursor?: string | undefined },
): Promise<Page<JournalEntry>> {
  await getUser(core, actor, { user_id });
  return listJournal(core, user_id, page);
}
