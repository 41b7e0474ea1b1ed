import { workThrough } from "../concurrency/work-through.ts";
import type { Core } from "../core.ts";
import { UserId } from "../ids.ts";
import { contactsAt, keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import { type Action, type Item, transact } from "../table/transact.ts";
import { hashEmail } from "../user/contact.table.ts";
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
  const { address_hash, guest_ids } = forgetting;
  const isWhole = await workThrough(guest_ids, signal, async (guest_id) => {
    const actions = plan(core, forgetting, await readItem(core.table, keys.user(guest_id)));
    if (actions && actions.length > 0) await transact(core.table, actions);
  });
  if (address_hash === null || !isWhole) return isWhole;
  const pointers = queryItems(core.table, { partition: contactsAt(address_hash), consistent: true });
  return workThrough(pointers, signal, async ({ sk }) => {
    const user_id = UserId.parse(sk);
    const actions = plan(core, forgetting, await readItem(core.table, keys.user(user_id)));
    if (actions) await transact(core.table, [...actions, { remove: keys.contact(address_hash, user_id) }]);
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
    const own = { address_hash: guest.email === null ? null : hashEmail(guest.email), was_verified: false };
    return [
      deleteUserItem(item, now),
      putForgetting({ user_id: guest.user_id, asked_at: now, ...own, guest_ids: [], organization_ids: [] }),
    ];
  }
  const isNamed = guest.email !== null && hashEmail(guest.email) === address_hash;
  if (!isNamed) return [];
  if (guest.role !== "guest" || !was_verified) return null;
  return [dropAddress(guest), putContactJob(guest.user_id, now)];
}
