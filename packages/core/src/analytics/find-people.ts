import type { Core } from "../core.ts";
import type { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import { toUser } from "../user/user.table.ts";
import type { SoldBooking } from "./analytics.ts";

type Person = SoldBooking["buyer"];

/** Names and e-mails of buyers by user id, null where not given. Throws UNAVAILABLE. */
export async function findPeople(core: Core, user_ids: readonly UserId[]): Promise<(user_id: UserId) => Person> {
  const items = await readItems(core.table, [...new Set(user_ids)].map(keys.user));
  const people = new Map<string, Person>(
    items.map(toUser).map(({ user_id, name, email }) => [user_id, { name, email }]),
  );
  return (user_id) => people.get(user_id) ?? { name: null, email: null };
}
