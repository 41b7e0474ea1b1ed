import type { MemberRole } from "@evently/core/organization";

/** What an API key may be allowed to do; null where none opens a procedure. */
type Scope = "events:read" | "events:write" | "bookings:read" | "bookings:write";

/**
 * Who may call a procedure. Every one declares it in its `meta`, and admins may also what members may. `X of event` is a member
 * of the event's organization who does X's tasks; `X anywhere` is one of any organization. At a door also whoever has a key of it.
 */
export type Access =
  /** Also without a session. */
  | "anyone"
  /** Whoever has a booking's link. */
  | "link"
  /** Whoever has a session, guests too. */
  | "session"
  | "guest"
  | "account"
  /** The person that it is about. */
  | "self"
  | "self or admin"
  /** Whoever was invited at their verified address. */
  | "invited"
  /** Whose hold it is. */
  | "holder"
  | "buyer"
  | "buyer or box_office"
  | "member of organization"
  | "owner of organization or self"
  | "member anywhere"
  | `${MemberRole} of ${"event" | "venue" | "organization" | "booking"}`
  | `${MemberRole} anywhere`;

/** What every procedure declares. */
export type Declared = { access: Access; scope: Scope | null };

/** Whether something is read of those who booked, or hold seats, with whoever works for the organization that sells. */
export function tellsOfBuyers({ access, scope }: Declared): boolean {
  const role = roleOf(access);
  return role === "box_office" || (role !== null && scope === "bookings:read");
}

export const needsSession = (access: Access): boolean => access !== "anyone" && access !== "link";

/** The role of which it is a task; null where any member's will do, or no member's is asked for. */
export function roleOf(access: Access): MemberRole | null {
  const [role = ""] = /^\w+(?= (of|anywhere))/.exec(access) ?? [];
  return role === "" || role === "member" ? null : (role as MemberRole);
}
