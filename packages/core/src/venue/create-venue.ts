import type { Core } from "../core.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { VenueId } from "../ids.ts";
import { chooseOrganization } from "../membership/choose-organization.ts";
import type { Action } from "../table/transact.ts";
import { requireNew } from "../table/write-new.ts";
import { toInstant } from "../time.ts";
import { sellersOf, transactFor } from "../user/transact-for.ts";
import { countVenue } from "../user/usage.table.ts";
import { isRefusedAt, readAccount, refuseBeyond } from "../user/usage.ts";
import { putOwnerPointer } from "../user/user.table.ts";
import type { Actor } from "../user/user.ts";
import { putVenue } from "./venue.table.ts";
import type { CreateVenue, Venue } from "./venue.ts";

/**
 * A venue without seats, of an organization that the caller manages; `alongside` is written in the same transaction.
 * Throws FORBIDDEN, ORGANIZATION_NOT_FOUND, INVALID_INPUT, QUOTA_EXCEEDED.
 */
export async function createVenue(
  core: Core,
  actor: Actor,
  input: CreateVenue,
  lease: IdempotencyLease | null = null,
  alongside: (venue_id: VenueId) => Action[] = () => [],
): Promise<Venue> {
  const { organization_id: wanted, ...facts } = input;
  const organization_id = await chooseOrganization(core, actor, wanted);
  const venue: Venue = {
    venue_id: (await core.ids.next("venue")) as Venue["venue_id"],
    ...facts,
    owner_id: actor.user_id,
    organization_id,
    revision: 0,
    seat_count: 0,
    created_at: toInstant(core.clock()),
  };
  const { quotas } = await readAccount(core.table, organization_id);
  const counted = countVenue(organization_id, quotas);
  const own = [putVenue(venue), putOwnerPointer(organization_id, venue.venue_id), ...alongside(venue.venue_id)];
  const recording = { lease, response: { output: venue } };
  const outcome = await transactFor(core.table, sellersOf(actor, venue), [counted, ...own], recording);
  if (isRefusedAt(outcome, 0)) refuseBeyond("venues", quotas);
  requireNew(outcome);
  return venue;
}
