import type { User } from "@evently/core/user";
import { readInvitation } from "./pending-invitation";

/** Who is signed in, and the bookings that may be theirs. */
export type SignedIn = { user: User; found: string[] };

/** Where somebody goes who has signed in: where they were before, to the invitation that they came for, or to what is theirs. */
export function homeOf({ role, memberships = {} }: Pick<User, "role" | "memberships">, next: string | null): string {
  const sells = role === "organizer" || role === "admin" || Object.keys(memberships).length > 0;
  return next ?? (readInvitation() ? "/invitations" : sells ? "/organizer" : "/bookings");
}

/** A document of its own: nothing of who they were before is kept. */
export const goHome = (user: Pick<User, "role" | "memberships">, next: string | null): void =>
  window.location.assign(homeOf(user, next));
