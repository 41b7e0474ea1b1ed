import type { Booking, BookingView } from "../booking/booking.ts";
import { getServedBooking } from "../booking/get-served-booking.ts";
import { leaveSeats } from "../booking/leave-seats.ts";
import { reissue } from "../booking/ticket-of.ts";
import { viewBooking } from "../booking/view-booking.ts";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { checkTakesPlace, type StoredEvent } from "../event/event.table.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { IndexedLayout } from "../layout/layouts.ts";
import { repriceSeat, sellSeat } from "../seat/box-office-seat.table.ts";
import { isFree } from "../seat/seat.rules.ts";
import type { EventSeat, Line } from "../seat/seat.ts";
import type { Action, FailedCondition } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import type { Actor } from "../user/user.ts";
import type { MoveSeats } from "./box-office.ts";
import { costsTheSame, exchangeLines } from "./exchange.rules.ts";
import { requireTakesPlace } from "./get-served-event.ts";
import { refuseTaken, requireSeats } from "./refuse-taken.ts";
import { requireNobodyIn } from "./require-nobody-in.ts";
import { writeChangedSeats } from "./write-changed-seats.ts";

/** How often a booking is read again after its seats or the event's prices changed between our read and our write. */
const maxAttempts = 5;

/**
 * Moves a booking, or some of its seats, to free seats of the same price, in one transaction: what was paid stays. Its
 * buyer is told. Throws BOOKING_NOT_FOUND, FORBIDDEN, BOOKING_ALREADY_CANCELLED, EVENT_STATUS_CONFLICT, INVALID_INPUT
 * for a seat that the booking lacks, SEAT_NOT_FOUND, PRICE_DIFFERS, SEATS_UNAVAILABLE, TICKET_ALREADY_ADMITTED.
 */
export async function moveSeats(
  core: Core,
  actor: Actor,
  input: MoveSeats,
  lease: IdempotencyLease | null = null,
): Promise<BookingView> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const { booking, event } = await getServedBooking(core, actor, input.booking_id);
    if (lease?.begun) return viewBooking(core, actor, booking);
    const layout = await core.layouts.get(event.layout_id);
    requireMovable(booking, { event, layout }, input.seats);
    await requireNobodyIn(
      core,
      booking,
      input.seats.map(({ from }) => from),
    );
    const now = core.clock();
    const moved: Booking = { ...booking, ...describeMoved(booking, layout, input.seats, toInstant(now)) };
    const planned = planMove(booking, moved, event, now);
    const view = await viewBooking(core, actor, moved);
    const outcome = await writeChangedSeats(core, {
      ...{ actor, lease, event, booking, changed: moved, view, now, action: "booking.moved" },
      seats: planned.map(({ action }) => action),
    });
    if (outcome.done) return view;
    refuseUnlessPassing(core, booking, planned, outcome.failedConditions, now);
  }
  throw new EventlyError("UNAVAILABLE", {});
}

type Hall = { event: StoredEvent; layout: IndexedLayout };

function requireMovable(booking: Booking, { event, layout }: Hall, moves: MoveSeats["seats"]): void {
  if (booking.state === "cancelled") throw new EventlyError("BOOKING_ALREADY_CANCELLED", {});
  if (booking.state === "awaiting_payment") throw new EventlyError("BOOKING_NOT_PAID", {});
  requireTakesPlace(event);
  const lines = new Map<string, Line>(booking.lines.map((line) => [line.seat, line]));
  const faults = moves.flatMap(({ from }, i) =>
    lines.has(from) ? [] : [{ path: `seats.${i}.from`, message: "a seat of this booking" }],
  );
  if (faults.length > 0) throw new EventlyError("INVALID_INPUT", { faults });
  requireSeats(
    layout,
    moves.map(({ to }) => to),
  );
  const left = new Set<string>(moves.map(({ from }) => from));
  const own = moves.map(({ to }) => to).filter((to) => lines.has(to) && !left.has(to));
  if (own.length > 0)
    throw new EventlyError(
      "SEATS_UNAVAILABLE",
      { seats: own, alternatives: [] },
      "The booking has these seats itself.",
    );
  const dearer = moves.filter(({ from, to }) => {
    const line = lines.get(from);
    return line && !costsTheSame({ event, layout }, line, to);
  });
  if (dearer.length > 0) throw new EventlyError("PRICE_DIFFERS", { seats: dearer.map(({ to }) => to) });
}

function describeMoved(booking: Booking, layout: IndexedLayout, moves: MoveSeats["seats"], at: string) {
  const lines = exchangeLines(booking.lines, moves, layout);
  const kept = new Set<string>(booking.seats);
  const since = Object.fromEntries(
    lines.flatMap(({ seat }) => {
      const from = kept.has(seat) ? booking.since?.[seat] : at;
      return from ? [[seat, from] as const] : [];
    }),
  );
  const tickets = reissue(
    booking,
    moves.map(({ from }) => from),
  );
  const seats = lines.map(({ seat }) => seat);
  const from_blocks = booking.from_blocks?.filter((from) => seats.some((seat) => seat === from)) ?? [];
  return { lines, seats, since, from_blocks, tickets, changes: (booking.changes ?? 0) + 1 };
}

/** What is written to a seat; `taken` where it is one that the booking gets. */
type Planned = { action: Action; taken?: Line };

/** A seat that the booking has before and after is written only where its price is another line's. */
function planMove(booking: Booking, moved: Booking, event: StoredEvent, now: number): Planned[] {
  const { event_id, booking_id } = booking;
  const before = new Map<string, Line>(booking.lines.map((line) => [line.seat, line]));
  const after = new Set<string>(moved.seats);
  const left = booking.lines.filter(({ seat }) => !after.has(seat));
  return [
    ...moved.lines.flatMap((line): Planned[] => {
      const { seat: seat_pos, price } = line;
      const own = before.get(seat_pos);
      if (own) return own.price === price ? [] : [{ action: repriceSeat({ event_id, seat_pos, booking_id, price }) }];
      const sold = { event_id, seat_pos, booking_id, price, price_revision: event.price_revision, now };
      return [{ action: sellSeat(sold), taken: line }];
    }),
    ...leaveSeats(booking, left).map((action) => ({ action })),
    { action: checkTakesPlace(event_id) },
  ];
}

/** Throws SEATS_UNAVAILABLE if the seats moved to are not free, and nothing if the booking or the prices changed. */
function refuseUnlessPassing(
  core: Core,
  { event_id }: Booking,
  planned: readonly Planned[],
  failed: readonly FailedCondition[],
  now: number,
): void {
  const met = failed.filter(({ index, item }) => {
    const isOpen = item !== null && isFree(item as Pick<EventSeat, "seat_state" | "hold_ttl">, now);
    return planned[index]?.taken && !isOpen;
  });
  const seats = met.flatMap(({ index }) => planned[index]?.taken?.seat ?? []);
  if (seats.length > 0) refuseTaken(core, event_id, { seats, met }, "These seats are not free.");
}
