import type { User } from "@evently/core/user";

/** Who is signed in, and the bookings that may be theirs. */
export type SignedIn = { user: User; found: string[] };

/** Where somebody goes who has signed in. A document of its own: nothing of who they were before is kept. */
export const goHome = ({ role }: Pick<User, "role">): void =>
  window.location.assign(role === "organizer" || role === "admin" ? "/organizer" : "/bookings");
