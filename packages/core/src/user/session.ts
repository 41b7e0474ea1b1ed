import { createHash, randomBytes } from "node:crypto";
import type { Core } from "../core.ts";
import { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { type Action, transact } from "../table/transact.ts";
import { putSession } from "./user.table.ts";
import { type Actor, Role, type User } from "./user.ts";

/** How long a session lasts, seconds. */
export const sessionSeconds = 30 * 86_400;

/** A new session's token, told once and stored hashed, and the write that makes it. */
export function openSession(user: User, now: number): { token: string; write: Action } {
  const token = randomBytes(32).toString("base64url");
  return { token, write: putSession(hash(token), user, Math.ceil(now) + sessionSeconds) };
}

/** Who a token stands for; null for one that is unknown or has ended. Every way in, accounts too, goes through here. */
export async function resolveActor(core: Core, token: string): Promise<Actor | null> {
  const session = await readItem(core.table, keys.session(hash(token)));
  if (!session || Number(session.ends_at) < core.clock()) return null;
  return { user_id: UserId.parse(session.user_id), role: Role.parse(session.role) };
}

/** Ends a session at once; a token that stands for nothing is no error. */
export async function endSession(core: Core, token: string): Promise<void> {
  await transact(core.table, [removeSession(token)]);
}

export function removeSession(token: string): Action {
  return { remove: keys.session(hash(token)) };
}

function hash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
