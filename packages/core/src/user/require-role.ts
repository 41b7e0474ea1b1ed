import { EventlyError } from "../errors.ts";
import type { Actor } from "./user.ts";

/** Organizers and admins pass; throws FORBIDDEN for anyone else. */
export function requireOrganizer(actor: Actor): void {
  if (actor.role !== "organizer" && actor.role !== "admin") {
    throw new EventlyError("FORBIDDEN", { role: actor.role }, "This needs an organizer's account.");
  }
}
