import { tokenOfInvitation } from "@evently/core/membership/invitation-token";
import type { TestCore } from "@evently/core/testing/open-core";
import { signIn } from "@evently/core/testing/sign-in";
import type { CheckedCall } from "./check-answers.ts";

type People = { core: TestCore; owner: string; stranger: string };

/** All that the routes of an organization answer, to its owner, a member and a stranger. */
export async function callOrganizations(call: CheckedCall["call"], { core, owner, stranger }: People): Promise<void> {
  const { organization_id } = (await call("POST", "/organizations", { token: owner, body: { name: "House" } })).body;
  await call("GET", "/organizations", { token: owner });
  const path = `/organizations/${organization_id}`;
  const body = { terms_url: "https://example.org/terms" };
  for (const who of [owner, stranger]) await call("GET", path, { token: who });
  for (const who of [owner, stranger]) await call("PATCH", path, { token: who, body });
  await call("POST", "/organizations", { token: stranger, body: { name: "House" } });
  for (const method of ["GET", "POST"] as const)
    for (const who of [owner, stranger]) await call(method, `${path}/payment-account`, { token: who, body: undefined });
  for (const list of ["members", "invitations", "journal"]) await call("GET", `${path}/${list}`, { token: owner });
  const { user, token: member } = await signIn(core, "member@example.org");
  const invitation = { token: owner, body: { email: user.email, role: "viewer" } };
  const { invitation_id } = (await call("POST", `${path}/invitations`, invitation)).body;
  const { body: second } = await call("POST", `${path}/invitations`, invitation);
  const secret = tokenOfInvitation(core.secret, { organization_id, invitation_id } as never);
  for (const _ of [1, 2]) await call("POST", "/invitations/accept", { token: member, body: { token: secret } });
  await call("DELETE", `${path}/invitations/${second.invitation_id}`, { token: owner });
  await call("PATCH", `${path}/members/${user.user_id}`, { token: owner, body: { role: "manager" } });
  for (const who of [member, owner]) await call("DELETE", `${path}/members/${user.user_id}`, { token: who });
  const { items } = (await call("GET", `${path}/members`, { token: owner })).body as { items: { user_id: string }[] };
  await call("DELETE", `${path}/members/${items[0]?.user_id}`, { token: owner });
}
