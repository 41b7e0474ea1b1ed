import { createHash, randomBytes } from "node:crypto";
import type { Core } from "../core.ts";
import { keys } from "../table/keys.ts";
import { type Action, transact } from "../table/transact.ts";
import { putSession } from "./user.table.ts";
import type { Actor, User } from "./user.ts";

/** How long a session lasts, seconds. */
export const sessionSeconds = 30 * 86_400;

/** A session that is to be written: `token` is answered once, the table and this process know its hash alone. */
export type NewSession = { token: string; write: Action; remember(core: Core): void };

/** A new session of a user from `now` (epoch seconds) on. `remember` it once it is written. */
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

/** Who a token stands for; null for one that is unknown or has ended. Every way in, accounts too, goes through here. */
export async function resolveActor(core: Core, token: string): Promise<Actor | null> {
  const session = await core.sessions.find(hash(token));
  return session && session.ends_at >= core.clock() ? session.actor : null;
}

/**
 * Ends a session: in this process at once, in the others within two seconds; a token that stands for nothing is no error.
 * Throws UNAVAILABLE: then nobody knows whether it has ended.
 */
export async function endSession(core: Core, token: string): Promise<void> {
  await transact(core.table, [removeSession(token)]);
  forgetSession(core, token);
}

export function removeSession(token: string): Action {
  return { remove: keys.session(hash(token)) };
}

/** To be called once a session's removal is written. */
export function forgetSession(core: Core, token: string): void {
  core.sessions.forget(hash(token));
}

function hash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
