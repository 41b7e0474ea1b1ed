import type { VenueId } from "@evently/core/ids";
import { type CreateVenue, maxSeatsPerCall, type Venue } from "@evently/core/venue";
import { idempotencyKey } from "~/trpc/idempotency-key";
import { readPlace } from "../form/read-place";
import type { PlanSeat } from "../plan/seating-plan";
import type { VenueDraft } from "./venue-draft";

/** The two calls that saving takes, each with its idempotency key. */
export type VenueCalls = {
  create: (
    venue: Pick<Venue, "name" | "city" | "timezone" | "description" | "seat_types" | "address" | "map_url"> &
      Pick<CreateVenue, "organization_id">,
    key: string,
  ) => Promise<{ venue_id: VenueId }>;
  addSeats: (input: { venue_id: VenueId; seats: PlanSeat[] }, key: string) => Promise<unknown>;
};

export type SaveProgress = { seats: number; total: number; venue_id: VenueId | null };

/**
 * Creates a venue and sends its seats, in calls of at most 10,000. The key of a call follows from the draft and the
 * content, so after a failure the whole can be repeated: what was done before is answered as it was then.
 */
export async function saveVenue(
  calls: VenueCalls,
  { organization_id, ...draft }: VenueDraft & Pick<CreateVenue, "organization_id">,
  seats: readonly PlanSeat[],
  onProgress: (progress: SaveProgress) => void,
): Promise<VenueId> {
  const { name, city, timezone, description, plan } = draft;
  const venue = {
    name: name.trim(),
    city: city.trim(),
    timezone,
    description: description.trim(),
    seat_types: plan.seat_types.map((type) => type.trim()),
    ...readPlace(draft),
    ...(organization_id ? { organization_id } : {}),
  };
  onProgress({ seats: 0, total: seats.length, venue_id: null });
  const { venue_id } = await calls.create(venue, idempotencyKey(draft.draft_id, venue));
  const trimmed = seats.map((seat) => ({ ...seat, seat_type: seat.seat_type.trim() }));
  await sendSeats(calls, { draft_id: draft.draft_id, venue_id }, trimmed, onProgress);
  return venue_id;
}

/** Adds seats to an existing venue. */
export async function sendSeats(
  calls: Pick<VenueCalls, "addSeats">,
  { draft_id, venue_id }: { draft_id: string; venue_id: VenueId },
  seats: readonly PlanSeat[],
  onProgress: (progress: SaveProgress) => void,
): Promise<void> {
  const total = seats.length;
  for (let from = 0; from < total; from += maxSeatsPerCall) {
    onProgress({ seats: from, total, venue_id });
    const input = { venue_id, seats: seats.slice(from, from + maxSeatsPerCall) };
    await calls.addSeats(input, idempotencyKey(draft_id, input));
  }
  onProgress({ seats: total, total, venue_id });
}
