import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { OrganizationId, OwnerId } from "../ids.ts";
import { checkSuccessor } from "../membership/check-successor.ts";
import { closeOrganization } from "../membership/leave.table.ts";
import { countMembers, countOwnerGone, removeMember } from "../organization/organization.table.ts";
import { keys } from "../table/keys.ts";
import { queryPage } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Action } from "../table/transact.ts";
import { removeUsage } from "../user/usage.table.ts";
import type { Actor, User } from "../user/user.ts";

/** At most four actions for each of a person's organizations; `closed` are those that end, of which a job removes what is left. */
type Left = { actions: Action[]; closed: OrganizationId[] };

/**
 * What the deletion of a person writes of what they own or are a member of: an organization that has nobody and nothing else ends.
 * Throws LAST_OWNER where events, venues or other members would be left without an owner who is not suspended.
 */
export async function leaveOrganizations(core: Core, actor: Actor, { user_id, memberships = {} }: User): Promise<Left> {
  const { table } = core;
  if (await hasAnything(table, user_id)) throw new EventlyError("LAST_OWNER", {});
  const actions = [removeUsage(user_id)];
  const successors: Action[] = [];
  const closed: OrganizationId[] = [];
  for (const [id, role] of Object.entries(memberships)) {
    const organization_id = id as OrganizationId;
    const item = await readItem(table, keys.organization(organization_id));
    if (role !== "owner" || Number(item?.owners) > 1) {
      if (role === "owner") successors.push(...(await checkSuccessor(core, actor, { organization_id, user_id })));
      actions.push(
        removeMember({ organization_id, user_id, role }),
        role === "owner" ? countOwnerGone(organization_id, true) : countMembers(organization_id, { members: -1 }),
      );
      continue;
    }
    if (Number(item?.members) > 1 || (await hasAnything(table, organization_id)))
      throw new EventlyError("LAST_OWNER", {});
    actions.push(...closeOrganization(organization_id, user_id), removeUsage(organization_id));
    closed.push(organization_id);
  }
  return { actions: [...actions, ...differing(successors)], closed };
}

/** Somebody may be the successor in several organizations, and a transaction takes an item once. */
const differing = (actions: readonly Action[]): Action[] => [
  ...new Map(actions.map((action) => [JSON.stringify(action), action])).values(),
];

/** Whether events or venues are the owner's, drafts too. */
async function hasAnything(table: Table, owner_id: OwnerId): Promise<boolean> {
  const owned = { partition: owner_id, consistent: true, limit: 1 };
  const [events, venues] = await Promise.all([
    queryPage(table, { ...owned, from: "event-" }),
    queryPage(table, { ...owned, from: "venue-" }),
  ]);
  const isOwned = (sk: unknown) => /^(event|venue)-/.test(String(sk));
  return [...events.items, ...venues.items].some(({ sk }) => isOwned(sk));
}
