import type { OrganizationId, OwnerId, UserId } from "../ids.ts";
import type { MemberRole, Memberships } from "./organization.ts";

/** Of whoever acts, what decides what they may. */
export type Acting = { user_id: UserId; role: string; memberships?: Memberships | undefined };

/** Of what is sold or organized: whose it is. One of the version before is its maker's until it is migrated. */
export type Owned = { organization_id: OrganizationId | null; owner_id?: UserId };

/** Each role with those whose tasks it includes. */
const included: Readonly<Record<MemberRole, readonly MemberRole[]>> = {
  owner: ["owner", "manager", "box_office", "door", "viewer"],
  manager: ["manager", "box_office", "door", "viewer"],
  box_office: ["box_office", "door"],
  door: ["door"],
  viewer: ["viewer"],
};

const MemberRoles = Object.keys(included) as MemberRole[];

export const includes = (role: MemberRole, wanted: MemberRole): boolean => included[role].includes(wanted);

/** The one rule of authority: whether somebody may do what is `role`'s task with what an organization owns. */
export function may(actor: Acting | null, owned: Owned, role: MemberRole): boolean {
  if (actor === null) return false;
  if (actor.role === "admin") return true;
  const { organization_id, owner_id } = owned;
  if (organization_id === null || wasBefore(actor)) return actor.user_id === owner_id;
  const own = roleIn(actor, organization_id);
  return own !== null && includes(own, role);
}

/** Who has been selling since before there were organizations; what they made may have got theirs a moment ago. */
const wasBefore = ({ role, memberships }: Acting): boolean => role === "organizer" && memberships === undefined;

/** Whether somebody is a member of the organization that owns a thing, or may all. */
export const isMember = (actor: Acting | null, owned: Owned): boolean =>
  MemberRoles.some((role) => may(actor, owned, role));

/** Whose a thing is: of one of the version before its maker's, until it is migrated. */
export const ownerOf = ({
  organization_id,
  owner_id,
}: {
  organization_id: OrganizationId | null;
  owner_id: UserId;
}): OwnerId => organization_id ?? owner_id;

/**
 * Whose things somebody may do `role`'s task with: what they made in the version before, and their organizations'; or one
 * organization's alone.
 */
export function ownersFor(actor: Acting, role: MemberRole | null, only?: OrganizationId | undefined): OwnerId[] {
  const own = role ? organizationsOf(actor, role) : (Object.keys(actor.memberships ?? {}) as OrganizationId[]);
  return only === undefined ? [actor.user_id, ...own] : own.filter((id) => id === only);
}

/** What somebody is in an organization; null for whoever is no member. */
export const roleIn = (actor: Acting | null, organization_id: OrganizationId): MemberRole | null =>
  actor?.memberships?.[organization_id] ?? null;

/** The organizations in which somebody may do what is `role`'s task. */
export const organizationsOf = ({ memberships = {} }: Acting, role: MemberRole): OrganizationId[] =>
  Object.entries(memberships).flatMap(([id, own]) => (includes(own, role) ? [id as OrganizationId] : []));
