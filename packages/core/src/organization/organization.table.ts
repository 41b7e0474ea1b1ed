import type { OrganizationId, UserId } from "../ids.ts";
import { check, dynamicUpdate, put, update } from "../table/actions.ts";
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

/** sole owner suspended -> suspended; `state_before` is what it gets back. Fails once it has another owner. */
export function suspendWith(organization_id: OrganizationId, user_id: UserId): Action {
  return update({
    key: keys.organization(organization_id),
    update: "SET state_before = if_not_exists(state_before, #state), #state = :suspended, suspended_with = :user",
    condition: "owners = :one AND (attribute_not_exists(suspended_with) OR suspended_with = :user)",
    names: { "#state": "state" },
    values: { ":suspended": "suspended", ":user": user_id, ":one": 1 },
  });
}

/** As it was before its sole owner was suspended. */
export function resumeWith(organization_id: OrganizationId, user_id: UserId): Action {
  return update({
    key: keys.organization(organization_id),
    update: "SET #state = state_before REMOVE state_before, suspended_with",
    condition: "suspended_with = :user",
    names: { "#state": "state" },
    values: { ":user": user_id },
  });
}

/** Fails its transaction once the organization is suspended. */
export const checkMaySell = (organization_id: OrganizationId): Action =>
  check({
    check: keys.organization(organization_id),
    condition: "attribute_exists(pk) AND #state <> :suspended",
    names: { "#state": "state" },
    values: { ":suspended": "suspended" },
  });

export type StoredMember = { organization_id: OrganizationId; user_id: UserId; role: MemberRole; since: string };

export function putMember(member: StoredMember): Action {
  const key = keys.member(member.organization_id, member.user_id);
  return put({ put: { ...key, ...member }, condition: "attribute_not_exists(pk)" });
}

/** Fails if it was changed since it was read, or is suspended. */
export function changeIdentity(
  { organization, revision }: StoredOrganization,
  changes: Partial<Organization>,
): UpdateAction {
  const names = Object.keys(changes);
  const sets = names.map((_, i) => `#f${i} = :f${i}`);
  return dynamicUpdate({
    key: keys.organization(organization.organization_id),
    update: `SET ${[...sets, "revision = :next"].join(", ")}`,
    condition: "revision = :read AND #state <> :suspended",
    names: { "#state": "state", ...Object.fromEntries(names.map((field, i) => [`#f${i}`, field])) },
    values: {
      ...Object.fromEntries(Object.values(changes).map((value, i) => [`:f${i}`, value])),
      ...{ ":read": revision, ":next": revision + 1, ":suspended": "suspended" },
    },
  });
}
