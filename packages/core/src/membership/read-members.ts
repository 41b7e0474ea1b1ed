import type { OrganizationId } from "../ids.ts";
import { type StoredMember, toMember } from "../organization/organization.table.ts";
import { keys, membersFrom } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { toUser } from "../user/user.table.ts";
import type { User } from "../user/user.ts";

/** All members of an organization. Throws UNAVAILABLE. */
export async function readMembers(table: Table, partition: OrganizationId): Promise<StoredMember[]> {
  const members: StoredMember[] = [];
  for await (const item of queryItems(table, { partition, from: membersFrom, consistent: true })) {
    if (!String(item.sk).startsWith(membersFrom)) break;
    members.push(toMember(item));
  }
  return members;
}

/** The accounts of an organization's owners. Throws UNAVAILABLE. */
export async function readOwners(table: Table, organization_id: OrganizationId): Promise<User[]> {
  const owners = (await readMembers(table, organization_id)).filter(({ role }) => role === "owner");
  const items =
    owners.length > 0
      ? await readItems(
          table,
          owners.map(({ user_id }) => keys.user(user_id)),
        )
      : [];
  return items.map(toUser);
}
