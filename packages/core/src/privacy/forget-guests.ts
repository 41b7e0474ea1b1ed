import { workThrough } from "../concurrency/work-through.ts";
import type { Core } from "../core.ts";
import { UserId } from "../ids.ts";
import { contactsAt, keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import { type Action, type Item, transact } from "../table/transact.ts";
import { hashEmail, removeContact } from "../user/contact.table.ts";
import { deleteUserItem, dropAddress } from "../user/delete-user.table.ts";
import { isDeleted, mergedOf, putContactJob, toUser } from "../user/user.table.ts";
import { type Forgetting, putForgetting } from "./forget.table.ts";

/**
 * Guests who named the address of somebody who was deleted: who had become them is deleted with them, and whoever else named an address
 * that was known to be theirs names it no more. An account of another person is left to that one. False if `signal` asked it to return.
 */
export async function forgetGuests(
  core: Core,
  forgetting: Forgetting,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const { address_hash, guest_ids, was_verified } = forgetting;
  const isWhole = await workThrough(guest_ids, signal, async (guest_id) => {
    const actions = plan(core, forgetting, await readItem(core.table, keys.user(guest_id)));
    if (actions && actions.length > 0) await transact(core.table, actions);
  });
  if (address_hash === null || !was_verified || !isWhole) return isWhole;
  const pointers = queryItems(core.table, { partition: contactsAt(address_hash), consistent: true });
  return workThrough(pointers, signal, async ({ sk }) => {
    const user_id = UserId.parse(sk);
    const actions = plan(core, forgetting, await readItem(core.table, keys.user(user_id)));
    const isGone = actions?.length === 0;
    if (actions) await transact(core.table, isGone ? [{ remove: keys.contact(address_hash, user_id) }] : actions);
  });
}

/** Null for whom it leaves as they are. */
function plan(
  { clock }: Core,
  { user_id, address_hash, was_verified }: Forgetting,
  item: Item | null,
): Action[] | null {
  if (!item || isDeleted(item)) return [];
  const now = clock();
  const guest = toUser(item);
  if (mergedOf(item)?.into === user_id) {
    const own = { user_id: guest.user_id, asked_at: now, guest_ids: [], organization_ids: [], member_of: [] };
    return [
      deleteUserItem(item, now),
      ...(guest.email === null ? [] : [removeContact(guest.email, guest.user_id)]),
      putForgetting({ ...own, address_hash: null, was_verified: false }),
    ];
  }
  if (guest.email === null || hashEmail(guest.email) !== address_hash) return [];
  if (guest.role !== "guest" || !was_verified) return null;
  return [dropAddress(guest), removeContact(guest.email, guest.user_id), putContactJob(guest.user_id, now)];
}
