import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { AcceptInvitation, DescribedInvitation } from "../organization/organization.ts";
import { openInvitation } from "./get-invitation.ts";
import { viewInvitation } from "./invitation.table.ts";

/** What an invitation offers, for whoever has its link. Throws INVITATION_NOT_FOUND, INVITATION_CLOSED. */
export async function describeInvitation(core: Core, { token }: AcceptInvitation): Promise<DescribedInvitation> {
  const invitation = await openInvitation(core, token);
  const organization = await core.organizations.find(invitation.organization_id);
  if (!organization) throw new EventlyError("INVITATION_NOT_FOUND", {});
  const { email, role, expires_at } = viewInvitation(invitation);
  return { organization_id: organization.organization_id, name: organization.name, email, role, expires_at };
}
