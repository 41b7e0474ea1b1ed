import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { OrganizationId, UserId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { operator } from "../journal/journal.ts";
import { readOwners } from "../membership/read-members.ts";
import { organizationsOf } from "../organization/may.ts";
import {
  checkMaySell,
  checkOrganizationSuspended,
  checkOwner,
  forgetSuspendedWith,
  resumeWith,
  suspendWith,
} from "../organization/organization.table.ts";
import { transact } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { checkNotSuspended, checkSuspended, resumeUser, suspendUser } from "../user/user.table.ts";
import type { User } from "../user/user.ts";
import type { Affected } from "./count-affected.ts";
import { getAccount } from "./get-account.ts";
import { withdrawEvents } from "./withdraw-events.ts";

/** `isNew` unless the account was so before; `events` are those that were taken from the public, or given back, by now. */
export type Suspended = { user_id: UserId; isNew: boolean; events: Affected[] };

type Suspending = { user_id: UserId; reason?: string | undefined };

/**
 * Suspends an account, and the organizations whose other owners are suspended already: from then on no transaction is made for them any more;
 * then their events leave the public one by one. Can be repeated, and finishes what was begun. Throws USER_NOT_FOUND, also for a guest, who has no account.
 */
export async function suspendAccount(core: Core, { user_id, reason }: Suspending): Promise<Suspended> {
  const now = core.clock();
  const account = await getAccount(core, user_id);
  const wanted = { at: toInstant(now), reason: reason ?? null };
  const entry = { subject: user_id, at: now, actor: operator, reason, action: "account.suspended" } as const;
  const isNew = !account.suspended;
  if (isNew) await transact(core.table, [suspendUser(user_id, wanted), putJournal(entry)]);
  const suspendedAccount = await getAccount(core, user_id);
  const { suspended } = suspendedAccount;
  // Resumed at the same time by somebody else.
  if (!suspended) return { user_id, isNew, events: [] };
  const sole = await suspendSole(core, suspendedAccount);
  const taking = { isGone: true, action: entry.action, reason };
  const alongside = [checkSuspended(user_id, suspended)];
  const events = await withdrawEvents(core, [user_id], { ...taking, alongside });
  for (const organization_id of sole) {
    const checks = [checkOrganizationSuspended(organization_id)];
    events.push(...(await withdrawEvents(core, [organization_id], { ...taking, alongside: checks })));
  }
  return { user_id, isNew, events };
}

/**
 * Undoes `suspendAccount`; events that are hidden by themselves stay so, and so do those of an organization that is suspended by
 * itself. Throws USER_NOT_FOUND.
 */
export async function resumeAccount(core: Core, { user_id, reason }: Suspending): Promise<Suspended> {
  const account = await getAccount(core, user_id);
  const entry = { subject: user_id, at: core.clock(), actor: operator, reason, action: "account.resumed" } as const;
  const isNew = account.suspended !== undefined;
  if (isNew) await transact(core.table, [resumeUser(user_id), putJournal(entry)]);
  const alongside = [checkNotSuspended(user_id)];
  const giving = { isGone: false, action: entry.action, reason };
  const events = await withdrawEvents(core, [user_id], { ...giving, alongside });
  for (const organization_id of await resumeSole(core, account)) {
    const checks = [...alongside, checkMaySell(organization_id)];
    events.push(...(await withdrawEvents(core, [organization_id], { ...giving, alongside: checks })));
  }
  return { user_id, isNew, events };
}

/** The organizations of whose owners all are suspended, suspended with them. */
async function suspendSole(core: Core, account: User): Promise<OrganizationId[]> {
  const sole: OrganizationId[] = [];
  for (const organization_id of organizationsOf(account, "owner"))
    if (await suspendWithOwners(core, organization_id, account)) sole.push(organization_id);
  return sole;
}

/** How often the owners are read anew after they changed meanwhile. */
const maxAttempts = 5;

async function suspendWithOwners(core: Core, organization_id: OrganizationId, { user_id }: User): Promise<boolean> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const owners = await readOwners(core.table, organization_id);
    const checks = owners.flatMap((owner) => (owner.suspended ? [checkSuspended(owner.user_id, owner.suspended)] : []));
    if (checks.length < owners.length || !owners.some((owner) => owner.user_id === user_id)) return false;
    const { done } = await transact(core.table, [suspendWith(organization_id, user_id, owners.length), ...checks]);
    core.organizations.forget(organization_id);
    if (done) return true;
  }
  throw new EventlyError("UNAVAILABLE", {});
}

/** Those that were suspended with their owners, by now or before, and may sell again. */
async function resumeSole(core: Core, account: User): Promise<OrganizationId[]> {
  const { user_id } = account;
  const resumed: OrganizationId[] = [];
  for (const organization_id of organizationsOf(account, "owner")) {
    const checks = [checkNotSuspended(user_id), checkOwner(organization_id, user_id)];
    await transact(core.table, [resumeWith(organization_id), ...checks]);
    await transact(core.table, [forgetSuspendedWith(organization_id), ...checks]);
    core.organizations.forget(organization_id);
    if ((await transact(core.table, [checkMaySell(organization_id)])).done) resumed.push(organization_id);
  }
  return resumed;
}
