import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { OrganizationId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { operator } from "../journal/journal.ts";
import { readOwners } from "../membership/read-members.ts";
import {
  approveOrganizationItem,
  checkMaySell,
  checkOrganizationSuspended,
  checkOwner,
  forgetSuspended,
  resumeAltogether,
  resumeOrganizationItem,
  reviewOrganization,
  suspendOrganizationItem,
  toOrganization,
} from "../organization/organization.table.ts";
import type { Organization } from "../organization/organization.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { type Action, transact } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { checkNotSuspended } from "../user/user.table.ts";
import type { Affected } from "./count-affected.ts";
import { moveFormerEvents } from "./move-former-events.ts";
import { withdrawEvents } from "./withdraw-events.ts";

type Deciding = { organization_id: OrganizationId; reason?: string | undefined };

/** `isNew` unless it was so before; `events` are those that were taken from the public, or given back, by now. */
export type SuspendedOrganization = { organization: Organization; isNew: boolean; events: Affected[] };

/** Lets an organization publish, as who it is now; idempotent, also of one that is suspended meanwhile. Throws ORGANIZATION_NOT_FOUND. */
export async function approveOrganization(
  core: Core,
  { organization_id, reason }: Deciding,
): Promise<{ organization: Organization; isNew: boolean }> {
  const known = await read(core, organization_id);
  const entry = { subject: organization_id, at: core.clock(), actor: operator, reason } as const;
  const journal = putJournal({ ...entry, action: "organization.approved" });
  let isNew = false;
  for (const approve of [approveOrganizationItem, reviewOrganization])
    isNew ||= (await transact(core.table, [approve(known), journal])).done;
  core.organizations.forget(organization_id);
  return { organization: await read(core, organization_id), isNew };
}

/**
 * Suspends an organization: from the first write on what `sellersOf` says is refused for it; then its events leave the public one by
 * one. What was sold lives on, and so do its members' other organizations. Can be repeated. Throws ORGANIZATION_NOT_FOUND.
 */
export async function suspendOrganization(
  core: Core,
  { organization_id, reason }: Deciding,
): Promise<SuspendedOrganization> {
  await read(core, organization_id);
  const now = core.clock();
  const action = "organization.suspended";
  const { done: isNew } = await transact(core.table, [
    suspendOrganizationItem(organization_id, toInstant(now)),
    putJournal({ subject: organization_id, at: now, actor: operator, reason, action }),
  ]);
  core.organizations.forget(organization_id);
  const organization = await read(core, organization_id);
  // Resumed at the same time by somebody else.
  if (organization.state !== "suspended") return { organization, isNew, events: [] };
  await moveFormerEvents(core, organization_id);
  const alongside = [checkOrganizationSuspended(organization_id)];
  const events = await withdrawEvents(core, [organization_id], { isGone: true, action, reason, alongside });
  return { organization, isNew, events };
}

/** Undoes `suspendOrganization`; while all its owners are suspended it stays so. Throws ORGANIZATION_NOT_FOUND. */
export async function resumeOrganization(
  core: Core,
  { organization_id, reason }: Deciding,
): Promise<SuspendedOrganization> {
  await read(core, organization_id);
  const action = "organization.resumed";
  const entry = putJournal({ subject: organization_id, at: core.clock(), actor: operator, reason, action });
  const isNew = await resume(core, organization_id, entry);
  core.organizations.forget(organization_id);
  const organization = await read(core, organization_id);
  if (organization.state === "suspended") return { organization, isNew, events: [] };
  const alongside = [checkMaySell(organization_id)];
  const events = await withdrawEvents(core, [organization_id], { isGone: false, action, reason, alongside });
  return { organization, isNew, events };
}

/** With an owner who may act nothing of what it was suspended with is left. Answers whether it was suspended by now. */
async function resume({ table }: Core, organization_id: OrganizationId, entry: Action): Promise<boolean> {
  const owner = (await readOwners(table, organization_id)).find(({ suspended }) => !suspended);
  const checks = owner ? [checkOwner(organization_id, owner.user_id), checkNotSuspended(owner.user_id)] : [];
  const ways = owner ? [resumeAltogether] : [resumeOrganizationItem, forgetSuspended];
  for (const way of ways) if ((await transact(table, [way(organization_id), entry, ...checks])).done) return true;
  return false;
}

async function read({ table }: Core, organization_id: OrganizationId): Promise<Organization> {
  const item = await readItem(table, keys.organization(organization_id));
  if (!item) throw new EventlyError("ORGANIZATION_NOT_FOUND", {});
  return toOrganization(item).organization;
}
