import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { UserId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { type Action, type Item, transact } from "../table/transact.ts";
import { hashEmail, removeContact } from "../user/contact.table.ts";
import { deleteUserItem } from "../user/delete-user.table.ts";
import { guestsOf, isDeleted, organizationsEver, toUser } from "../user/user.table.ts";
import type { Actor } from "../user/user.ts";
import { dropClaim } from "../user/verify-user.table.ts";
import { putForgetting } from "./forget.table.ts";
import { isPaying } from "./is-paying.ts";
import { leaveOrganizations } from "./leave-organizations.ts";

/** How often somebody signs in, or changes the account, while it is deleted. */
const mostPlans = 5;

/**
 * Deletes a person's account, or a guest: who they are is gone with this answer, and their sessions with it; what is left of them
 * elsewhere a moment later, by a job. Their bookings stay, with the seats, and nobody as their buyer. Can be repeated. Throws USER_NOT_FOUND
 * for anybody but the person and admins, SUSPENDED, LAST_OWNER, PAYMENT_IN_PROGRESS, UNAVAILABLE.
 */
export async function deleteUser(core: Core, actor: Actor, { user_id }: { user_id: UserId }): Promise<void> {
  if (actor.user_id !== user_id && actor.role !== "admin") throw new EventlyError("USER_NOT_FOUND", {});
  for (let i = 0; i < mostPlans; i++) {
    const read = await readItem(core.table, keys.user(user_id));
    if (!read) throw new EventlyError("USER_NOT_FOUND", {});
    if (isDeleted(read)) return;
    // What the operator has stopped is the operator's to end.
    if (toUser(read).suspended && actor.role !== "admin") throw new EventlyError("SUSPENDED", {});
    if (await isPaying(core, user_id)) throw new EventlyError("PAYMENT_IN_PROGRESS", {}, paying);
    const { done } = await transact(core.table, await plan(core, actor, read));
    if (done) return core.sessions.forgetAll(user_id);
  }
  throw new EventlyError("UNAVAILABLE", {});
}

const paying =
  "A payment is under way. Nothing was deleted: try again once it has ended, in a few minutes unless it waits for the operator.";

async function plan(core: Core, actor: Actor, read: Item): Promise<Action[]> {
  const { user_id, email, verified_at } = toUser(read);
  const now = core.clock();
  const claim = email === null ? null : await readItem(core.table, keys.email(email));
  const address_hash = email === null ? null : hashEmail(email);
  const { actions, closed } = await leaveOrganizations(core, actor, toUser(read));
  return [
    deleteUserItem(read, now),
    ...(email === null ? [] : [removeContact(email, user_id)]),
    ...(email !== null && claim?.user_id === user_id ? [dropClaim(email, user_id)] : []),
    ...actions,
    putForgetting({
      ...{ user_id, asked_at: now, address_hash },
      ...{ was_verified: verified_at !== undefined, guest_ids: guestsOf(read), organization_ids: closed },
      member_of: organizationsEver(read),
    }),
    putJournal({ subject: user_id, at: now, actor, action: "account.deleted" }),
  ];
}
