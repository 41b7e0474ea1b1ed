import type { OrganizationId, UserId } from "../ids.ts";
import { remove } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action } from "../table/transact.ts";

/**
 * An organization that has nothing but its one member and invitations, which are removed by a job -> gone. Fails once it has
 * another member.
 */
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
