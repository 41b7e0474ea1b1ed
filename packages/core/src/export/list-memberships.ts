import type { Core } from "../core.ts";
import type { OrganizationId } from "../ids.ts";
import { isOpen, toInvitation, viewInvitation } from "../membership/invitation.table.ts";
import { organizationsOf } from "../organization/may.ts";
import { toMember, toOrganization } from "../organization/organization.table.ts";
import type { MemberRole } from "../organization/organization.ts";
import { invitationsFrom, invitedAt, keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import type { Item } from "../table/transact.ts";
import { hashEmail } from "../user/contact.table.ts";
import type { User } from "../user/user.ts";
import type { UserExport } from "./user-export.ts";

type Exported = UserExport["invitations"][number];

/** What a person is where, since when, and who their own organizations are. Throws UNAVAILABLE. */
export async function* listMemberships(
  { table }: Core,
  { user_id, memberships = {} }: User,
): AsyncGenerator<UserExport["organizations"][number]> {
  for (const [id, role] of Object.entries(memberships) as [OrganizationId, MemberRole][]) {
    const [member, organization] = await Promise.all([
      readItem(table, keys.member(id, user_id)),
      role === "owner" ? readItem(table, keys.organization(id)) : null,
    ]);
    yield {
      ...{ organization_id: id, role, since: member && toMember(member).since },
      organization: organization && toOrganization(organization).organization,
    };
  }
}

/** Open invitations that a person sent, and those to their address, if it is known to be theirs. Throws UNAVAILABLE. */
export async function* listOwnInvitations({ table, clock }: Core, user: User): AsyncGenerator<Exported> {
  const { user_id, email, verified_at } = user;
  for (const partition of organizationsOf(user, "owner"))
    for await (const item of queryItems(table, { partition, from: invitationsFrom })) {
      if (!String(item.sk).startsWith(invitationsFrom)) break;
      if (item.invited_by === user_id && isOpen(toInvitation(item), clock())) yield toExported(item, "sent");
    }
  if (email === null || !verified_at) return;
  for await (const { sk } of queryItems(table, { partition: invitedAt(hashEmail(email)) })) {
    const [organization_id, invitation_id = ""] = String(sk).split("#");
    const item = await readItem(table, keys.invitation(organization_id as OrganizationId, invitation_id));
    if (item) yield toExported(item, "received");
  }
}

function toExported(item: Item, direction: Exported["direction"]): Exported {
  const invitation = toInvitation(item);
  const { email: _, ...view } = viewInvitation(invitation);
  return { organization_id: invitation.organization_id, ...view, direction };
}
