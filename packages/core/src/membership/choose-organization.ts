import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { OrganizationId } from "../ids.ts";
import { isMember, may, organizationsOf } from "../organization/may.ts";
import { refusedTo } from "../organization/refused-to.ts";
import { requireOrganizer } from "../user/require-role.ts";
import type { Actor } from "../user/user.ts";
import { makeOwnOrganization } from "./make-own-organization.ts";

/**
 * The organization for which somebody makes something: the one that they name, else the only one that they manage. Throws
 * FORBIDDEN, ORGANIZATION_NOT_FOUND, and INVALID_INPUT where there are several.
 */
export async function chooseOrganization(
  core: Core,
  actor: Actor,
  organization_id: OrganizationId | undefined,
): Promise<OrganizationId> {
  requireOrganizer(actor);
  if (organization_id !== undefined) return requireManager(actor, organization_id);
  const [only, ...others] = organizationsOf(actor, "manager");
  if (others.length > 0) {
    const message = "needed, since you manage several organizations";
    throw new EventlyError("INVALID_INPUT", { faults: [{ path: "organization_id", message }] });
  }
  return only ?? makeOwnOrganization(core, actor.user_id);
}

function requireManager(actor: Actor, organization_id: OrganizationId): OrganizationId {
  if (!isMember(actor, { organization_id })) throw new EventlyError("ORGANIZATION_NOT_FOUND", {});
  if (!may(actor, { organization_id }, "manager")) throw refusedTo(actor, { organization_id });
  return organization_id;
}
