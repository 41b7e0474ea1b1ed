import type { OrganizationId, UserId } from "../ids.ts";
import { check, dynamicUpdate, put, remove, update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import { MemberRole, Organization } from "./organization.ts";

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

/** all `owners` suspended -> suspended; `state_before` is what it gets back. Fails once it has another number of owners. */
export function suspendWith(organization_id: OrganizationId, user_id: UserId, owners = 1): UpdateAction {
  return update({
    key: keys.organization(organization_id),
    update: "SET state_before = if_not_exists(state_before, #state), #state = :suspended, suspended_with = :user",
    condition: "owners = :owners",
    names: { "#state": "state" },
    values: { ":suspended": "suspended", ":user": user_id, ":owners": owners },
  });
}

/** As it was before its owners were suspended; fails where the operator has suspended it by itself, too. */
export function resumeWith(organization_id: OrganizationId): Action {
  return update({
    key: keys.organization(organization_id),
    update: "SET #state = state_before REMOVE state_before, suspended_with",
    condition: "attribute_exists(suspended_with) AND attribute_not_exists(suspended)",
    names: { "#state": "state" },
  });
}

/** One of its owners is not suspended any more; by itself it stays so. */
export function forgetSuspendedWith(organization_id: OrganizationId): Action {
  return update({
    key: keys.organization(organization_id),
    update: "REMOVE suspended_with",
    condition: "attribute_exists(suspended_with) AND attribute_exists(suspended)",
  });
}

/** As it was before, whether it was suspended by itself, with its owners, or both. Fails unless it was. */
export function resumeAltogether(organization_id: OrganizationId): Action {
  return update({
    key: keys.organization(organization_id),
    update: "SET #state = state_before REMOVE state_before, suspended, suspended_with",
    condition: "attribute_exists(state_before)",
    names: { "#state": "state" },
  });
}

/** pending -> approved, also of one that is suspended meanwhile. Fails for any other. */
export function approveOrganizationItem({ organization_id, state }: Organization): Action {
  const key = keys.organization(organization_id);
  const values = { ":approved": "approved", ":pending": "pending" };
  if (state === "suspended")
    return update({ key, update: "SET state_before = :approved", condition: "state_before = :pending", values });
  return update({
    ...{ key, values, names: { "#state": "state" } },
    update: "SET #state = :approved",
    condition: "#state = :pending",
  });
}

/** By itself suspended since then -> suspended; fails if it is so already. */
export function suspendOrganizationItem(organization_id: OrganizationId, since: string): Action {
  return update({
    key: keys.organization(organization_id),
    update: "SET state_before = if_not_exists(state_before, #state), #state = :suspended, suspended = :since",
    condition: "attribute_exists(pk) AND attribute_not_exists(suspended)",
    names: { "#state": "state" },
    values: { ":suspended": "suspended", ":since": since },
  });
}

/** As it was before. Fails unless it was suspended by itself, and where its owners are suspended, too. */
export function resumeOrganizationItem(organization_id: OrganizationId): Action {
  return update({
    key: keys.organization(organization_id),
    update: "SET #state = state_before REMOVE state_before, suspended",
    condition: "attribute_exists(suspended) AND attribute_not_exists(suspended_with)",
    names: { "#state": "state" },
  });
}

/** Not suspended by itself any more; with its owners it stays so. */
export function forgetSuspended(organization_id: OrganizationId): Action {
  return update({
    key: keys.organization(organization_id),
    update: "REMOVE suspended",
    condition: "attribute_exists(suspended) AND attribute_exists(suspended_with)",
  });
}

/** Fails its transaction unless the organization is suspended. */
export const checkOrganizationSuspended = (organization_id: OrganizationId): Action =>
  check({
    check: keys.organization(organization_id),
    condition: "#state = :suspended",
    names: { "#state": "state" },
    values: { ":suspended": "suspended" },
  });

/** Fails its transaction unless the organization may publish. */
export const checkMayPublish = (organization_id: OrganizationId): Action =>
  check({
    check: keys.organization(organization_id),
    condition: "#state = :approved",
    names: { "#state": "state" },
    values: { ":approved": "approved" },
  });

/** Fails its transaction once the organization is suspended. */
export const checkMaySell = (organization_id: OrganizationId): Action =>
  check({
    check: keys.organization(organization_id),
    condition: "attribute_exists(pk) AND #state <> :suspended",
    names: { "#state": "state" },
    values: { ":suspended": "suspended" },
  });

export type StoredMember = { organization_id: OrganizationId; user_id: UserId; role: MemberRole; since: string };

export const toMember = (item: Item): StoredMember => ({
  organization_id: item.organization_id as OrganizationId,
  user_id: item.user_id as UserId,
  role: MemberRole.parse(item.role),
  since: String(item.since),
});

type Step = Pick<StoredMember, "organization_id" | "user_id"> & { from: MemberRole; to: MemberRole };

/** Fails unless they have the role that was read. */
export function changeMember({ organization_id, user_id, from, to }: Step): Action {
  return update({
    key: keys.member(organization_id, user_id),
    update: "SET #role = :to",
    condition: "#role = :from",
    names: { "#role": "role" },
    values: { ":to": to, ":from": from },
  });
}

export function removeMember({ organization_id, user_id, role }: Omit<StoredMember, "since">): Action {
  return remove({
    remove: keys.member(organization_id, user_id),
    condition: "#role = :role",
    names: { "#role": "role" },
    values: { ":role": role },
  });
}

/** Fails its transaction once somebody is no owner any more. */
export function checkOwner(organization_id: OrganizationId, user_id: UserId): Action {
  return check({
    check: keys.member(organization_id, user_id),
    condition: "#role = :owner",
    names: { "#role": "role" },
    values: { ":owner": "owner" },
  });
}

/** Fails its transaction once somebody else has joined an organization, or it says who it is. */
export const checkUntouched = (organization_id: OrganizationId): Action =>
  check({
    check: keys.organization(organization_id),
    condition: "members = :one AND revision = :none",
    values: { ":one": 1, ":none": 0 },
  });

/** Somebody joins by an invitation, which is open no more; fails once there are as many members as there may be. */
export function countJoining(organization_id: OrganizationId, role: MemberRole, most: number): Action {
  return update({
    key: keys.organization(organization_id),
    update: "ADD members :one, owners :owners, invitations :less",
    condition: "members < :most",
    values: { ":one": 1, ":owners": role === "owner" ? 1 : 0, ":less": -1, ":most": most },
  });
}

/** Somebody stops being an owner, and a member if they leave; fails for the last owner. */
export function countOwnerGone(organization_id: OrganizationId, isLeaving: boolean): Action {
  return update({
    key: keys.organization(organization_id),
    update: "ADD owners :gone, members :left",
    condition: "owners > :one",
    values: { ":gone": -1, ":left": isLeaving ? -1 : 0, ":one": 1 },
  });
}

/** Another owner, or another member less. */
export function countMembers(organization_id: OrganizationId, { owners = 0, members = 0 }): Action {
  return update({
    key: keys.organization(organization_id),
    update: "ADD owners :owners, members :members",
    condition: "attribute_exists(pk)",
    values: { ":owners": owners, ":members": members },
  });
}

export function putMember(member: StoredMember): Action {
  const key = keys.member(member.organization_id, member.user_id);
  return put({ put: { ...key, ...member }, condition: "attribute_not_exists(pk)" });
}

/** The operator has seen who an approved organization is now. Fails unless it changed that since. */
export function reviewOrganization({ organization_id }: Organization): Action {
  const key = keys.organization(organization_id);
  return update({ key, update: "REMOVE renamed_at", condition: "attribute_exists(renamed_at)" });
}

/** Fails if it was changed since it was read, or is suspended. `renamed_at` where the operator has yet to see who it is now. */
export function changeIdentity(
  { organization, revision }: StoredOrganization,
  changes: Partial<Organization> & { renamed_at?: string },
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
