import { afterAll, beforeAll, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { isFailure } from "../errors.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import type { HoldingView } from "../hold/hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import type { BookingId } from "../ids.ts";
import { hold, knownPrices, knownSeats } from "../testing/known-sale.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { drawBelow, seededRandom } from "../testing/random.ts";
import { toInstant } from "../time.ts";
import type { Actor } from "../user/user.ts";
import { getEventAnalytics } from "./get-event-analytics.ts";
import { listBuyers } from "./list-buyers.ts";
import { listSales } from "./list-sales.ts";
import { listSeatPerformance } from "./list-seat-performance.ts";

const seeds = Array.from({ length: process.env.EVENTLY_PROOF ? 40 : 2 }, (_, i) => i + 1);
const steps = 30;
const names = knownSeats.map(({ row, seat_num }) => `${row}-${seat_num}`);
let core: TestCore;
beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

/** All that happened, written down as it happened: what the figures have to agree with. */
type Diary = {
  refused: number;
  holds: { seats: string[]; until: number; end: "open" | "let go" | "booked" }[];
  bookings: (Pick<BookingView, "booking_id" | "user_id" | "seats" | "total" | "booking_date"> & {
    cancelled_at: string | null;
  })[];
};

async function live(sale: Sale, seed: number): Promise<Diary> {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[drawBelow(random, list.length)] as T;
  const guests = [await newGuest(core), await newGuest(core), await newGuest(core)];
  const diary: Diary = { refused: 0, holds: [], bookings: [] };
  for (let step = 0; step < steps; step++) {
    core.clock.advance(pick([5, 60, 400, 20_000]));
    const kept = diary.bookings.filter(isKept);
    if (kept.length > 2 && random() < 0.4) await voidOrRefund(pick(kept), pick([sale.organizer, null]), guests);
    else await ask(sale, pick(guests), [...new Set([pick(names), pick(names)])], diary, random());
  }
  return diary;
}

async function ask(sale: Sale, guest: Actor, seats: string[], diary: Diary, chance: number): Promise<void> {
  const held = await hold(core, sale, guest, ...seats).catch((error: unknown) => error);
  if (isFailure(held, "SEATS_UNAVAILABLE")) diary.refused += 1;
  if (held instanceof Error) return;
  const { holding_id, expires_at } = held as HoldingView;
  const entry: Diary["holds"][number] = { seats, until: Date.parse(expires_at) / 1000, end: "open" };
  diary.holds.push(entry);
  if (chance < 0.2) return;
  if (chance < 0.4) {
    await releaseHold(core, guest, { holding_id });
    entry.end = "let go";
    return;
  }
  const booked = (await confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } })) as BookingView;
  await core.background.settled();
  diary.bookings.push({ ...booked, cancelled_at: null });
  entry.end = "booked";
}

async function voidOrRefund(booking: Diary["bookings"][number], by: Actor | null, guests: Actor[]): Promise<void> {
  const actor = by ?? guests.find(({ user_id }) => user_id === booking.user_id);
  if (!actor) throw new Error("nobody has this booking");
  await cancelBooking(core, actor, { booking_id: booking.booking_id as BookingId });
  booking.cancelled_at = toInstant(core.clock());
}

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
const totalOf = (bookings: Diary["bookings"]) => sum(bookings.map(({ total }) => total));
const share = (part: number, whole: number) => Number(((100 * part) / whole).toFixed(1));

const isKept = ({ cancelled_at }: Diary["bookings"][number]) => cancelled_at === null;

it.each(seeds)("figures of a random history agree with its log (%i)", async (seed) => {
  const event = { seat_type_prices: knownPrices, start_time: toInstant(core.clock() + 400 * 86_400) };
  const sale = await openEvent(core, { seats: knownSeats, event });
  const diary = await live(sale, seed);
  const kept = diary.bookings.filter(isKept).length;
  expect([diary.refused, diary.bookings.length - kept, kept].every((n) => n > 0)).toBe(true);
  await compareFigures(sale, diary);
  await compareSeats(sale, diary);
  await compareDays(sale, diary);
  await compareBuyers(sale, diary);
});

