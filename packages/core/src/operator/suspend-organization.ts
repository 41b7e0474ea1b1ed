import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { OrganizationId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { operator } from "../journal/journal.ts";
import {
  approveOrganizationItem,
  checkMaySell,
  checkOrganizationSuspended,
  forgetSuspended,
  resumeOrganizationItem,
  suspendOrganizationItem,
  toOrganization,
} from "../organization/organization.table.ts";
import type { Organization } from "../organization/organization.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import type { Affected } from "./count-affected.ts";
import { withdrawEvents } from "./withdraw-events.ts";

type Deciding = { organization_id: OrganizationId; reason?: string | undefined };

/** `isNew` unless it was so before; `events` are those that were taken from the public, or given back, by now. */
export type SuspendedOrganization = { organization: Organization; isNew: boolean; events: Affected[] };

/** Lets an organization publish; idempotent, also of one that is suspended meanwhile. Throws ORGANIZATION_NOT_FOUND. */
export async function approveOrganization(
  core: Core,
  { organization_id, reason }: Deciding,
): Promise<{ organization: Organization; isNew: boolean }> {
  const known = await read(core, organization_id);
  const entry = { subject: organization_id, at: core.clock(), actor: operator, reason } as const;
  const { done } = await transact(core.table, [
    approveOrganizationItem(known),
    putJournal({ ...entry, action: "organization.approved" }),
  ]);
  core.organizations.forget(organization_id);
  return { organization: await read(core, organization_id), isNew: done };
}

/**
 * Suspends an organization: from the first write on nothing is sold or changed for it; then its events leave the public one by one. What
 * was sold lives on, and so do its members' other organizations. Can be repeated. Throws ORGANIZATION_NOT_FOUND.
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
  const alongside = [checkOrganizationSuspended(organization_id)];
  const events = await withdrawEvents(core, [organization_id], { isGone: true, action, reason, alongside });
  return { organization, isNew, events };
}

/** Undoes `suspendOrganization`; while its sole owner is suspended it stays so. Throws ORGANIZATION_NOT_FOUND. */
export async function resumeOrganization(
  core: Core,
  { organization_id, reason }: Deciding,
): Promise<SuspendedOrganization> {
  await read(core, organization_id);
  const action = "organization.resumed";
  const entry = putJournal({ subject: organization_id, at: core.clock(), actor: operator, reason, action });
  const resumed = await transact(core.table, [resumeOrganizationItem(organization_id), entry]);
  const isNew = resumed.done || (await transact(core.table, [forgetSuspended(organization_id), entry])).done;
  core.organizations.forget(organization_id);
  const organization = await read(core, organization_id);
  if (organization.state === "suspended") return { organization, isNew, events: [] };
  const alongside = [checkMaySell(organization_id)];
  const events = await withdrawEvents(core, [organization_id], { isGone: false, action, reason, alongside });
  return { organization, isNew, events };
}

async function read({ table }: Core, organization_id: OrganizationId): Promise<Organization> {
  const item = await readItem(table, keys.organization(organization_id));
  if (!item) throw new EventlyError("ORGANIZATION_NOT_FOUND", {});
  return toOrganization(item).organization;
}
