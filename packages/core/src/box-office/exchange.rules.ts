import type { Event } from "../event/event.ts";
import type { SeatId } from "../ids.ts";
import type { IndexedLayout } from "../layout/layouts.ts";
import type { Line } from "../seat/seat.ts";

type Hall = { event: Pick<Event, "seat_type_prices">; layout: Pick<IndexedLayout, "indexOf" | "types"> };
type Move = { from: SeatId; to: SeatId };

const typeOf = ({ indexOf, types }: Hall["layout"], seat: SeatId): string => types[indexOf.get(seat) ?? -1] ?? "";

/**
 * Whether the event asks as much now for the seat that a line is moved to as for the line's own. What was paid for the line
 * doesn't count: then a move could not be moved back.
 */
export const costsTheSame = ({ event, layout }: Hall, line: Line, to: SeatId): boolean =>
  event.seat_type_prices[typeOf(layout, to)] === event.seat_type_prices[line.seat_type];

/** A booking's lines once its seats are moved, each for what was paid for it, in their order. */
export function exchangeLines(lines: readonly Line[], moves: readonly Move[], layout: Hall["layout"]): Line[] {
  const target = new Map(moves.map(({ from, to }) => [from, to]));
  return lines.map((line) => {
    const to = target.get(line.seat);
    return to ? { ...line, seat: to, seat_type: typeOf(layout, to) } : line;
  });
}
