import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { listOwnEventIds, readEvents } from "../event/list-own-events.ts";
import type { EventId, OrganizationId, OwnerId, UserId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { operator } from "../journal/journal.ts";
import { organizationsOf } from "../organization/may.ts";
import { resumeWith, suspendWith } from "../organization/organization.table.ts";
import { transact } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { checkNotSuspended, checkSuspended, resumeUser, suspendUser } from "../user/user.table.ts";
import type { Suspension, User } from "../user/user.ts";
import { type Affected, countAffected } from "./count-affected.ts";
import { getAccount } from "./get-account.ts";
import { withdrawEvent } from "./withdraw-event.ts";

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
  const isOpen = ({ status, suspended_at }: StoredEvent) =>
    (status === "published" || status === "paused") && suspended_at === null;
  const sole: OwnerId[] = await suspendSole(core, suspendedAccount, suspended);
  const events = await workThrough(core, [user_id, ...sole], isOpen, (event) =>
    withdrawEvent(core, event, { because: "suspended_at", isGone: true, action: entry.action, reason, alongside }),
  );
  return { user_id, isNew, events };
}

/** Undoes `suspendAccount`; events that are hidden by themselves stay so. Throws USER_NOT_FOUND. */
export async function resumeAccount(core: Core, { user_id, reason }: Suspending): Promise<Suspended> {
  const account = await getAccount(core, user_id);
  const entry = { subject: user_id, at: core.clock(), actor: operator, reason, action: "account.resumed" } as const;
  const isNew = account.suspended !== undefined;
  if (isNew) await transact(core.table, [resumeUser(user_id), putJournal(entry)]);
  const resumed: OwnerId[] = await resumeSole(core, account);
  const alongside = [checkNotSuspended(user_id)];
  const isGone = ({ suspended_at }: StoredEvent) => suspended_at !== null;
  const events = await workThrough(core, [user_id, ...resumed], isGone, (event) =>
    withdrawEvent(core, event, { because: "suspended_at", isGone: false, action: entry.action, reason, alongside }),
  );
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

/** Those that were suspended with their owner, by now or before. */
async function resumeSole(core: Core, account: User): Promise<OrganizationId[]> {
  const { user_id } = account;
  const own = organizationsOf(account, "owner");
  for (const organization_id of own)
    await transact(core.table, [resumeWith(organization_id, user_id), checkNotSuspended(user_id)]);
  return own;
}

/** How many events are read at once. */
const portion = 100;

/** Read after the account was written: what was published before is among them, and nothing is published since. */
async function workThrough(
  core: Core,
  owners: readonly OwnerId[],
  isMeant: (event: StoredEvent) => boolean,
  change: (event: StoredEvent) => Promise<boolean>,
): Promise<Affected[]> {
  const ids = await listOwnEventIds(core.table, owners);
  const changed: EventId[] = [];
  for (let from = 0; from < ids.length; from += portion) {
    for (const { event } of await readEvents(core.table, ids.slice(from, from + portion)))
      if (isMeant(event) && (await change(event))) changed.push(event.event_id);
  }
  const affected: Affected[] = [];
  for (const event_id of changed) affected.push(await countAffected(core, event_id));
  return affected;
}
