import type { OrganizationId, UserId } from "../ids.ts";
import type { Invitation, InvitationId, MemberRole } from "../organization/organization.ts";
import { put, remove, update } from "../table/actions.ts";
import { dueAt } from "../table/due-index.ts";
import { type Key, keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { hashEmail } from "../user/contact.table.ts";

/** An open invitation as stored; its token is not in it. Once it has ended, another record says so, and names nobody invited. */
export type StoredInvitation = {
  invitation_id: InvitationId;
  organization_id: OrganizationId;
  role: MemberRole;
  invited_by: UserId;
  /** Good whoever is an owner later: an admin invited. */
  by_admin?: true;
  /** Epoch seconds. */
  ends_at: number;
  email: string;
};

/** How long it is remembered that one was used, revoked, or ran out, in seconds. */
const kept = 30 * 86_400;

/** Another open invitation; fails once there are as many as there may be, and for an organization that is suspended. */
export function countInvitation(organization_id: OrganizationId, most: number): Action {
  return update({
    key: keys.organization(organization_id),
    update: "ADD invitations :one",
    condition:
      "attribute_exists(pk) AND #state <> :suspended AND (attribute_not_exists(invitations) OR invitations < :most)",
    names: { "#state": "state" },
    values: { ":one": 1, ":most": most, ":suspended": "suspended" },
  });
}

/** One less, which nobody has accepted. */
function countInvitationEnded(organization_id: OrganizationId): Action {
  return update({
    key: keys.organization(organization_id),
    update: "ADD invitations :less",
    condition: "attribute_exists(pk)",
    values: { ":less": -1 },
  });
}

/** An invitation, due to be forgotten when it ends, and the pointer from whom it is for. */
export function putInvitation(invitation: StoredInvitation): Action[] {
  const { organization_id, invitation_id, ends_at, email } = invitation;
  const key = keys.invitation(organization_id, invitation_id);
  return [
    put({
      put: { ...key, ...invitation, ...dueAt("bulk", key.sk, ends_at) },
      condition: "attribute_not_exists(pk)",
    }),
    { put: keys.invited(hashEmail(email), organization_id, invitation_id) },
  ];
}

export const toInvitation = (item: Item): StoredInvitation => item as unknown as StoredInvitation;

export const isOpen = ({ ends_at }: StoredInvitation, now: number): boolean => now < ends_at;

export const viewInvitation = ({ invitation_id, email, role, ends_at }: StoredInvitation): Invitation => ({
  invitation_id,
  email,
  role,
  expires_at: toInstant(ends_at),
});

/** open -> used, once, by somebody; fails once it has ended, and first of all. */
export const acceptInvitationItem = (invitation: StoredInvitation, now: number, by: UserId): [Action, ...Action[]] => [
  remove({ remove: keyOf(invitation), condition: "ends_at > :now", values: { ":now": now } }),
  ...noteEnd(invitation, now, by),
];

/** open -> revoked by somebody, or expired, even if its time is over; the first action fails once it has ended otherwise. */
export const endInvitation = (invitation: StoredInvitation, now: number, by: UserId | null): [Action, ...Action[]] => [
  remove({ remove: keyOf(invitation), condition: "attribute_exists(pk)" }),
  countInvitationEnded(invitation.organization_id),
  ...noteEnd(invitation, now, by),
];

function noteEnd(
  { organization_id, invitation_id, email }: StoredInvitation,
  now: number,
  by: UserId | null,
): Action[] {
  const key = keys.endedInvitation(organization_id, invitation_id);
  const note = { closed_at: toInstant(now), closed_by: by, purge_at: Math.ceil(now) + kept };
  return [{ put: { ...key, ...note } }, { remove: keys.invited(hashEmail(email), organization_id, invitation_id) }];
}

/** With its organization. */
export const removeInvitation = ({ organization_id, invitation_id, email }: StoredInvitation): Action[] => [
  { remove: keys.invitation(organization_id, invitation_id) },
  { remove: keys.invited(hashEmail(email), organization_id, invitation_id) },
  { remove: keys.invitationMail(organization_id, invitation_id) },
];

const keyOf = ({ organization_id, invitation_id }: StoredInvitation): Key =>
  keys.invitation(organization_id, invitation_id);
