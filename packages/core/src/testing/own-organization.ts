import type { OrganizationId } from "../ids.ts";
import { organizationsOf } from "../organization/may.ts";
import type { Actor } from "../user/user.ts";

/** The organization that somebody owns. */
export function ownOrganization(actor: Actor): OrganizationId {
  const [own] = organizationsOf(actor, "owner");
  if (!own) throw new Error(`${actor.user_id} owns no organization`);
  return own;
}
