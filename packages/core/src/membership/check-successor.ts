import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { OrganizationId, UserId } from "../ids.ts";
import { checkOwner } from "../organization/organization.table.ts";
import type { Action } from "../table/transact.ts";
import { checkNotSuspended } from "../user/user.table.ts";
import type { Actor } from "../user/user.ts";
import { readOwners } from "./read-members.ts";

/**
 * For the transaction in which somebody stops being an owner: fails unless another one stays who is not suspended, so that an
 * organization whose owners are all suspended is so with them. Throws LAST_OWNER.
 */
export async function checkSuccessor(
  { table }: Core,
  actor: Actor,
  { organization_id, user_id }: { organization_id: OrganizationId; user_id: UserId },
): Promise<Action[]> {
  const owners = await readOwners(table, organization_id);
  const others = owners.filter((owner) => owner.user_id !== user_id && !owner.suspended);
  const next = others.find((owner) => owner.user_id === actor.user_id) ?? others[0];
  if (!next) throw new EventlyError("LAST_OWNER", {});
  const stays = checkOwner(organization_id, next.user_id);
  if (next.user_id !== actor.user_id) return [stays, checkNotSuspended(next.user_id)];
  // Of whoever asks the rest is checked anyway.
  return actor.role === "admin" ? [stays] : [];
}