async function compareFigures(sale: Sale, { refused, holds, bookings }: Diary): Promise<void> {
  const kept = bookings.filter(isKept);
  const sold = kept.flatMap(({ seats }) => seats);
  const open = holds.filter(({ end, until }) => end === "open" && until >= core.clock()).flatMap(({ seats }) => seats);
  const earned = (row: string) => sold.filter((seat) => seat.startsWith(row)).length;
  expect(await getEventAnalytics(core, sale.organizer, sale)).toMatchObject({
    ...{ seats_sold: sold.length, seats_held: open.length, seats_available: names.length - sold.length - open.length },
    ...{ hold_attempts: refused + holds.length, holds_placed: holds.length, failed_holds: refused },
    ...{ total_bookings: bookings.length, total_cancellations: bookings.length - kept.length },
    revenue: totalOf(kept),
    average_booking_value: Math.round(totalOf(bookings) / bookings.length),
    capacity_utilization: share(sold.length, names.length),
    hold_success_rate: share(holds.length, refused + holds.length),
    booking_success_rate: share(bookings.length, holds.length),
    cancellation_rate: share(bookings.length - kept.length, bookings.length),
    seats_sold_by_seat_type: { Stalls: earned("A"), Balcony: earned("B") },
    revenue_by_seat_type: { Stalls: earned("A") * 4500, Balcony: earned("B") * 3000 },
    last_booking_time: bookings.at(-1)?.booking_date,
  });
}

async function compareSeats(sale: Sale, { holds, bookings }: Diary): Promise<void> {
  const seats = await listSeatPerformance(core, sale.organizer, { ...sale, sort: "natural", limit: 200 });
  const expected = names.map((seat) => {
    const its = holds.filter((record) => record.seats.includes(seat));
    const isHeld = its.some(({ end, until }) => end === "open" && until >= core.clock());
    const isSold = bookings.filter(isKept).some((record) => record.seats.some((sat) => sat === seat));
    return {
      seat_pos: seat,
      seat_state: isSold ? "booked" : isHeld ? "held" : "available",
      times_held: its.length,
      times_dropped: its.filter(({ end, until }) => end === "let go" || (end === "open" && until < core.clock()))
        .length,
      times_booked: its.filter(({ end }) => end === "booked").length,
      first_booked_at: bookings.find((record) => record.seats.some((sat) => sat === seat))?.booking_date ?? null,
    };
  });
  expect(seats.items).toMatchObject(expected);
}

async function compareDays(sale: Sale, { bookings }: Diary): Promise<void> {
  const day = (instant: string) =>
    new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(new Date(instant));
  const given = bookings.filter((record) => !isKept(record));
  const days = new Set([
    ...bookings.map((record) => day(record.booking_date)),
    ...given.map((record) => day(record.cancelled_at ?? "")),
  ]);
  const periods = await listSales(core, sale.organizer, { ...sale, interval: "day", limit: 200 });
  expect(periods.items.map(({ from, gross, refunded }) => [day(from), gross, refunded])).toEqual(
    [...days]
      .toSorted()
      .map((date) => [
        date,
        totalOf(bookings.filter((record) => day(record.booking_date) === date)),
        totalOf(given.filter((record) => day(record.cancelled_at ?? "") === date)),
      ]),
  );
}

async function compareBuyers(sale: Sale, { bookings }: Diary): Promise<void> {
  const { items } = await listBuyers(core, sale.organizer, { ...sale, limit: 50 });
  expect(items.map(({ spend }) => spend)).toEqual(items.map(({ spend }) => spend).toSorted((a, b) => b - a));
  for (const { user_id, spend, seats: theirs, bookings: made } of items) {
    const own = bookings.filter((record) => record.user_id === user_id);
    const still = own.filter(isKept);
    expect([made, spend, theirs]).toEqual([own.length, totalOf(still), still.flatMap((record) => record.seats).length]);
  }
  expect(new Set(items.map(({ user_id }) => user_id))).toEqual(new Set(bookings.map(({ user_id }) => user_id)));
}
