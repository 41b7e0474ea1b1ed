import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { OrganizationId } from "../ids.ts";
import type { Organization, Seller } from "./organization.ts";

/** Who sells, at most two seconds old, with the version of the terms that a buyer accepts. Throws ORGANIZATION_NOT_FOUND. */
export async function readSeller(
  { organizations }: Pick<Core, "organizations">,
  organization_id: OrganizationId,
): Promise<Seller & Pick<Organization, "terms_version">> {
  const organization = await organizations.find(organization_id);
  if (!organization) throw new EventlyError("ORGANIZATION_NOT_FOUND", {});
  const { state: _state, created_at: _created_at, ...seller } = organization;
  return seller;
}
