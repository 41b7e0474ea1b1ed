import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { AcceptInvitation, DescribedInvitation } from "../organization/organization.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { isOpen, toInvitation, viewInvitation } from "./invitation.table.ts";
import { readInvitationToken } from "./invitation-token.ts";

/** What an invitation offers, for whoever has its link. Throws INVITATION_NOT_FOUND, INVITATION_CLOSED. */
export async function describeInvitation(core: Core, { token }: AcceptInvitation): Promise<DescribedInvitation> {
  const named = readInvitationToken(core.secret, token);
  const key = named && keys.invitation(named.organization_id, named.invitation_id);
  const item = key && (await readItem(core.table, key));
  const organization = named && (await core.organizations.find(named.organization_id));
  if (!item || !organization) throw new EventlyError("INVITATION_NOT_FOUND", {});
  const invitation = toInvitation(item);
  if (!isOpen(invitation, core.clock())) throw new EventlyError("INVITATION_CLOSED", {});
  const { email, role, expires_at } = viewInvitation(invitation);
  return { organization_id: organization.organization_id, name: organization.name, email, role, expires_at };
}
