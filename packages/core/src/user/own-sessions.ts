import type { Core } from "../core.ts";
import type { UserId } from "../ids.ts";
import { keys, sessionIdOf, sessionsFrom } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { sessionSeconds } from "./session.rules.ts";
import { type StoredSession, toSession } from "./session.table.ts";
import { readToken } from "./session-token.ts";
import { endSessions } from "./user.table.ts";
import type { Actor, Role, SessionId, SessionView } from "./user.ts";
import { toVersions } from "./versions.ts";

type Own = { session_id: SessionId; session: StoredSession };

/**
 * Where somebody is signed in, used last first; `token` is the one that asks. Those of the version before are not listed:
 * they end with all others, and by themselves after 30 days. Throws UNAVAILABLE.
 */
export async function listSessions(core: Core, { user_id, role }: Actor, token: string): Promise<SessionView[]> {
  const current = readToken(token);
  const now = core.clock();
  const [user, own] = await Promise.all([readItem(core.table, keys.user(user_id)), readOwn(core, user_id)]);
  const { session_version } = toVersions(user);
  return own
    .filter(({ session }) => session.session_version >= session_version && endOf(session, role) >= now)
    .sort((a, b) => b.session.last_used_at - a.session.last_used_at)
    .map(({ session_id, session }) => ({
      session_id,
      created_at: session.created_at,
      last_used_at: toInstant(session.last_used_at),
      expires_at: toInstant(endOf(session, role)),
      current: current !== null && sessionIdOf(current.hash) === session_id,
      device: session.device,
    }));
}

/** Ends one of the caller's sessions; one that has ended, or is nobody's, is no error. Throws UNAVAILABLE. */
export async function endOwnSession(core: Core, { user_id }: Actor, session_id: SessionId): Promise<void> {
  const hash = session_id.slice(sessionsFrom.length);
  await transact(core.table, [{ remove: keys.session(user_id, hash) }]);
  core.sessions.forget(hash);
}

/** Ends all sessions of the caller in one write, also those of the version before. Throws UNAVAILABLE. */
export async function endAllSessions(core: Core, { user_id }: Actor): Promise<void> {
  const before = await readOwn(core, user_id);
  await transact(core.table, [endSessions(user_id)]);
  core.sessions.forgetAll(user_id);
  core.background.run(removeEnded(core, user_id, before));
}

/** Removes what is left of the sessions of somebody who is nobody any more. Throws UNAVAILABLE. */
export const removeSessions = async (core: Core, user_id: UserId): Promise<void> =>
  removeEnded(core, user_id, await readOwn(core, user_id));

/** They are dead already. */
async function removeEnded(core: Core, user_id: UserId, ended: readonly Own[]): Promise<void> {
  for (let from = 0; from < ended.length; from += portion) {
    const hashes = ended.slice(from, from + portion).map(({ session_id }) => session_id.slice(sessionsFrom.length));
    await transact(
      core.table,
      hashes.map((hash) => ({ remove: keys.session(user_id, hash) })),
    );
  }
}

const portion = 25;

const endOf = ({ renewed_at }: StoredSession, role: Role): number => renewed_at + sessionSeconds(role);

async function readOwn({ table }: Core, user_id: UserId): Promise<Own[]> {
  const own: Own[] = [];
  for await (const item of queryItems(table, { partition: user_id, from: sessionsFrom, consistent: true })) {
    const session_id = String(item.sk);
    // What an organizer owns comes behind.
    if (!session_id.startsWith(sessionsFrom)) break;
    own.push({ session_id: session_id as SessionId, session: toSession(item) });
  }
  return own;
}
