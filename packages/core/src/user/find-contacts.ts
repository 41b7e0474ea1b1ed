import type { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem, readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import { Contact } from "./user.ts";

const attributes = ["user_id", "name", "email"];
const unknown: Contact = { name: null, email: null };

/** Throws UNAVAILABLE. */
export async function findContact(table: Table, user_id: UserId): Promise<Contact> {
  return toContact(await readItem(table, keys.user(user_id)));
}

/** The contacts of many people, by user id. Throws UNAVAILABLE. */
export async function findContacts(table: Table, user_ids: readonly UserId[]): Promise<(user_id: UserId) => Contact> {
  const items = await readItems(table, [...new Set(user_ids)].map(keys.user), { attributes });
  const contacts = new Map(items.map((item) => [String(item.user_id), toContact(item)]));
  return (user_id) => contacts.get(user_id) ?? unknown;
}

/** Of a user's item. */
export const toContact = (item: Item | null): Contact => (item ? Contact.parse(item) : unknown);
