import type { CheckedCall } from "./check-answers.ts";

type Call = CheckedCall["call"];
type Step = (stated: number, method: string, path: string, sent?: Parameters<Call>[2]) => ReturnType<Call>;

/** An organization, from its creation to the end of a membership that nobody may end. */
export async function walkOrganization(step: Step, token: string): Promise<void> {
  const body = async (...asked: Parameters<Step>) => (await step(...asked)).body;
  const named = { token, body: { name: "House of the walk" } };
  const { organization_id } = await body(201, "POST", "/organizations", named);
  const path = `/organizations/${organization_id}`;
  await step(401, "GET", path);
  for (const list of ["", "/members", "/invitations", "/journal", "/payment-account"])
    await step(200, "GET", `${path}${list}`, { token });
  await step(200, "GET", "/organizations", { token });
  await step(200, "POST", `${path}/payment-account`, { token, body: { return_path: "/organizer" } });
  await step(200, "PATCH", path, { token, body: { terms_url: "https://example.org/terms" } });
  const invited = { token, body: { email: `walk-${Date.now()}@example.com`, role: "viewer" } };
  const { invitation_id } = await body(201, "POST", `${path}/invitations`, invited);
  await step(204, "DELETE", `${path}/invitations/${invitation_id}`, { token });
  await step(409, "DELETE", `${path}/invitations/${invitation_id}`, { token });
  await step(404, "POST", "/invitations/accept", { token, body: { token: "none" } });
  const { items } = await body(200, "GET", `${path}/members`, { token });
  const [self] = items as { user_id: string }[];
  await step(200, "PATCH", `${path}/members/${self?.user_id}`, { token, body: { role: "owner" } });
  await step(409, "DELETE", `${path}/members/${self?.user_id}`, { token });
}
