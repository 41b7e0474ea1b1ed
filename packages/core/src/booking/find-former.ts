import type { Core } from "../core.ts";
import type { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import type { Item } from "../table/transact.ts";
import { hashEmail } from "../user/contact.table.ts";
import { listNamed } from "../user/list-named.ts";
import { hasBooked, isDeleted, toUser } from "../user/user.table.ts";
import type { User } from "../user/user.ts";

/** Whose bookings may become an account's: those of guests and unverified accounts who named its verified address. */
export type Former = Map<UserId, Item>;

/** With the guest whom they were when they signed in, if any. Those who have booked come first. Throws UNAVAILABLE. */
export async function findFormer({ table }: Core, user: User, guest_id: UserId | null): Promise<Former> {
  const named = new Set<UserId>(guest_id ? [guest_id] : []);
  if (user.email !== null && user.verified_at) for (const id of await listNamed(table, user.email)) named.add(id);
  named.delete(user.user_id);
  const items = await readItems(table, [...named].map(keys.user));
  const former = items.filter(isUnverified);
  const inOrder = former.sort((a, b) => Number(hasBooked(b)) - Number(hasBooked(a)));
  return new Map(inOrder.map((item) => [toUser(item).user_id, item]));
}

/** The same for those who are asked about alone. */
export async function findFormerAmong(
  { table }: Core,
  user: User,
  { guest_id, owners }: { guest_id: UserId | null; owners: readonly UserId[] },
): Promise<Former> {
  const asked = [...new Set(owners)].filter((owner) => owner !== user.user_id);
  const hash = user.email !== null && user.verified_at ? hashEmail(user.email) : null;
  const pointers = hash === null ? [] : asked.map((owner) => keys.contact(hash, owner));
  const items = await readItems(table, [...asked.map(keys.user), ...pointers]);
  const named = new Set(items.filter(({ pk }) => String(pk).startsWith("contact-")).map(({ sk }) => sk));
  const people = items.filter(({ pk, sk }) => pk === sk && (named.has(sk) || sk === guest_id));
  return new Map(people.filter(isUnverified).map((item) => [toUser(item).user_id, item]));
}

const isUnverified = (item: Item): boolean => !toUser(item).verified_at && !isDeleted(item);
