import { expect, it } from "vitest";
import type { InvitationId } from "../organization/organization.ts";
import { sendInvitation } from "../testing/join-organization.ts";
import { newOrganizer } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { describeInvitation } from "./describe-invitation.ts";
import { getOrganization } from "./get-organization.ts";
import { revokeInvitation } from "./invite.ts";

const [core, other] = await openTwoCores();

it("whoever has an invitation's link reads what it offers, until it is closed", async () => {
  const owner = await newOrganizer(core);
  const organization_id = ownOrganization(owner);
  const wanted = { organization_id, email: "Ben@example.org", role: "manager" } as const;
  const { token, invitation_id } = await sendInvitation(core, owner, wanted);
  const { name } = await getOrganization(core, owner, { organization_id });
  const described = await describeInvitation(other, { token });
  expect(described).toEqual({ ...wanted, name, expires_at: described.expires_at });
  const forged = describeInvitation(core, { token: `${token.slice(0, -1)}~` });
  await expect(forged).rejects.toMatchObject({ code: "INVITATION_NOT_FOUND" });
  await revokeInvitation(core, owner, { organization_id, invitation_id: invitation_id as InvitationId });
  await expect(describeInvitation(core, { token })).rejects.toMatchObject({ code: "INVITATION_CLOSED" });
});
