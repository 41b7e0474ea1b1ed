import { tokenOfInvitation } from "@evently/core/membership/invitation-token";
import { testSecrets } from "@evently/core/testing/test-secrets";
import type { BothProtocols, Somebody } from "./open-both-protocols.ts";

type People = { organizer: Somebody; buyer: Somebody; invited: Somebody };
type Invited = { organization_id: never; invitation_id: never };

/** All that has to do with an organization and its members, in both worlds; `invited` has verified `email`. */
export async function askOfOrganizations(
  { ask }: BothProtocols,
  { organizer, buyer, invited }: People,
  { email, user_id }: { email: string; user_id: string },
): Promise<void> {
  const { body } = await ask("organization.create", organizer, { name: "Second house" });
  const house = { organization_id: body?.organization_id };
  await ask("organization.create", buyer, { name: "House" });
  await ask("organization.create", organizer, { name: "House", terms_url: "http://example.org" });
  for (const who of [organizer, null]) await ask("organization.list", who);
  for (const name of ["get", "members", "invitations", "journal", "paymentAccount", "onboard"])
    for (const who of [organizer, buyer]) await ask(`organization.${name}`, who, house);
  for (const who of [organizer, buyer]) await ask("organization.change", who, { ...house, vat_id: "NO 1" });

  const asked = { ...house, email, role: "viewer" };
  await ask("organization.invite", buyer, asked);
  const { bodies } = await ask("organization.invite", organizer, asked);
  const tokenIn = (world: keyof typeof bodies) => ({
    token: tokenOfInvitation(testSecrets.SESSION_SECRET, { ...house, ...bodies[world] } as Invited),
  });
  for (const who of [organizer, invited, invited]) await ask("organization.acceptInvitation", who, tokenIn);
  await ask("organization.acceptInvitation", invited, { token: "none" });
  const named = (world: keyof typeof bodies) => ({ ...house, invitation_id: bodies[world]?.invitation_id });
  await ask("organization.revokeInvitation", organizer, named);
  const again = await ask("organization.invite", organizer, asked);
  await ask("organization.revokeInvitation", organizer, (world) => ({
    ...house,
    invitation_id: again.bodies[world]?.invitation_id,
  }));
  const member = { ...house, user_id };
  for (const role of ["manager", "emperor"]) await ask("organization.changeMember", organizer, { ...member, role });
  for (const who of [buyer, organizer, organizer]) await ask("organization.removeMember", who, member);
}
