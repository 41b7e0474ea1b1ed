import type { Core } from "../core.ts";
import { toInstant } from "../time.ts";
import { type CreateOrganization, type Organization, usualPaymentMethods } from "./organization.ts";

/** An organization to be written; it waits for the operator where newcomers do, unless it `isKnown`: of an account that has been selling before. */
export async function newOrganization(
  core: Core,
  { name, ...given }: CreateOrganization,
  { isKnown = false } = {},
): Promise<Organization> {
  const now = toInstant(core.clock());
  const { legal_name = null, address = null, contact_email = null, vat_id = null } = given;
  const { terms_url = null, privacy_url = null, payment_methods = [...usualPaymentMethods] } = given;
  return {
    organization_id: await core.ids.next("organization"),
    ...{ name, legal_name, address, contact_email, vat_id, terms_url },
    terms_version: terms_url === null ? null : now,
    privacy_url,
    payment_methods,
    state: isKnown || core.rules.ORGANIZERS === "open" ? "approved" : "pending",
    created_at: now,
  };
}

/** What somebody's own is called until they say otherwise: as they are, else by their number. */
export const nameOfOne = ({ user_id, name }: { user_id: string; name: string | null }): string =>
  name ?? `Organizer ${Number(user_id.slice("user-".length))}`;
