import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { OrganizationId, UserId } from "../ids.ts";
import { organizationsOf } from "../organization/may.ts";
import { nameOfOne, newOrganization } from "../organization/new-organization.ts";
import { putOrganization } from "../organization/organization.table.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { toUser } from "../user/user.table.ts";
import { beginMemberships } from "./membership.table.ts";

/**
 * The organization of an account that has been selling since before there were any: made once, however often it is asked for at
 * once. Throws USER_NOT_FOUND, SUSPENDED, and FORBIDDEN for whoever is a member of others only.
 */
export async function makeOwnOrganization(core: Core, user_id: UserId): Promise<OrganizationId> {
  const item = await readItem(core.table, keys.user(user_id));
  if (!item) throw new EventlyError("USER_NOT_FOUND", {});
  const user = toUser(item);
  if (user.suspended) throw new EventlyError("SUSPENDED", {});
  const [own] = organizationsOf(user, "owner");
  if (own) return own;
  if (user.memberships !== undefined) throw new EventlyError("FORBIDDEN", { role: user.role });
  const organization = await newOrganization(core, { name: nameOfOne(user) });
  const { organization_id } = organization;
  const { done } = await transact(core.table, [
    beginMemberships(user_id, { [organization_id]: "owner" }),
    ...putOrganization(organization, user_id),
  ]);
  // Another request has made it, or an earlier send of this one.
  if (!done) return makeOwnOrganization(core, user_id);
  core.sessions.forgetAll(user_id);
  return organization_id;
}
