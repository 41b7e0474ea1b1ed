import type { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { Role } from "./user.ts";

/** The roles of many people, by user id; of somebody unknown a guest's. Throws UNAVAILABLE. */
export async function findRoles(table: Table, user_ids: readonly UserId[]): Promise<(user_id: UserId) => Role> {
  const wanted = [...new Set(user_ids)].map(keys.user);
  const items = wanted.length > 0 ? await readItems(table, wanted, { attributes: ["user_id", "role"] }) : [];
  const roles = new Map(items.map(({ user_id, role }) => [String(user_id), Role.parse(role)]));
  return (user_id) => roles.get(user_id) ?? "guest";
}
