import type { User } from "@evently/core/user";
import { readInvitation } from "./pending-invitation";

/** Who is signed in, and the bookings that may be theirs. */
export type SignedIn = { user: User; found: string[] };

/**
 * Where somebody goes who has signed in: back to the invitation for which they did, else where they sell or what they booked. A
 * document of its own: nothing of who they were before is kept.
 */
export function goHome({ role, memberships = {} }: Pick<User, "role" | "memberships">): void {
  const sells = role === "organizer" || role === "admin" || Object.keys(memberships).length > 0;
  window.location.assign(readInvitation() ? "/invitations" : sells ? "/organizer" : "/bookings");
}
