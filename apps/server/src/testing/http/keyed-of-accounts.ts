import type { OrganizationId } from "@evently/core/ids";
import { tokenOfInvitation } from "@evently/core/membership/invitation-token";
import { joinOrganization } from "@evently/core/testing/join-organization";
import { signIn } from "@evently/core/testing/sign-in";
import { findSession } from "@evently/core/user/session";
import { findBooking } from "./find-booking.ts";
import type { openSale, TestApp } from "./open-app.ts";

type Request = { path: string; token: string; body?: unknown };
type Opened = { app: TestApp; sale: Awaited<ReturnType<typeof openSale>>; nextSeat(): string };

let emails = 0;
const newEmail = () => `keyed-${emails++}@example.org`;

/** Every POST and PATCH of accounts and organizations that may have a key, and the status that it is answered with. */
export function keyedOfAccounts(open: () => Opened): Record<string, [number, () => Promise<Request>]> {
  const token = () => open().sale.organizer.token;
  return {
    "POST /user/{user_id}/bookings/adopt": [
      200,
      () => findBooking(open().app, open().sale.event_id, open().nextSeat()),
    ],
    "POST /organizations": [
      201,
      async () => {
        const somebody = await signIn(open().app.core, newEmail());
        return { path: "/organizations", token: somebody.token, body: { name: "House" } };
      },
    ],
    "PATCH /organizations/{organization_id}": [
      200,
      async () => ({ path: (await findHouse(open())).path, token: token(), body: { vat_id: newEmail() } }),
    ],
    "POST /organizations/{organization_id}/invitations": [201, async () => invitationOf(open(), newEmail())],
    "POST /invitations/accept": [200, () => acceptance(open())],
    "PATCH /organizations/{organization_id}/members/{user_id}": [200, () => promotion(open())],
  };
}

async function findHouse({ app, sale }: Opened) {
  const { token, user_id } = sale.organizer;
  const { body } = await app.call("GET", `/user/${user_id}`, { token });
  const [organization_id = ""] = Object.keys(body.memberships as object);
  return { path: `/organizations/${organization_id}`, organization_id: organization_id as OrganizationId };
}

async function invitationOf(opened: Opened, email: string): Promise<Request> {
  const { path } = await findHouse(opened);
  return { path: `${path}/invitations`, token: opened.sale.organizer.token, body: { email, role: "door" } };
}

async function acceptance(opened: Opened): Promise<Request> {
  const { core, call } = opened.app;
  const { organization_id } = await findHouse(opened);
  const email = newEmail();
  const invited = await signIn(core, email);
  const { path, ...sent } = await invitationOf(opened, email);
  const { body } = await call("POST", path, sent);
  const token = tokenOfInvitation(core.secret, { organization_id, invitation_id: body.invitation_id as never });
  return { path: "/invitations/accept", token: invited.token, body: { token } };
}

async function promotion(opened: Opened): Promise<Request> {
  const { core } = opened.app;
  const { token } = opened.sale.organizer;
  const { path, organization_id } = await findHouse(opened);
  const owner = (await findSession(core, token))?.actor;
  if (!owner) throw new Error("the organizer is not signed in");
  const { actor } = await joinOrganization(core, owner, organization_id, "viewer");
  return { path: `${path}/members/${actor.user_id}`, token, body: { role: "manager" } };
}
