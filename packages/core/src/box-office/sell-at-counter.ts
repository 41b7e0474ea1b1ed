import type { Booking, BookingView } from "../booking/booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import { viewBooking } from "../booking/view-booking.ts";
import type { Core } from "../core.ts";
import { countWritten } from "../counts/count-written.ts";
import { addToShard, tallyBooking } from "../counts/counts.table.ts";
import { EventlyError } from "../errors.ts";
import { endTime, isWithdrawn } from "../event/event.rules.ts";
import type { StoredEvent } from "../event/event.table.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { isFree } from "../seat/seat.rules.ts";
import type { EventSeat } from "../seat/seat.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import type { FailedCondition, Item, Outcome } from "../table/transact.ts";
import { toSeconds } from "../time.ts";
import { sellersOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import type { CounterSale } from "./box-office.ts";
import { getServedEvent, requireTakesPlace } from "./get-served-event.ts";
import { describeSale, planSale, type Selling } from "./plan-counter-sale.ts";
import { refuseTaken, requireSeats } from "./refuse-taken.ts";

/** How often seats are read again that became blocked, or free, or met other prices, between our read and our write. */
const maxAttempts = 5;

/**
 * Sells free seats at the box office, and blocked ones that the seller means, all or none, in one transaction and without a hold: for cash at the
 * event's prices, or as comps for nothing. Its buyer is a new guest. It goes on before the sale begins, while it is
 * paused, and until the event has ended. Throws EVENT_NOT_FOUND, FORBIDDEN, EVENT_STATUS_CONFLICT, SALE_CLOSED,
 * SEAT_NOT_FOUND, SEATS_UNAVAILABLE with those that are held, booked or blocked by now, PRICE_DIFFERS where they don't cost the `total` asked for.
 */
export async function sellAtCounter(
  core: Core,
  actor: Actor,
  input: CounterSale,
  lease: IdempotencyLease | null = null,
): Promise<BookingView> {
  await getServedEvent(core, actor, input.event_id);
  const [booking_id, user_id] = [await core.ids.next("booking"), await core.ids.next("user")];
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const selling = await readSelling(core, actor, input, { booking_id, user_id });
    const booking = describeSale(selling);
    requireTotal(input, booking);
    const view = await viewBooking(core, actor, booking);
    const outcome = await write(core, actor, { selling, booking, view }, lease);
    const isSold = outcome.done || (outcome.ambiguous && (await findBooking(core, booking_id)) !== null);
    if (isSold) return view;
    if (!outcome.done) refuseUnlessPassing(core, selling, outcome.failedConditions);
  }
  throw new EventlyError("UNAVAILABLE", {});
}

async function readSelling(core: Core, actor: Actor, input: CounterSale, ids: Selling["ids"]): Promise<Selling> {
  const event = await getServedEvent(core, actor, input.event_id);
  const now = core.clock();
  requireCounterOpen(event, now);
  const layout = await core.layouts.get(event.layout_id);
  requireSeats(layout, input.seats);
  const items = await readItems(
    core.table,
    input.seats.map((seat) => keys.seat(input.event_id, seat)),
    { attributes: ["sk", "seat_state"] },
  );
  const blocked = new Set(items.flatMap((item) => (isMeant(input, item) ? [String(item.sk)] : [])));
  return { input, event, layout, blocked, ids, now };
}

function requireCounterOpen(event: StoredEvent, now: number): void {
  requireTakesPlace(event);
  if (!isWithdrawn(event) && now < toSeconds(endTime(event))) return;
  const { sales_start, sales_end } = event;
  throw new EventlyError("SALE_CLOSED", { sales_start, sales_end });
}

function requireTotal({ total, seats }: CounterSale, booking: Booking): void {
  if (total !== undefined && total !== booking.total)
    throw new EventlyError("PRICE_DIFFERS", { seats }, "These seats cost something else by now.");
}

type Sold = { selling: Selling; booking: Booking; view: BookingView };

function write(core: Core, actor: Actor, { selling, booking, view }: Sold, lease: IdempotencyLease | null) {
  const { event_id, lines } = booking;
  const actions = planSale(core, actor, selling, booking);
  const response = { output: view };
  return countWritten(core, {
    write: (): Promise<Outcome> =>
      core.counterShards.acquire(event_id, (shard) => {
        const counted = [...actions, addToShard(shard, tallyBooking(booking), selling.now)];
        return transactFor(core.table, sellersOf(actor, selling.event), counted, { lease, response });
      }),
    isWritten: async () => (await findBooking(core, booking.booking_id)) !== null,
    count: () => core.maps.note(event_id, lines, "booked", null),
  });
}

/** Whether a seat is blocked, and the seller knows: somebody may have blocked it since they looked. */
const isMeant = ({ from_blocks }: CounterSale, { sk, seat_state }: Item): boolean =>
  seat_state === "blocked" && (from_blocks === undefined || from_blocks.some((seat) => seat === sk));

/** Throws SEATS_UNAVAILABLE if some seats can't be sold any more, and nothing if all still can as they are by now. */
function refuseUnlessPassing(core: Core, { input, now }: Selling, failed: readonly FailedCondition[]): void {
  const { event_id, seats } = input;
  const isSellable = ({ item }: FailedCondition) =>
    item !== null && (isMeant(input, item) || isFree(item as Pick<EventSeat, "seat_state" | "hold_ttl">, now));
  const met = failed.filter((condition) => condition.index < seats.length && !isSellable(condition));
  const taken = met.flatMap(({ index }) => seats[index] ?? []);
  if (taken.length > 0)
    refuseTaken(core, event_id, { seats: taken, met }, "These seats are held, sold or blocked by now.");
}
