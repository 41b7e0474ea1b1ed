import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { transactIdempotent } from "../idempotency/transact-idempotent.ts";
import { putJournal } from "../journal/journal.table.ts";
import { countJoining, putMember } from "../organization/organization.table.ts";
import type { AcceptInvitation, Joined } from "../organization/organization.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { FailedCondition } from "../table/transact.ts";
import { normalizeEmail } from "../text/normalize-email.ts";
import { toInstant } from "../time.ts";
import { toUser } from "../user/user.table.ts";
import type { Actor, User } from "../user/user.ts";
import { closeInvitation, isOpen, type StoredInvitation, toInvitation } from "./invitation.table.ts";
import { readInvitationToken } from "./invitation-token.ts";
import { mostMembers } from "./limits.rules.ts";
import { beginMemberships } from "./make-own-organization.ts";
import { joinWith, refusedMembership } from "./membership.table.ts";

/**
 * Makes whoever is signed in with the invited address a member, once. Throws INVITATION_NOT_FOUND; FORBIDDEN for another
 * address, or one that nobody has verified; INVITATION_CLOSED; MEMBERSHIP_LIMIT; SUSPENDED.
 */
export async function acceptInvitation(
  core: Core,
  actor: Actor,
  { token }: AcceptInvitation,
  lease: IdempotencyLease | null = null,
): Promise<Joined> {
  const { invitation, user } = await readInvited(core, actor, token);
  const { organization_id, role } = invitation;
  const { user_id } = actor;
  await beginMemberships(core, user_id);
  const now = core.clock();
  const joined: Joined = { organization_id, role };
  const changes = { [user_id]: { before: null, after: role } };
  const actions = [
    joinWith(user.email ?? "", { user_id, ...joined }),
    closeInvitation(invitation, now, user_id),
    countJoining(organization_id, role, mostMembers),
    putMember({ ...joined, user_id, since: toInstant(now) }),
    putJournal({ subject: organization_id, at: now, actor, action: "member.joined", changes }),
  ];
  const outcome = await transactIdempotent(core.table, actions, { lease, response: { output: joined } });
  core.sessions.forgetAll(user_id);
  if (!outcome.done && !(outcome.ambiguous && (await hasJoined(core, invitation, user_id))))
    throw refused(outcome.failedConditions);
  return joined;
}

async function readInvited(
  core: Core,
  { user_id, role }: Actor,
  token: string,
): Promise<{ invitation: StoredInvitation; user: User }> {
  const named = readInvitationToken(core.secret, token);
  const key = named && keys.invitation(named.organization_id, named.invitation_id);
  const [item, person] = await Promise.all([
    key && readItem(core.table, key),
    readItem(core.table, keys.user(user_id)),
  ]);
  if (!item || !person) throw new EventlyError("INVITATION_NOT_FOUND", {});
  const invitation = toInvitation(item);
  if (!isOpen(invitation, core.clock())) throw new EventlyError("INVITATION_CLOSED", {});
  const user = toUser(person);
  const isInvited = user.email !== null && normalizeEmail(user.email) === normalizeEmail(invitation.email ?? "");
  if (!isInvited || user.verified_at === undefined)
    throw new EventlyError("FORBIDDEN", { role }, "Sign in by a mail to the address that was invited.");
  return { invitation, user };
}

/** By which of the conditions failed, in the order of the writes. */
function refused(failed: readonly FailedCondition[]): EventlyError {
  const at = (index: number) => failed.find((condition) => condition.index === index);
  if (at(1) || at(3)) return new EventlyError("INVITATION_CLOSED", {});
  if (at(0)) return refusedMembership(at(0)?.item ?? null);
  return new EventlyError("MEMBERSHIP_LIMIT", { limit: mostMembers });
}

/** An earlier send of the same write got no answer. */
async function hasJoined(core: Core, { organization_id, invitation_id }: StoredInvitation, user_id: Actor["user_id"]) {
  const item = await readItem(core.table, keys.invitation(organization_id, invitation_id));
  return item?.closed_by === user_id;
}
