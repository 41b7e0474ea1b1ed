import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { EventId, SeatId } from "../ids.ts";
import type { IndexedLayout } from "../layout/layouts.ts";
import type { FailedCondition } from "../table/transact.ts";

/** Throws SEAT_NOT_FOUND. */
export function requireSeats({ indexOf }: IndexedLayout, seats: readonly SeatId[]): void {
  const unknown = seats.filter((seat) => !indexOf.has(seat));
  if (unknown.length > 0) throw new EventlyError("SEAT_NOT_FOUND", { seats: unknown });
}

/** Corrects the live map by what a transaction met. Throws SEATS_UNAVAILABLE. */
export function refuseTaken(
  core: Core,
  event_id: EventId,
  taken: { seats: readonly SeatId[]; met: readonly FailedCondition[] },
  text: string,
): never {
  core.maps.correct(event_id, taken.met);
  throw new EventlyError("SEATS_UNAVAILABLE", { seats: [...taken.seats], alternatives: [] }, text);
}
