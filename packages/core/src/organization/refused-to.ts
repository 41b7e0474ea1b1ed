import { EventlyError } from "../errors.ts";
import type { OrganizationId } from "../ids.ts";
import { roleIn } from "./may.ts";

type Refused = Parameters<typeof roleIn>[0];

/** The refusal of somebody who may see a thing, and not do this with it. */
export function refusedTo(
  actor: NonNullable<Refused>,
  { organization_id }: { organization_id: OrganizationId | null },
): EventlyError {
  const own = organization_id && roleIn(actor, organization_id);
  if (own) return new EventlyError("FORBIDDEN", { role: own }, "Your role in this organization does not allow this.");
  return new EventlyError("FORBIDDEN", { role: actor.role }, "This belongs to another organization.");
}
