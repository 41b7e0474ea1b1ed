import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { transactIdempotent } from "../idempotency/transact-idempotent.ts";
import type { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { setEmail, toUser } from "./user.table.ts";
import type { Actor, User } from "./user.ts";

/** A user, for that user or an admin; for anyone else there is none. Throws USER_NOT_FOUND. */
export async function getUser(core: Core, actor: Actor, { user_id }: { user_id: UserId }): Promise<User> {
  const allowed = actor.user_id === user_id || actor.role === "admin";
  const item = allowed ? await readItem(core.table, keys.user(user_id)) : null;
  if (!item) throw new EventlyError("USER_NOT_FOUND", {});
  return toUser(item);
}

/** Where a guest wants the tickets to go; an account's e-mail is its claim and stays. Throws USER_NOT_FOUND. */
export async function setGuestEmail(
  core: Core,
  actor: Actor,
  { email }: { email: string },
  lease: IdempotencyLease | null = null,
): Promise<User> {
  await transactIdempotent(core.table, [setEmail(actor.user_id, email)], { lease });
  return getUser(core, actor, { user_id: actor.user_id });
}
