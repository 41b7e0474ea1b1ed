import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { OrganizationId } from "../ids.ts";
import type { InvitationId } from "../organization/organization.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { isOpen, type StoredInvitation, toInvitation } from "./invitation.table.ts";
import { readInvitationToken } from "./invitation-token.ts";

type Named = { organization_id: OrganizationId; invitation_id: InvitationId };

/** Also one whose time is over, until that was noted. Throws INVITATION_NOT_FOUND, and INVITATION_CLOSED once it has ended. */
export async function getInvitation({ table }: Core, named: Named): Promise<StoredInvitation> {
  const { organization_id, invitation_id } = named;
  const item = await readItem(table, keys.invitation(organization_id, invitation_id));
  if (item) return toInvitation(item);
  const ended = await readItem(table, keys.endedInvitation(organization_id, invitation_id));
  throw new EventlyError(ended ? "INVITATION_CLOSED" : "INVITATION_NOT_FOUND", {});
}

/** What a token opens. Throws INVITATION_NOT_FOUND, and INVITATION_CLOSED for one that can't be accepted any more. */
export async function openInvitation(core: Core, token: string): Promise<StoredInvitation> {
  const named = readInvitationToken(core.secret, token);
  if (!named) throw new EventlyError("INVITATION_NOT_FOUND", {});
  const invitation = await getInvitation(core, named);
  if (!isOpen(invitation, core.clock())) throw new EventlyError("INVITATION_CLOSED", {});
  return invitation;
}
