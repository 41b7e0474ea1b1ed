import type { OrganizationId, UserId } from "../ids.ts";
import type { Invitation, InvitationId, MemberRole } from "../organization/organization.ts";
import { put, update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";
import { toInstant } from "../time.ts";

/** An invitation as stored; its token is not in it. `email` goes once it was used or revoked. */
export type StoredInvitation = {
  invitation_id: InvitationId;
  organization_id: OrganizationId;
  role: MemberRole;
  invited_by: UserId;
  /** Epoch seconds. */
  ends_at: number;
  email: string | null;
  closed_at: string | null;
};

/** How long it is remembered that one was used or ran out, in seconds. */
const kept = 30 * 86_400;

export function putInvitation({ closed_at: _, ...invitation }: StoredInvitation): Action {
  const { organization_id, invitation_id, ends_at } = invitation;
  return put({
    put: { ...keys.invitation(organization_id, invitation_id), ...invitation, purge_at: Math.ceil(ends_at) + kept },
    condition: "attribute_not_exists(pk)",
  });
}

export const toInvitation = (item: Item): StoredInvitation =>
  ({ email: null, closed_at: null, ...item }) as unknown as StoredInvitation;

export const isOpen = ({ closed_at, ends_at }: StoredInvitation, now: number): boolean =>
  closed_at === null && now < ends_at;

export const viewInvitation = ({ invitation_id, email, role, ends_at }: StoredInvitation): Invitation => ({
  invitation_id,
  email: email ?? "",
  role,
  expires_at: toInstant(ends_at),
});

type Named = Pick<StoredInvitation, "organization_id" | "invitation_id">;

/** open -> closed, once: used by somebody, or revoked by nobody else's use. Fails once it is closed or has expired. */
export function closeInvitation({ organization_id, invitation_id }: Named, now: number, by: UserId): Action {
  return update({
    key: keys.invitation(organization_id, invitation_id),
    update: "SET closed_at = :now, closed_by = :by REMOVE email",
    condition: "attribute_exists(pk) AND attribute_not_exists(closed_at) AND ends_at > :seconds",
    values: { ":now": toInstant(now), ":seconds": now, ":by": by },
  });
}
