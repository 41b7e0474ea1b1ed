import type { Core } from "../core.ts";
import { longestHold } from "./guest.rules.ts";
import { findSession } from "./session.ts";
import { freshSeconds, type Session } from "./sessions.ts";
import type { Actor } from "./user.ts";

/**
 * The guest that somebody was before they signed in, whose open holds are still theirs: by the token that their browser keeps of
 * them, or by a guest's own token once their bookings were moved. Null for anybody else, whose token says all.
 */
export async function findGuest(
  core: Core,
  { token, guest }: { token: string | null; guest: string | null },
): Promise<Actor | null> {
  const own = token === null ? null : await findSession(core, token);
  if (own?.actor.role === "guest") return own.merged && mayHold(core, own) ? own.actor : null;
  const kept = guest === null ? null : await findSession(core, guest);
  return kept?.actor.role === "guest" && mayHold(core, kept) ? kept.actor : null;
}

/** A process that has not noticed yet that the bookings were moved places another hold. */
const mayHold = ({ rules, clock }: Core, { merged }: Session): boolean =>
  merged === null || clock() <= merged.at + freshSeconds + longestHold(rules);
