import type { User } from "./user.ts";

const day = 86_400;

/** What decides how long somebody's sessions last. */
type Lasting = Pick<User, "role" | "memberships">;

/** How long a session lasts since it was last renewed, in seconds: as long as browsers keep a cookie, of who sells a month. */
export const sessionSeconds = ({ role, memberships = {} }: Lasting): number =>
  (role === "organizer" || role === "admin" || Object.keys(memberships).length > 0 ? 30 : 400) * day;

/** A session is renewed by a use after that, a tenth of a month: who becomes a member is not signed out by it. */
const renewedAfter = 3 * day;

/** Its last use is written at most once a day. */
const usedAfter = day;

type Used = { renewed_at: number; last_used_at: number };

/** What a use at `now` changes of a session, in epoch seconds; null if nothing. */
export function useSession({ renewed_at, last_used_at }: Used, now: number): Used | null {
  if (now - renewed_at >= renewedAfter) return { renewed_at: now, last_used_at: now };
  return now - last_used_at >= usedAfter ? { renewed_at, last_used_at: now } : null;
}
