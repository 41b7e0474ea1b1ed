import type { Core } from "../core.ts";
import type { OrganizationId } from "../ids.ts";
import type { Member } from "../organization/organization.ts";
import { findContacts } from "../user/find-contacts.ts";
import type { Actor } from "../user/user.ts";
import { requireOrganization } from "./get-organization.ts";
import { readMembers } from "./read-members.ts";

/** The members of an organization, those who have been it longest first, for its owners. Throws ORGANIZATION_NOT_FOUND, FORBIDDEN. */
export async function listMembers(
  core: Core,
  actor: Actor,
  { organization_id }: { organization_id: OrganizationId },
): Promise<Member[]> {
  await requireOrganization(core, actor, organization_id, "owner");
  const members = await readMembers(core.table, organization_id);
  const contactOf = await findContacts(
    core.table,
    members.map(({ user_id }) => user_id),
  );
  return members
    .sort((a, b) => (a.since < b.since ? -1 : 1))
    .map(({ user_id, role, since }) => ({ user_id, ...contactOf(user_id), role, since }));
}
