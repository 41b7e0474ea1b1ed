import { createHmac, timingSafeEqual } from "node:crypto";
import { OrganizationId } from "../ids.ts";
import { InvitationId } from "../organization/organization.ts";

type Named = { organization_id: OrganizationId; invitation_id: InvitationId };

const sign = (secret: string, { organization_id, invitation_id }: Named): string =>
  createHmac("sha256", secret).update(`invitation ${organization_id} ${invitation_id}`).digest("base64url");

/** The token of an invitation's link: it follows from the ids under the server's secret, so that no record has it. */
export const tokenOfInvitation = (secret: string, named: Named): string =>
  `${named.organization_id}.${named.invitation_id}.${sign(secret, named)}`;

/** What a token names; null for one that this installation did not make. */
export function readInvitationToken(secret: string, token: string): Named | null {
  const [organization, invitation, given = ""] = token.split(".");
  const organization_id = OrganizationId.safeParse(organization).data;
  const invitation_id = InvitationId.safeParse(invitation).data;
  if (!organization_id || !invitation_id) return null;
  const expected = Buffer.from(sign(secret, { organization_id, invitation_id }));
  const actual = Buffer.from(given);
  const isOurs = actual.length === expected.length && timingSafeEqual(actual, expected);
  return isOurs ? { organization_id, invitation_id } : null;
}
