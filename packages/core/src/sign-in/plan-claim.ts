import type { Core } from "../core.ts";
import { type OrganizationId, type OwnerId, UserId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { organizationsOf, ownersFor } from "../organization/may.ts";
import { checkUntouched } from "../organization/organization.table.ts";
import { invitationsFrom, keys } from "../table/keys.ts";
import { queryPage } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Action, Item } from "../table/transact.ts";
import { putContact } from "../user/contact.table.ts";
import { checkUnused, isCounted, toUsage } from "../user/usage.table.ts";
import { checkUnverified, checkUnverifiedAs, claimEmail, hasBooked, toUser } from "../user/user.table.ts";
import type { Actor } from "../user/user.ts";
import { checkClaim, giveUpAddress, moveClaim } from "../user/verify-user.table.ts";

/** What makes an address an account's; `former` is the account whose it was. */
export type Claiming = { actions: Action[]; former: UserId | null };

/** Whether an account of the version before, which has a claim that it never verified, keeps it as a verified one does. */
type Taking = { fromUnverified: "if-unused" | "always" };

/**
 * For whoever has shown to read the mails of an address. Another account keeps it if it has verified it, and has bookings, events,
 * venues, or an organization that is in use: then null. One that nobody uses is left without it. Every action fails where this is out of date.
 */
export async function planClaim(core: Core, email: string, actor: Actor, taking: Taking): Promise<Claiming | null> {
  const { user_id } = actor;
  const claim = await readItem(core.table, keys.email(email));
  if (!claim) return { actions: [claimEmail(email, user_id)], former: null };
  const former = UserId.parse(claim.user_id);
  if (former === user_id) return { actions: [checkClaim(email, user_id)], former: null };
  const leaving = await planToLeave(core, former, taking);
  if (!leaving) return null;
  const entry = { subject: former, at: core.clock(), actor, action: "account.email_changed" } as const;
  const moving = [moveClaim(email, { from: former, to: user_id }), putContact(email, former), putJournal(entry)];
  return { actions: [...moving, ...leaving], former };
}

/** What is unverified keeps what it has, but for the claim. */
async function planToLeave(core: Core, user_id: UserId, { fromUnverified }: Taking): Promise<Action[] | null> {
  const item = await readItem(core.table, keys.user(user_id));
  if (!item) throw new Error(`${user_id} is gone`);
  const user = toUser(item);
  if (!user.verified_at && fromUnverified === "always") return [checkUnverified(user_id)];
  if (user.suspended || user.role === "admin" || (await isInUse(core, item))) return null;
  const leaving = user.verified_at ? giveUpAddress(user) : checkUnverifiedAs(user);
  return [leaving, ...ownersFor(user, null).map(checkUnused), ...organizationsOf(user, "owner").map(checkUntouched)];
}

/** Whoever has booked, or works with somebody else, or sells. */
async function isInUse({ table }: Core, item: Item): Promise<boolean> {
  if (hasBooked(item)) return true;
  const user = toUser(item);
  if (Object.values(user.memberships ?? {}).some((role) => role !== "owner")) return true;
  // Bookings of the version before marked nobody.
  const { items } = await queryPage(table, { index: "byUser", partition: user.user_id, limit: 1 });
  if (items.length > 0) return true;
  const uses = [
    ...ownersFor(user, null).map((owner_id) => hasMade(table, owner_id)),
    ...organizationsOf(user, "owner").map((organization_id) => isTouched(table, organization_id)),
  ];
  return (await Promise.all(uses)).some(Boolean);
}

/** Whether somebody else is in an organization, or was asked to be, or it says who it is. */
async function isTouched(table: Table, partition: OrganizationId): Promise<boolean> {
  const item = await readItem(table, keys.organization(partition));
  if (Number(item?.members) > 1 || Number(item?.revision) > 0) return true;
  const { items } = await queryPage(table, { partition, from: invitationsFrom, limit: 1, consistent: true });
  return String(items[0]?.sk).startsWith(invitationsFrom);
}

async function hasMade(table: Table, partition: OwnerId): Promise<boolean> {
  const counted = (await readItem(table, keys.usage(partition))) ?? undefined;
  const usage = isCounted(counted) ? toUsage(counted) : null;
  if (usage && (usage.venues > 0 || usage.events.length > 0)) return true;
  const hasOf = async (kind: "event-" | "venue-") => {
    const { items } = await queryPage(table, { partition, from: kind, limit: 1, consistent: true });
    return String(items[0]?.sk).startsWith(kind);
  };
  return (await Promise.all([hasOf("event-"), hasOf("venue-")])).some(Boolean);
}
