import type { OwnerId } from "../ids.ts";
import { organizationsOf } from "../organization/may.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { isOrganization } from "./usage.table.ts";
import { toUser } from "./user.table.ts";

/** Whose quotas are meant by an id: of a person who owns one organization that one's. Throws UNAVAILABLE. */
export async function findOwner(table: Table, id: OwnerId): Promise<OwnerId> {
  const item = isOrganization(id) ? null : await readItem(table, keys.user(id));
  const [own = id, ...others] = item ? organizationsOf(toUser(item), "owner") : [];
  return others.length === 0 ? own : id;
}
