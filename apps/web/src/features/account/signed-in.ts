import type { User } from "@evently/core/user";

/** Who is signed in, and the bookings that may be theirs. */
export type SignedIn = { user: User; found: string[] };

/** Where somebody goes who has signed in: where they were before, or to what is theirs. */
export const homeOf = ({ role }: Pick<User, "role">, next: string | null): string =>
  next ?? (role === "organizer" || role === "admin" ? "/organizer" : "/bookings");

/** A document of its own: nothing of who they were before is kept. */
export const goHome = (user: Pick<User, "role">, next: string | null): void =>
  window.location.assign(homeOf(user, next));
