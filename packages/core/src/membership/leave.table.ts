import type { OrganizationId, UserId } from "../ids.ts";
import { remove, update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action } from "../table/transact.ts";

/** A member -> none. Fails for its last owner. */
export function leaveOrganization(organization_id: OrganizationId, user_id: UserId, isOwner: boolean): Action[] {
  const key = keys.organization(organization_id);
  const values = { ":less": -1, ":one": 1 };
  return [
    isOwner
      ? update({ key, update: "ADD members :less, owners :less", condition: "owners > :one", values })
      : update({ key, update: "ADD members :less", condition: "members > :one", values }),
    { remove: keys.member(organization_id, user_id) },
  ];
}

/** An organization that has nothing but its one member -> gone. Fails once it has anything else. */
export function closeOrganization(organization_id: OrganizationId, user_id: UserId): Action[] {
  return [
    remove({
      remove: keys.organization(organization_id),
      condition: "owners = :one AND members = :one",
      values: { ":one": 1 },
    }),
    { remove: keys.member(organization_id, user_id) },
  ];
}
