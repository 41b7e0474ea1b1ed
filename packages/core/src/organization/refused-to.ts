import { EventlyError } from "../errors.ts";
import { type Acting, type Owned, roleIn } from "./may.ts";

/** The refusal of somebody who may see a thing, and not do this with it. */
export function refusedTo(actor: Acting, { organization_id }: Pick<Owned, "organization_id">): EventlyError {
  const own = organization_id && roleIn(actor, organization_id);
  if (own) return new EventlyError("FORBIDDEN", { role: own }, "Your role in this organization does not allow this.");
  return new EventlyError("FORBIDDEN", { role: actor.role }, "This belongs to another organization.");
}
