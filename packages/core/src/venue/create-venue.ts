import type { Core } from "../core.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { VenueId } from "../ids.ts";
import { organizationsOf } from "../organization/may.ts";
import type { Action } from "../table/transact.ts";
import { requireNew } from "../table/write-new.ts";
import { toInstant } from "../time.ts";
import { requireOrganizer } from "../user/require-role.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import { countVenue } from "../user/usage.table.ts";
import { isRefusedAt, readAccount, refuseBeyond } from "../user/usage.ts";
import { putOwnerPointer } from "../user/user.table.ts";
import type { Actor } from "../user/user.ts";
import { putVenue } from "./venue.table.ts";
import type { CreateVenue, Venue } from "./venue.ts";

/**
 * A venue without seats, owned by the calling organizer; `alongside` is written in the same transaction. Throws
 * FORBIDDEN, QUOTA_EXCEEDED.
 */
export async function createVenue(
  core: Core,
  actor: Actor,
  input: CreateVenue,
  lease: IdempotencyLease | null = null,
  alongside: (venue_id: VenueId) => Action[] = () => [],
): Promise<Venue> {
  requireOrganizer(actor);
  const venue: Venue = {
    venue_id: (await core.ids.next("venue")) as Venue["venue_id"],
    ...input,
    owner_id: actor.user_id,
    organization_id: organizationsOf(actor, "manager")[0] ?? null,
    revision: 0,
    seat_count: 0,
    created_at: toInstant(core.clock()),
  };
  const { quotas } = await readAccount(core.table, actor.user_id);
  const counted = countVenue(actor.user_id, quotas);
  const own = [putVenue(venue), putOwnerPointer(actor.user_id, venue.venue_id), ...alongside(venue.venue_id)];
  const recording = { lease, response: { output: venue } };
  const outcome = await transactFor(core.table, accountsOf(actor), [counted, ...own], recording);
  if (isRefusedAt(outcome, 0)) refuseBeyond("venues", quotas);
  requireNew(outcome);
  return venue;
}
