import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { isExpired } from "../hold/hold.rules.ts";
import { toHolding } from "../hold/hold.table.ts";
import type { Holding } from "../hold/hold.ts";
import type { EventId, HoldingId, SeatId } from "../ids.ts";
import type { IndexedLayout } from "../layout/layouts.ts";
import { isFree } from "../seat/seat.rules.ts";
import type { LiveSeat } from "../seat-map/seat-maps.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";

/** A hold that runs; `first` is the index of the first of its seats in the event's layout. */
export type Running = { holding: Holding; first: number };

/** Seats read at once. */
const readAtOnce = 100;

/**
 * The holds of an event that run, in the order of their first seats, from the seat with the index `from` on. It reads
 * held seats, and their holds, as it goes on; which seats are held is known from the live map. Throws UNAVAILABLE.
 */
export async function* queryRunningHolds(core: Core, event: StoredEvent, from = 0): AsyncGenerator<Running> {
  const { layout, seats } = await core.maps.get(event);
  const held = listHeld(seats, core.clock()).filter((index) => index >= from);
  const seen = new Set<HoldingId>();
  for (let at = 0; at < held.length; at += readAtOnce) {
    const found = await readHolders(core, event.event_id, layout, held.slice(at, at + readAtOnce));
    const fresh = found.filter((holding_id) => !seen.has(holding_id));
    for (const holding_id of fresh) seen.add(holding_id);
    if (fresh.length === 0) continue;
    const holdings = (await readItems(core.table, fresh.map(keys.holding))).map(toHolding);
    const running = holdings
      .filter((holding) => isRunning(holding, core.clock()))
      .map((holding) => ({ holding, first: findFirst(layout, holding) }));
    // One that begins before `from` was on an earlier page.
    yield* running.filter(({ first }) => first >= from).sort((a, b) => a.first - b.first);
  }
}

/** The indexes of the seats that are held at `now`. */
export function listHeld(seats: readonly LiveSeat[], now: number): number[] {
  return seats.flatMap((seat, index) => (seat.seat_state === "held" && !isFree(seat, now) ? [index] : []));
}

/** Whether a hold keeps its seats from others. */
export function isRunning(holding: Holding, now: number): boolean {
  return (holding.state === "active" || holding.state === "paying") && !isExpired(holding, now);
}

async function readHolders(
  { table, clock }: Core,
  event_id: EventId,
  { seats }: IndexedLayout,
  indexes: readonly number[],
): Promise<HoldingId[]> {
  const wanted = indexes.flatMap((index) => seats[index] ?? []);
  const read = await readItems(
    table,
    wanted.map((seat: SeatId) => keys.seat(event_id, seat)),
    { attributes: ["seat_state", "hold_ttl", "holding_id"] },
  );
  const held = read.filter(({ seat_state, hold_ttl }) => seat_state === "held" && Number(hold_ttl) >= clock());
  return [...new Set(held.map(({ holding_id }) => holding_id as HoldingId))];
}

const findFirst = ({ indexOf }: IndexedLayout, { lines }: Holding): number =>
  Math.min(...lines.map(({ seat }) => indexOf.get(seat) ?? 0));
