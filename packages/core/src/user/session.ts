import { createHash, randomBytes } from "node:crypto";
import type { Core } from "../core.ts";
import type { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { type Action, transact } from "../table/transact.ts";
import { putSession } from "./user.table.ts";
import type { Actor, User } from "./user.ts";

/** How long a session lasts, in seconds. */
export const sessionSeconds = 30 * 86_400;

/** A session to be written: `token` is returned once; the table and this process keep only its hash. */
export type NewSession = { token: string; write: Action; remember(core: Core): void };

/** A new session of a user, starting at `now` (epoch seconds). Call `remember` once it is written. */
export function openSession(user: User, now: number): NewSession {
  const token = randomBytes(32).toString("base64url");
  const ends_at = Math.ceil(now) + sessionSeconds;
  const actor = { user_id: user.user_id, role: user.role };
  return {
    token,
    write: putSession(hash(token), user, ends_at),
    remember: (core) => core.sessions.remember(hash(token), { actor, ends_at }),
  };
}

/**
 * The user of a session token; null if it is unknown or has expired. Every authentication, of guests and accounts, uses
 * this.
 */
export async function resolveActor(core: Core, token: string): Promise<Actor | null> {
  const session = await core.sessions.find(hash(token));
  return session && session.ends_at >= core.clock() ? session.actor : null;
}

/** Who a session belongs to, as far as this process remembers; null for one that it has not met, or that has expired. */
export function recallUser(core: Pick<Core, "sessions" | "clock">, token: string): UserId | null {
  const session = core.sessions.recall(hash(token));
  return session && session.ends_at >= core.clock() ? session.actor.user_id : null;
}

/**
 * Ends a session: in this process at once, in others within two seconds; an unknown token is no error. Throws
 * UNAVAILABLE if it is unknown whether the session has ended.
 */
export async function endSession(core: Core, token: string): Promise<void> {
  await transact(core.table, [removeSession(token)]);
  forgetSession(core, token);
}

export function removeSession(token: string): Action {
  return { remove: keys.session(hash(token)) };
}

/** Call once the removal of the session is written. */
export function forgetSession(core: Core, token: string): void {
  core.sessions.forget(hash(token));
}

function hash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
