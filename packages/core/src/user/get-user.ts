import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { transactIdempotent } from "../idempotency/transact-idempotent.ts";
import type { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { followAtOnce, hasBookedSince, planToFollow } from "./follow-contact.ts";
import { setEmail, toUser } from "./user.table.ts";
import type { Actor, User } from "./user.ts";

/** Throws USER_NOT_FOUND unless the caller is the user or an admin. */
export async function getUser(core: Core, actor: Actor, { user_id }: { user_id: UserId }): Promise<User> {
  const allowed = actor.user_id === user_id || actor.role === "admin";
  const item = allowed ? await readItem(core.table, keys.user(user_id)) : null;
  if (!item) throw new EventlyError("USER_NOT_FOUND", {});
  return toUser(item);
}

/**
 * Sets the e-mail for a guest's tickets, those they have too. Throws FORBIDDEN for an account, whose e-mail is its
 * claim and can't change, and USER_NOT_FOUND.
 */
export async function setGuestEmail(
  core: Core,
  actor: Actor,
  { email }: { email: string },
  lease: IdempotencyLease | null = null,
): Promise<User> {
  requireGuest(actor);
  const following = await planToFollow(core, actor.user_id);
  const actions = [setEmail(actor.user_id, email, following.length > 0), ...following];
  const outcome = await transactIdempotent(core.table, actions, { lease });
  if (hasBookedSince(outcome, following)) return setGuestEmail(core, actor, { email }, lease);
  const user = await getUser(core, actor, { user_id: actor.user_id });
  if (!outcome.done) requireGuest(user);
  if (following.length > 0) await followAtOnce(core, actor.user_id, user);
  return user;
}

function requireGuest({ role }: Actor): void {
  if (role !== "guest") throw new EventlyError("FORBIDDEN", { role }, "The e-mail address of an account can't change.");
}
