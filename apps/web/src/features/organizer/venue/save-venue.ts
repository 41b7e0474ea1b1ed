import type { NewVenueSeat, Venue, VenueId } from "@evently/core/venue";
import { keyFor } from "~/trpc/idempotency-key";
import type { VenueDraft } from "./venue-draft";

/** As many as the API takes in one call. */
const seatsACall = 10_000;

type Attempt = { key: string };

/** The two calls that saving takes; each is told the name of its attempt. */
export type VenueCalls = {
  create: (
    venue: Pick<Venue, "name" | "city" | "timezone" | "description" | "seat_types">,
    attempt: Attempt,
  ) => Promise<{ venue_id: VenueId }>;
  addSeats: (input: { venue_id: VenueId; seats: NewVenueSeat[] }, attempt: Attempt) => Promise<unknown>;
};

export type Saved = { seats: number; of: number; venue_id: VenueId | null };

/**
 * Makes a venue and sends its seats, in calls of at most 10,000. Every call is named by the draft and by what it sends, so
 * after a failure anywhere the whole may be repeated: what was done before is answered as it was then.
 */
export async function saveVenue(
  calls: VenueCalls,
  draft: VenueDraft,
  seats: readonly NewVenueSeat[],
  tell: (saved: Saved) => void,
): Promise<VenueId> {
  const { name, city, timezone, description, plan } = draft;
  const venue = {
    name: name.trim(),
    city: city.trim(),
    timezone,
    description: description.trim(),
    seat_types: plan.seat_types.map((type) => type.trim()),
  };
  tell({ seats: 0, of: seats.length, venue_id: null });
  const { venue_id } = await calls.create(venue, { key: keyFor(draft.draft_id, venue) });
  const trimmed = seats.map((seat) => ({ ...seat, seat_type: seat.seat_type.trim() }));
  await sendSeats(calls, { draft_id: draft.draft_id, venue_id }, trimmed, tell);
  return venue_id;
}

/** The seats of a venue that stands. */
export async function sendSeats(
  calls: Pick<VenueCalls, "addSeats">,
  { draft_id, venue_id }: { draft_id: string; venue_id: VenueId },
  seats: readonly NewVenueSeat[],
  tell: (saved: Saved) => void,
): Promise<void> {
  for (let from = 0; from < seats.length; from += seatsACall) {
    tell({ seats: from, of: seats.length, venue_id });
    const input = { venue_id, seats: seats.slice(from, from + seatsACall) };
    await calls.addSeats(input, { key: keyFor(draft_id, input) });
  }
  tell({ seats: seats.length, of: seats.length, venue_id });
}
