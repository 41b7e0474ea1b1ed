import type { Core } from "../core.ts";
import { moveEvent } from "../event-change/move-event.ts";
import { type EventId, type OrganizationId, UserId, type VenueId } from "../ids.ts";
import { makeOwnOrganization } from "../membership/make-own-organization.ts";
import { suspendWith } from "../organization/organization.table.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { scanItems } from "../table/scan-items.ts";
import { type Action, type Item, transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { isVenueId, moveUsage } from "../user/usage.table.ts";
import { readAccount } from "../user/usage.ts";
import { isDeleted, putOwnerPointer, removeOwnerPointer } from "../user/user.table.ts";
import { toVenue } from "../venue/venue.table.ts";

/** How many got an organization; `left` are being changed at this moment: migrate once more. */
export type MigratedOrganizations = { organizations: number; venues: number; events: number; left: string[] };

type Owned = Map<UserId, (EventId | VenueId)[]>;

/**
 * The version before had no organizations: gives one to everybody who sells, by their name, with their venues and events, what
 * counts towards their quotas, and these. Can be repeated, beside running servers: what is an organization's already stays so,
 * and what is not stays its maker's. Reads the whole table. Throws UNAVAILABLE.
 */
export async function migrateOrganizations(core: Core): Promise<MigratedOrganizations> {
  const migrated: MigratedOrganizations = { organizations: 0, venues: 0, events: 0, left: [] };
  for (const [user_id, ids] of await findUnmigrated(core)) {
    const move = await giveOrganization(core, user_id);
    if (!move) continue;
    migrated.organizations++;
    for (const id of ids) {
      const isMoved = isVenueId(id) ? await moveVenue(core, move, id) : await moveEvent(core, move, id);
      if (!isMoved) migrated.left.push(id);
      else if (isVenueId(id)) migrated.venues++;
      else migrated.events++;
    }
  }
  return migrated;
}

/** Who sells for no organization, with what they made. */
async function findUnmigrated({ table }: Core): Promise<Owned> {
  const owned: Owned = new Map();
  const attributes = ["pk", "sk", "owner_id", "organization_id", "role", "memberships"];
  for await (const { pk, sk, owner_id, organization_id, role, memberships } of scanItems(table, attributes)) {
    const isMade = (sk === "VENUE" || sk === "EVENT") && !organization_id && owner_id !== undefined;
    const isSeller = pk === sk && UserId.safeParse(pk).success && role === "organizer" && memberships === undefined;
    if (isMade) owned.set(owner_id as UserId, [...(owned.get(owner_id as UserId) ?? []), pk as EventId | VenueId]);
    else if (isSeller && !owned.has(pk as UserId)) owned.set(pk as UserId, []);
  }
  return owned;
}

type Move = { user_id: UserId; organization_id: OrganizationId };

/** Both have their usage counted from then on; null for somebody who is gone. */
async function giveOrganization(core: Core, user_id: UserId): Promise<Move | null> {
  const user = await readItem(core.table, keys.user(user_id));
  if (!user || isDeleted(user)) return null;
  const organization_id = await makeOwnOrganization(core, user_id);
  if (user.suspended) await updateItem(core.table, suspendWith(organization_id, user_id));
  if (user.quotas) await updateItem(core.table, takeQuotas(organization_id, user));
  for (const owner_id of [user_id, organization_id]) await readAccount(core.table, owner_id);
  return { user_id, organization_id };
}

const takeQuotas = (organization_id: OrganizationId, { quotas }: Item) =>
  update({
    key: keys.organization(organization_id),
    update: "SET quotas = :quotas",
    condition: "attribute_not_exists(quotas)",
    values: { ":quotas": quotas },
  });

/** How often it is tried anew after somebody else changed the same venue or event. */
const maxAttempts = 5;

/** The same transaction moves the pointer and what is counted, so that a second run, also at once, moves nothing twice. */
async function moveVenue(core: Core, move: Move, venue_id: VenueId): Promise<boolean> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const item = await readItem(core.table, keys.venue(venue_id));
    if (!item || item.organization_id) return true;
    const { seat_count } = toVenue(item);
    const mark = update({
      key: keys.venue(venue_id),
      update: "SET organization_id = :id",
      condition: `seat_count = :seats AND ${unowned} AND (attribute_not_exists(lease_until) OR lease_until < :now)`,
      values: { ":id": move.organization_id, ":seats": seat_count, ":none": null, ":now": core.clock() },
    });
    const moved = [
      mark,
      ...movePointer(move, venue_id),
      ...moveUsage(move.user_id, move.organization_id, { seat_count }),
    ];
    if ((await transact(core.table, moved)).done) return true;
  }
  return false;
}

const unowned = "(attribute_not_exists(organization_id) OR organization_id = :none)";

const movePointer = ({ user_id, organization_id }: Move, id: VenueId): Action[] => [
  removeOwnerPointer(user_id, id),
  putOwnerPointer(organization_id, id),
];
