import { EventlyError } from "../errors.ts";
import type { Actor } from "./user.ts";

/** Throws FORBIDDEN unless the actor is an organizer or an admin. */
export function requireOrganizer(actor: Actor): void {
  if (actor.role !== "organizer" && actor.role !== "admin") {
    throw new EventlyError("FORBIDDEN", { role: actor.role }, "This needs an organizer's account.");
  }
}
