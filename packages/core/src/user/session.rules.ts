import type { Role } from "./user.ts";

const day = 86_400;

/** How long a session lasts since it was last renewed, in seconds: as long as browsers keep a cookie, of who sells a month. */
export const sessionSeconds = (role: Role): number => (role === "organizer" || role === "admin" ? 30 : 400) * day;

/** A session is renewed once this part of it is used. */
const renewedAfter = 0.1;

/** Its last use is written at most once a day. */
const usedAfter = day;

type Used = { renewed_at: number; last_used_at: number };

/** What a use at `now` changes of a session, in epoch seconds; null if nothing. */
export function useSession({ renewed_at, last_used_at }: Used, role: Role, now: number): Used | null {
  if (now - renewed_at >= sessionSeconds(role) * renewedAfter) return { renewed_at: now, last_used_at: now };
  return now - last_used_at >= usedAfter ? { renewed_at, last_used_at: now } : null;
}
