import type { Core } from "../core.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { EventId } from "../ids.ts";
import { type Page, pageOf } from "../page-of.ts";
import { toSeconds } from "../time.ts";
import type { Actor } from "../user/user.ts";
import type { SeatPerformance, SeatSort } from "./analytics.ts";
import { type Performance, readPerformances } from "./read-performances.ts";

type Input = {
  event_id: EventId;
  seat_type?: string | undefined;
  sort: SeatSort;
  limit: number;
  cursor?: string | undefined;
};

/** Lower ranks sort first; ties keep the venue's order. */
const rank = {
  natural: () => 0,
  first_booked: ({ first_booked_at }) => (first_booked_at ? toSeconds(first_booked_at) : Number.MAX_SAFE_INTEGER),
  times_held: ({ times_held }) => -times_held,
  times_dropped: ({ times_dropped }) => -times_dropped,
} as const satisfies Record<SeatSort, (seat: SeatPerformance) => number>;

/** Performance of an event's seats, optionally of one seat type. Throws EVENT_NOT_FOUND, FORBIDDEN, INVALID_CURSOR. */
export async function listSeatPerformance(core: Core, actor: Actor, input: Input): Promise<Page<SeatPerformance>> {
  const { event_id, seat_type, sort } = input;
  const performances = await readPerformances(core, await getOwnEvent(core, actor, event_id, "viewer"));
  const wanted = seat_type
    ? performances.filter(({ seat }) => seat.seat_type.normalize("NFC") === seat_type)
    : performances;
  const order = {
    position: ({ seat, index }: Performance) => [rank[sort](seat), index] as const,
    compare: (a: readonly [number, number], b: readonly [number, number]) => a[0] - b[0] || a[1] - b[1],
  };
  const scope = `analytics.seats ${actor.user_id} ${event_id} ${sort} ${seat_type ?? ""}`;
  const page = pageOf(core, scope, wanted, order, input);
  return { ...page, items: page.items.map(({ seat }) => seat) };
}
