import { EventlyError } from "../errors.ts";
import { includes } from "../organization/may.ts";
import type { MemberRole } from "../organization/organization.ts";
import type { Actor } from "./user.ts";

/**
 * Throws FORBIDDEN unless somebody may do a role's task for some organization; who signed up to sell may, until they are
 * known to be a member of something.
 */
export function requireOrganizer(actor: Actor, task: MemberRole | null = "manager"): void {
  const { role, memberships } = actor;
  if (role === "admin" || (role === "organizer" && memberships === undefined)) return;
  const roles = Object.values(memberships ?? {});
  if (!roles.some((own) => task === null || includes(own, task)))
    throw new EventlyError("FORBIDDEN", { role }, "This needs a role in an organization that allows it.");
}
