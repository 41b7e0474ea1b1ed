import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { OrganizationId, UserId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import {
  changeMember as changeMemberItem,
  checkOwner,
  countMembers,
  countOwnerGone,
  removeMember as removeMemberItem,
  type StoredMember,
  toMember,
} from "../organization/organization.table.ts";
import type { ChangedMember, ChangeMember, MemberRole } from "../organization/organization.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Action } from "../table/transact.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { checkSuccessor } from "./check-successor.ts";
import { requireOrganization } from "./get-organization.ts";
import { changeMembership, endMembership } from "./membership.table.ts";

/** How often it is tried anew after somebody else changed the same member. */
const maxAttempts = 5;

type Named = { organization_id: OrganizationId; user_id: UserId };

/**
 * Gives a member another role, for its owners; in force everywhere within two seconds. Throws ORGANIZATION_NOT_FOUND, FORBIDDEN,
 * USER_NOT_FOUND, LAST_OWNER.
 */
export async function changeMember(
  core: Core,
  actor: Actor,
  { role: to, ...named }: ChangeMember,
  lease: IdempotencyLease | null = null,
): Promise<ChangedMember> {
  await requireOrganization(core, actor, named.organization_id, "owner");
  const { user_id } = named;
  const changed = await changeLatest(
    core,
    actor,
    named,
    lease,
    (member) => {
      if (member.role === to) return null;
      const step = { ...named, from: member.role, to };
      return [changeMembership(step, to), changeMemberItem(step), ...countChange(step)];
    },
    to,
  );
  return { user_id, role: to, since: changed.since };
}

/** Ends a membership, for the organization's owners, or one's own. Throws as `changeMember` does. */
export async function removeMember(core: Core, actor: Actor, named: Named): Promise<void> {
  const isOwn = named.user_id === actor.user_id;
  await requireOrganization(core, actor, named.organization_id, isOwn ? null : "owner");
  const { organization_id, user_id } = named;
  await changeLatest(
    core,
    actor,
    named,
    null,
    ({ role }) => [
      endMembership({ ...named, from: role }),
      removeMemberItem({ organization_id, user_id, role }),
      role === "owner" ? countOwnerGone(organization_id, true) : countMembers(organization_id, { members: -1 }),
    ],
    null,
  );
}

function countChange({ organization_id, from, to }: Named & { from: MemberRole; to: MemberRole }): Action[] {
  if (from === "owner") return [countOwnerGone(organization_id, false)];
  return to === "owner" ? [countMembers(organization_id, { owners: 1 })] : [];
}

/**
 * Writes what `plan` makes of a member as read, person and member first and the count of owners third; null for nothing.
 * Planned anew after somebody else's change; whoever asks has to be an owner still, or to leave.
 */
async function changeLatest(
  core: Core,
  actor: Actor,
  { organization_id, user_id }: Named,
  lease: IdempotencyLease | null,
  plan: (member: StoredMember) => Action[] | null,
  to: MemberRole | null,
): Promise<StoredMember> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const item = await readItem(core.table, keys.member(organization_id, user_id));
    if (!item) throw new EventlyError("USER_NOT_FOUND", {});
    const member = toMember(item);
    const planned = plan(member);
    if (!planned) return member;
    const isOwn = user_id === actor.user_id;
    // An owner who was demoted is one no more, whatever their session says.
    if (isOwn && to !== null && actor.role !== "admin" && member.role !== "owner")
      throw new EventlyError("FORBIDDEN", { role: member.role });
    const action = to === null ? ("member.removed" as const) : ("member.role_changed" as const);
    const changes = { [user_id]: { before: member.role, after: to } };
    const asking = isOwn || actor.role === "admin" ? [] : [checkOwner(organization_id, actor.user_id)];
    const actions = [
      ...planned,
      putJournal({ subject: organization_id, at: core.clock(), actor, action, changes }),
      ...asking,
      ...(member.role === "owner" ? await checkSuccessor(core, actor, { organization_id, user_id }) : []),
    ];
    const others = accountsOf(actor).filter((id) => id !== user_id);
    const outcome = await transactFor(core.table, others, actions, { lease });
    core.sessions.forgetAll(user_id);
    if (outcome.done || (outcome.ambiguous && (await isDone(core, organization_id, user_id, to)))) return member;
    const failed = outcome.failedConditions.map(({ index }) => index);
    if (asking.length > 0 && failed.includes(planned.length + 1))
      throw new EventlyError("FORBIDDEN", { role: actor.role });
    if (failed.includes(2) && !failed.includes(0)) throw new EventlyError("LAST_OWNER", {});
  }
  throw new EventlyError("UNAVAILABLE", {});
}

async function isDone(core: Core, organization_id: OrganizationId, user_id: UserId, to: MemberRole | null) {
  const item = await readItem(core.table, keys.member(organization_id, user_id));
  return (item ? toMember(item).role : null) === to;
}
