import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { transactIdempotent } from "../idempotency/transact-idempotent.ts";
import { putJournal } from "../journal/journal.table.ts";
import { checkOwner, countJoining, putMember } from "../organization/organization.table.ts";
import type { AcceptInvitation, Joined } from "../organization/organization.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { FailedCondition, Item } from "../table/transact.ts";
import { normalizeEmail } from "../text/normalize-email.ts";
import { toInstant } from "../time.ts";
import { toUser } from "../user/user.table.ts";
import type { Actor, User } from "../user/user.ts";
import { openInvitation } from "./get-invitation.ts";
import { acceptInvitationItem, type StoredInvitation } from "./invitation.table.ts";
import { mostMembers } from "./limits.rules.ts";
import { beginMemberships } from "./make-own-organization.ts";
import { joinWith, refusedMembership } from "./membership.table.ts";

/**
 * Makes whoever is signed in with the invited address a member, once, as long as whoever invited is an owner still. Throws
 * INVITATION_NOT_FOUND; FORBIDDEN for another address, or one that nobody has verified; INVITATION_CLOSED; ALREADY_MEMBER;
 * MEMBERSHIP_LIMIT; SUSPENDED. A suspended organization may be joined as it may be left: it sells nothing, whoever its members are.
 */
export async function acceptInvitation(
  core: Core,
  actor: Actor,
  { token }: AcceptInvitation,
  lease: IdempotencyLease | null = null,
): Promise<Joined> {
  const invitation = await openInvitation(core, token);
  const { organization_id, role } = invitation;
  const user = await readInvited(core, actor, invitation);
  const { user_id } = actor;
  await beginMemberships(core, user_id);
  const now = core.clock();
  const joined: Joined = { organization_id, role };
  const changes = { [user_id]: { before: null, after: role } };
  const [close, ...ended] = acceptInvitationItem(invitation, now, user_id);
  const actions = [
    joinWith(user.email ?? "", { user_id, ...joined }),
    close,
    countJoining(organization_id, role, mostMembers),
    putMember({ ...joined, user_id, since: toInstant(now) }),
    ...ended,
    putJournal({ subject: organization_id, at: now, actor, action: "member.joined", changes }),
    ...(invitation.by_admin ? [] : [checkOwner(organization_id, invitation.invited_by)]),
  ];
  const outcome = await transactIdempotent(core.table, actions, { lease, response: { output: joined } });
  core.sessions.forgetAll(user_id);
  if (!outcome.done && !(outcome.ambiguous && (await hasJoined(core, invitation, user_id))))
    throw refused(outcome.failedConditions, invitation, actor);
  return joined;
}

async function readInvited(core: Core, actor: Actor, invitation: StoredInvitation): Promise<User> {
  const { organization_id, invited_by, by_admin } = invitation;
  const person = await readItem(core.table, keys.user(actor.user_id));
  if (!person) throw new EventlyError("INVITATION_NOT_FOUND", {});
  const user = toUser(person);
  if (!isInvited(user, invitation)) throw notInvited(actor);
  if (user.memberships?.[organization_id]) throw new EventlyError("ALREADY_MEMBER", {});
  // Whoever invited themselves is no owner any more.
  if (invited_by === actor.user_id && !by_admin) throw new EventlyError("INVITATION_CLOSED", {});
  return user;
}

const isInvited = ({ email, verified_at }: User, invitation: StoredInvitation): boolean =>
  email !== null && verified_at !== undefined && normalizeEmail(email) === normalizeEmail(invitation.email);

const notInvited = ({ role }: Actor): EventlyError =>
  new EventlyError("FORBIDDEN", { role }, "Sign in by a mail to the address that was invited.");

/** By which of the conditions failed, in the order of the writes, and by what stood there. */
function refused(failed: readonly FailedCondition[], invitation: StoredInvitation, actor: Actor): EventlyError {
  const at = (index: number) => failed.find((condition) => condition.index === index);
  const [person, closed, organization, member] = [at(0), at(1), at(2), at(3)];
  if (closed) return new EventlyError("INVITATION_CLOSED", {});
  if (person) return refusedJoining(person.item, invitation, actor);
  if (member) return new EventlyError("ALREADY_MEMBER", {});
  if (organization) return refusedByOrganization(organization.item);
  // Whoever invited is no owner any more.
  return new EventlyError("INVITATION_CLOSED", {});
}

function refusedJoining(item: Item | null, invitation: StoredInvitation, actor: Actor): EventlyError {
  const user = item && toUser(item);
  if (!user || !isInvited(user, invitation)) return notInvited(actor);
  return refusedMembership(item, invitation.organization_id);
}

function refusedByOrganization(item: Item | null): EventlyError {
  if (!item) return new EventlyError("INVITATION_NOT_FOUND", {});
  return new EventlyError("MEMBERSHIP_LIMIT", { limit: mostMembers });
}

/** An earlier send of the same write got no answer. */
async function hasJoined(core: Core, { organization_id, invitation_id }: StoredInvitation, user_id: Actor["user_id"]) {
  const item = await readItem(core.table, keys.endedInvitation(organization_id, invitation_id));
  return item?.closed_by === user_id;
}
