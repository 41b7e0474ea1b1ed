import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { type Action, type Item, transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { toInstant } from "../time.ts";
import { sessionSeconds, useSession } from "./session.rules.ts";
import { checkSession, checkSessionBefore, putSession, touchSession } from "./session.table.ts";
import { hashOf, makeToken, readToken } from "./session-token.ts";
import { describeSession, type Session } from "./sessions.ts";
import type { Actor, User } from "./user.ts";
import { toVersions } from "./versions.ts";

/** A session to be written: `token` is returned once; the table and this process keep only its hash. */
export type NewSession = { token: string; write: Action; remember(core: Core): void };

type Opening = {
  /** The user's item as it was read, for its version; null for somebody new. */
  known: Item | null;
  /** Epoch seconds. */
  now: number;
  device: string | null;
  guest_id?: UserId | null;
};

/** A new session of a user. Call `remember` once it is written. */
export function openSession(user: User, { known, now, device, guest_id = null }: Opening): NewSession {
  const { user_id } = user;
  const token = makeToken(user_id);
  const hash = hashOf(token);
  const times = { renewed_at: now, last_used_at: now };
  const { session_version } = toVersions(known);
  const stored = { created_at: toInstant(now), ...times, session_version, device, ...(guest_id ? { guest_id } : {}) };
  return {
    token,
    write: putSession({ user_id, hash }, stored, now + sessionSeconds(user)),
    remember: (core) => core.sessions.remember(hash, describeSession(user, times, guest_id)),
  };
}

/**
 * The user of a session token; null if it is unknown or has expired, or belongs to a guest whose bookings were moved to an
 * account. Every authentication, of guests and accounts, uses this.
 */
export async function resolveActor(core: Core, token: string): Promise<Actor | null> {
  const session = await findSession(core, token);
  return session && session.merged === null ? session.actor : null;
}

/** A session that has not ended, also of a guest whose bookings were moved; null for anything else. */
export async function findSession(core: Core, token: string): Promise<Session | null> {
  const known = readToken(token);
  const session = known && (await core.sessions.find(known));
  return session && session.ends_at >= core.clock() ? session : null;
}

/** Who a session belongs to, as far as this process remembers; null for one that it has not met, or that has expired. */
export function recallUser(core: Pick<Core, "sessions" | "clock">, token: string): UserId | null {
  const known = readToken(token);
  const session = known && core.sessions.recall(known.hash);
  return session && session.ends_at >= core.clock() ? session.actor.user_id : null;
}

/**
 * Keeps a session alive that was just used: its end moves once three days of it are used. Returns for how many seconds it is good
 * from now on if that happened, else null. The write comes after the answer, and may be another process's.
 */
export function keepSession(core: Core, token: string): number | null {
  const known = readToken(token);
  const session = known && core.sessions.recall(known.hash);
  if (!known || !session?.times) return null;
  const { user_id } = session.actor;
  const times = useSession(session.times, core.clock());
  if (!times) return null;
  core.sessions.note(known.hash, times);
  const { renewed_at: was } = session.times;
  const seconds = sessionSeconds(session.actor);
  const touch = touchSession({ user_id, hash: known.hash }, { ...times, was, purge_at: times.renewed_at + seconds });
  core.background.run(updateItem(core.table, touch).then(() => undefined));
  return times.renewed_at === was ? null : seconds;
}

/**
 * Ends a session: in this process at once, in others within two seconds; an unknown token is no error. Throws
 * UNAVAILABLE if it is unknown whether the session has ended.
 */
export async function endSession(core: Core, token: string): Promise<void> {
  await transact(core.table, removeSession(token));
  forgetSession(core, token);
}

/**
 * For a transaction that fails once the session has ended, in whatever process, provided that it fails, too, once `known`, the
 * user's item, has another session version. Throws SIGN_IN_REQUIRED if it has ended already.
 */
export function requireSession(token: string, known: Item): Action {
  const read = readToken(token);
  const { session_version } = toVersions(known);
  // Sessions of the version before end with the first ending of all of their user.
  if (!read || (read.user_id === null && session_version > 0)) throw new EventlyError("SIGN_IN_REQUIRED", {});
  const { hash, user_id } = read;
  return user_id === null ? checkSessionBefore(hash) : checkSession({ user_id, hash }, session_version);
}

/** Nothing for what can't be a token. */
export function removeSession(token: string): Action[] {
  const known = readToken(token);
  if (!known) return [];
  const { hash, user_id } = known;
  return [{ remove: user_id === null ? keys.sessionBefore(hash) : keys.session(user_id, hash) }];
}

/** Call once the removal of the session is written. */
export function forgetSession(core: Core, token: string): void {
  const known = readToken(token);
  if (known) core.sessions.forget(known.hash);
}
