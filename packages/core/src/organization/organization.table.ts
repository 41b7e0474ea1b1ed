import type { OrganizationId, UserId } from "../ids.ts";
import { dynamicUpdate, put } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import { type MemberRole, Organization } from "./organization.ts";

/** An organization as stored: how many members and owners it has, and how often it was changed, is counted with them. */
export type StoredOrganization = { organization: Organization; revision: number };

export const toOrganization = (item: Item): StoredOrganization => ({
  organization: Organization.parse(item),
  revision: Number(item.revision),
});

/** A new organization with its first member, who owns it. */
export function putOrganization(organization: Organization, user_id: UserId): Action[] {
  const { organization_id, created_at } = organization;
  const stored = { ...organization, revision: 0, owners: 1, members: 1 };
  return [
    put({ put: { ...keys.organization(organization_id), ...stored }, condition: "attribute_not_exists(pk)" }),
    putMember({ organization_id, user_id, role: "owner", since: created_at }),
  ];
}

export type StoredMember = { organization_id: OrganizationId; user_id: UserId; role: MemberRole; since: string };

export function putMember(member: StoredMember): Action {
  const key = keys.member(member.organization_id, member.user_id);
  return put({ put: { ...key, ...member }, condition: "attribute_not_exists(pk)" });
}

/** Fails if it was changed since it was read. */
export function changeIdentity(
  { organization, revision }: StoredOrganization,
  changes: Partial<Organization>,
): UpdateAction {
  const names = Object.keys(changes);
  const sets = names.map((_, i) => `#f${i} = :f${i}`);
  return dynamicUpdate({
    key: keys.organization(organization.organization_id),
    update: `SET ${[...sets, "revision = :next"].join(", ")}`,
    condition: "revision = :read",
    ...(names.length > 0 ? { names: Object.fromEntries(names.map((field, i) => [`#f${i}`, field])) } : {}),
    values: {
      ...Object.fromEntries(Object.values(changes).map((value, i) => [`:f${i}`, value])),
      ...{ ":read": revision, ":next": revision + 1 },
    },
  });
}
