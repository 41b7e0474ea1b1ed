import type { OrganizationId, UserId } from "../ids.ts";
import { remove } from "../table/actions.ts";
import { type Key, keys } from "../table/keys.ts";
import type { Action } from "../table/transact.ts";

/** An organization that has nothing but its one member and invitations -> gone. Fails once it has anything else. */
export function closeOrganization(
  organization_id: OrganizationId,
  user_id: UserId,
  invitations: readonly Key[],
): Action[] {
  return [
    remove({
      remove: keys.organization(organization_id),
      condition: "owners = :one AND members = :one",
      values: { ":one": 1 },
    }),
    { remove: keys.member(organization_id, user_id) },
    ...invitations.map((key) => ({ remove: key })),
  ];
}
