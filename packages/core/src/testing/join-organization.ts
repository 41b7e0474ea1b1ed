import type { OrganizationId } from "../ids.ts";
import { acceptInvitation } from "../membership/accept-invitation.ts";
import { tokenOfInvitation } from "../membership/invitation-token.ts";
import { invite } from "../membership/invite.ts";
import type { MemberRole } from "../organization/organization.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { toUser } from "../user/user.table.ts";
import type { Actor } from "../user/user.ts";
import type { TestCore } from "./open-core.ts";
import { signIn } from "./sign-in.ts";

let members = 0;

/** Whoever somebody is now, as their next session will say. */
export async function readActor(core: TestCore, { user_id }: Actor): Promise<Actor> {
  const item = await readItem(core.table, keys.user(user_id));
  if (!item) throw new Error(`${user_id} is gone`);
  return toUser(item);
}

/** The token of an invitation that the owner sends. */
export async function sendInvitation(
  core: TestCore,
  owner: Actor,
  wanted: { organization_id: OrganizationId; email: string; role: MemberRole },
): Promise<{ token: string; invitation_id: string }> {
  const { invitation_id } = await invite(core, owner, wanted);
  return { invitation_id, token: tokenOfInvitation(core.secret, { ...wanted, invitation_id }) };
}

/** A new person, signed in by a mail, who is invited by the owner and accepts. */
export async function joinOrganization(
  core: TestCore,
  owner: Actor,
  organization_id: OrganizationId,
  role: MemberRole,
): Promise<{ actor: Actor; token: string }> {
  const email = `member-${members++}@example.org`;
  const { user, token } = await signIn(core, email);
  const invitation = await sendInvitation(core, owner, { organization_id, email, role });
  await acceptInvitation(core, user, invitation);
  return { actor: await readActor(core, user), token };
}
