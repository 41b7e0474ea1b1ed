import type { Core } from "../core.ts";
import type { InvitationMail } from "../mail/mail.ts";
import { isOpen, toInvitation } from "../membership/invitation.table.ts";
import { tokenOfInvitation } from "../membership/invitation-token.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { findContact } from "../user/find-contacts.ts";
import { isAdmins } from "./compose-sign-in.ts";
import type { Composed } from "./mailer.ts";

/** The letter with the link of an invitation; null once nobody can accept it any more. Throws UNAVAILABLE. */
export async function composeInvitation(
  core: Core,
  { organization_id, invitation_id }: InvitationMail,
): Promise<Composed | null> {
  const [item, organization] = await Promise.all([
    readItem(core.table, keys.invitation(organization_id, invitation_id)),
    core.organizations.find(organization_id),
  ]);
  const invitation = item && toInvitation(item);
  if (!invitation || !organization || !isOpen(invitation, core.clock())) return null;
  const { name: inviter } = await findContact(core.table, invitation.invited_by);
  const path = `/invitations#token=${tokenOfInvitation(core.secret, invitation)}`;
  const letter = { kind: "invitation", organization: organization.name, role: invitation.role, inviter, path } as const;
  const { email } = invitation;
  const shares = [
    { email, seller: organization_id },
    { email: null, seller: organization_id },
  ];
  return { to: email, toAdmin: await isAdmins(core, email), letter, shares };
}
