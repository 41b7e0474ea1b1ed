import type { OrganizationId, UserId } from "@evently/core/ids";
import type { Member } from "@evently/core/organization";

export type MemberProps = {
  member: Member;
  organization_id: OrganizationId;
  /** Who looks at the list. */
  self: UserId;
  onChanged: () => Promise<unknown>;
};

/** How a member is named in a sentence: by name, else by address, else by id. */
export const nameMember = ({ name, email, user_id }: Pick<Member, "name" | "email" | "user_id">): string =>
  name ?? email ?? user_id;

/** Whether nobody else owns the organization: then this member's role stays until somebody else does. */
export const isLastOwner = (member: Member, members: readonly Member[]): boolean =>
  member.role === "owner" && members.filter(({ role }) => role === "owner").length === 1;
