import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { OrganizationId, UserId } from "../ids.ts";
import { roleIn } from "../organization/may.ts";
import { nameOfOne, newOrganization } from "../organization/new-organization.ts";
import { putOrganization } from "../organization/organization.table.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { isDeleted, ownOf, toUser } from "../user/user.table.ts";
import { ensureMemberships, ownFirst } from "./membership.table.ts";

/**
 * The organization that an account began with, while it owns it. One that has been selling since before there were any gets it here,
 * and so does one that has given its own away: once, however often it is asked for at once. Throws USER_NOT_FOUND.
 */
export async function makeOwnOrganization(core: Core, user_id: UserId): Promise<OrganizationId> {
  const item = await readItem(core.table, keys.user(user_id));
  if (!item || isDeleted(item)) throw new EventlyError("USER_NOT_FOUND", {});
  const user = toUser(item);
  const former = ownOf(item);
  if (former && roleIn(user, former) === "owner") return former;
  const organization = await newOrganization(core, { name: nameOfOne(user) }, { isKnown: true });
  const { organization_id } = organization;
  const writes = [ownFirst(user, organization_id, former), ...putOrganization(organization, user_id)];
  const { done } = await transact(core.table, writes);
  // Another request has made it, or an earlier send of this one.
  if (!done) return makeOwnOrganization(core, user_id);
  core.sessions.forgetAll(user_id);
  return organization_id;
}

/** Before somebody joins an organization: who has been selling since before there were any has their own first. */
export async function beginMemberships(core: Core, user_id: UserId): Promise<void> {
  const item = await readItem(core.table, keys.user(user_id));
  const user = item && toUser(item);
  if (!user || user.memberships !== undefined) return;
  if (user.role === "organizer") await makeOwnOrganization(core, user_id);
  else await updateItem(core.table, ensureMemberships(user_id));
}
