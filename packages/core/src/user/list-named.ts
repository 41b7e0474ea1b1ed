import type { UserId } from "../ids.ts";
import { queryItems } from "../table/query-items.ts";
import type { Table } from "../table/table.ts";
import { contactsOf } from "./contact.table.ts";

/** How many who name an address are looked at, and from how many they are taken. */
const [mostNamed, mostRead] = [1_000, 10_000];

/** Those who have named an address longest, the oldest first; a pointer may be out of date. Throws UNAVAILABLE. */
export async function listNamed(table: Table, email: string): Promise<UserId[]> {
  const named: UserId[] = [];
  for await (const { sk } of queryItems(table, { ...contactsOf(email), limit: mostNamed })) {
    named.push(sk as UserId);
    if (named.length === mostRead) break;
  }
  // As text, user-100000 comes before user-20000.
  return named.toSorted((a, b) => numberOf(a) - numberOf(b)).slice(0, mostNamed);
}

const numberOf = (user_id: UserId): number => Number(user_id.slice("user-".length));
