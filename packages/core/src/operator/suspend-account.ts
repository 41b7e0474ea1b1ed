import type { Core } from "../core.ts";
import type { OrganizationId, UserId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { operator } from "../journal/journal.ts";
import { organizationsOf } from "../organization/may.ts";
import { checkMaySell, forgetSuspendedWith, resumeWith, suspendWith } from "../organization/organization.table.ts";
import { transact } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { checkNotSuspended, checkSuspended, resumeUser, suspendUser } from "../user/user.table.ts";
import type { Suspension, User } from "../user/user.ts";
import type { Affected } from "./count-affected.ts";
import { getAccount } from "./get-account.ts";
import { withdrawEvents } from "./withdraw-events.ts";

/** `isNew` unless the account was so before; `events` are those that were taken from the public, or given back, by now. */
export type Suspended = { user_id: UserId; isNew: boolean; events: Affected[] };

type Suspending = { user_id: UserId; reason?: string | undefined };

/**
 * Suspends an account, and the organizations that have no other owner: from then on no transaction is made for them any more;
 * then their events leave the public one by one. Can be repeated, and finishes what was begun. Throws USER_NOT_FOUND, also for a guest, who has no account.
 */
export async function suspendAccount(core: Core, { user_id, reason }: Suspending): Promise<Suspended> {
  const now = core.clock();
  const account = await getAccount(core, user_id);
  const wanted = { at: toInstant(now), reason: reason ?? null };
  const entry = { subject: user_id, at: now, actor: operator, reason, action: "account.suspended" } as const;
  const isNew = !account.suspended;
  if (isNew) await transact(core.table, [suspendUser(user_id, wanted), putJournal(entry)]);
  const { suspended, ...suspendedAccount } = await getAccount(core, user_id);
  // Resumed at the same time by somebody else.
  if (!suspended) return { user_id, isNew, events: [] };
  const alongside = [checkSuspended(user_id, suspended)];
  const owners = [user_id, ...(await suspendSole(core, suspendedAccount, suspended))];
  const events = await withdrawEvents(core, owners, { isGone: true, action: entry.action, reason, alongside });
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

/** The organizations that have no other owner, suspended with theirs. */
async function suspendSole(core: Core, account: User, suspended: Suspension): Promise<OrganizationId[]> {
  const { user_id } = account;
  const sole: OrganizationId[] = [];
  for (const organization_id of organizationsOf(account, "owner")) {
    const actions = [suspendWith(organization_id, user_id), checkSuspended(user_id, suspended)];
    if ((await transact(core.table, actions)).done) sole.push(organization_id);
  }
  return sole;
}

/** Those that were suspended with their owner, by now or before, and may sell again. */
async function resumeSole(core: Core, account: User): Promise<OrganizationId[]> {
  const { user_id } = account;
  const resumed: OrganizationId[] = [];
  for (const organization_id of organizationsOf(account, "owner")) {
    const check = checkNotSuspended(user_id);
    await transact(core.table, [resumeWith(organization_id, user_id), check]);
    await transact(core.table, [forgetSuspendedWith(organization_id, user_id), check]);
    core.organizations.forget(organization_id);
    if ((await transact(core.table, [checkMaySell(organization_id)])).done) resumed.push(organization_id);
  }
  return resumed;
}
