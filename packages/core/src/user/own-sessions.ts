import type { Core } from "../core.ts";
import type { UserId } from "../ids.ts";
import { keys, sessionIdOf, sessionsFrom } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { type Item, transact } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { sessionSeconds } from "./session.rules.ts";
import { type StoredSession, toSession } from "./session.table.ts";
import { readToken } from "./session-token.ts";
import { endSessions, toUser } from "./user.table.ts";
import type { Actor, SessionId, SessionView, User } from "./user.ts";
import { toVersions } from "./versions.ts";

/** How many sessions a person has, and how many records of them are read at once: a sign-in removes those beyond. */
const [mostSessions, mostRead] = [100, 500];

type Own = { session_id: SessionId; session: StoredSession };

/**
 * Where somebody is signed in, used last first; `token` is the one that asks. Those of the version before are not listed:
 * they end with all others, and by themselves after 30 days. Throws UNAVAILABLE.
 */
export async function listSessions(core: Core, { user_id }: Actor, token: string): Promise<SessionView[]> {
  const current = readToken(token);
  const now = core.clock();
  const [user, own] = await Promise.all([readItem(core.table, keys.user(user_id)), readOwn(core.table, user_id)]);
  if (!user) return [];
  const account = toUser(user);
  return own
    .filter(isAlive(user, now))
    .sort(byUse)
    .slice(0, mostSessions)
    .map(({ session_id, session }) => ({
      session_id,
      created_at: session.created_at,
      last_used_at: toInstant(session.last_used_at),
      expires_at: toInstant(endOf(session, account)),
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
  await transact(core.table, [endSessions(user_id)]);
  core.sessions.forgetAll(user_id);
  core.background.run(removeEnded(core, user_id));
}

/** Removes a person's sessions that are dead, and those used longest ago of more than are kept. */
export async function removeEnded({ table, clock }: Core, user_id: UserId): Promise<void> {
  const [user, own] = await Promise.all([readItem(table, keys.user(user_id)), readOwn(table, user_id)]);
  if (!user) return;
  const alive = own.filter(isAlive(user, clock()));
  const kept = new Set(alive.sort(byUse).slice(0, mostSessions));
  const ended = own.filter((session) => !kept.has(session));
  for (let from = 0; from < ended.length; from += portion) {
    const hashes = ended.slice(from, from + portion).map(({ session_id }) => session_id.slice(sessionsFrom.length));
    await transact(
      table,
      hashes.map((hash) => ({ remove: keys.session(user_id, hash) })),
    );
  }
}

const portion = 25;

const isAlive = (user: Item, now: number) => {
  const [{ session_version }, account] = [toVersions(user), toUser(user)];
  return ({ session }: Own): boolean => session.session_version >= session_version && endOf(session, account) >= now;
};

const byUse = (a: Own, b: Own): number => b.session.last_used_at - a.session.last_used_at;

const endOf = ({ renewed_at }: StoredSession, account: User): number => renewed_at + sessionSeconds(account);

async function readOwn(table: Table, user_id: UserId): Promise<Own[]> {
  const own: Own[] = [];
  const query = { partition: user_id, from: sessionsFrom, consistent: true, limit: mostRead };
  for await (const item of queryItems(table, query)) {
    const session_id = String(item.sk);
    // What an organizer owns comes behind.
    if (!session_id.startsWith(sessionsFrom) || own.length === mostRead) break;
    own.push({ session_id: session_id as SessionId, session: toSession(item) });
  }
  return own;
}
