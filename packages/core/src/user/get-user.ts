import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { moveContact } from "./contact.table.ts";
import { followAtOnce, planToFollow } from "./follow-contact.ts";
import { isDeleted, mergedOf, setEmail, toUser } from "./user.table.ts";
import type { Actor, User } from "./user.ts";

/** Throws USER_NOT_FOUND unless the caller is the user or an admin, and for one that was deleted. */
export async function getUser(core: Core, actor: Actor, { user_id }: { user_id: UserId }): Promise<User> {
  const allowed = actor.user_id === user_id || actor.role === "admin";
  const item = allowed ? await readItem(core.table, keys.user(user_id)) : null;
  if (!item || isDeleted(item)) throw new EventlyError("USER_NOT_FOUND", {});
  return toUser(item);
}

/**
 * Sets the e-mail for a guest's tickets, those they have too. Throws FORBIDDEN for an account, whose e-mail
 * changes by a mail to the new one, and SIGN_IN_REQUIRED for a guest whose bookings were moved.
 */
export async function setGuestEmail(core: Core, actor: Actor, { email }: { email: string }): Promise<User> {
  requireGuest(actor);
  const { user_id } = actor;
  const [item, following] = await Promise.all([readItem(core.table, keys.user(user_id)), planToFollow(core, user_id)]);
  if (!item || mergedOf(item) || isDeleted(item)) throw new EventlyError("SIGN_IN_REQUIRED", {});
  const known = toUser(item);
  requireGuest(known);
  const { email: was } = known;
  const actions = [
    setEmail(user_id, email, { was, follows: following.length > 0 }),
    ...moveContact(user_id, was, email),
    ...following,
  ];
  const outcome = await transact(core.table, actions);
  if (!outcome.done) return setGuestEmail(core, actor, { email });
  const user = { ...known, email };
  if (following.length > 0) await followAtOnce(core, user_id, user);
  return user;
}

function requireGuest({ role }: Pick<User, "role">): void {
  if (role !== "guest")
    throw new EventlyError(
      "FORBIDDEN",
      { role },
      "The address of an account changes by a mail to the new one: POST /user/{user_id}/email.",
    );
}
