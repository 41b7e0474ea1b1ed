import { beforeAll, expect, it } from "vitest";
import { verifyCounts } from "../audit/verify-counts.ts";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { getEvent } from "../event/get-event.ts";
import { searchEvents } from "../search/search-events.ts";
import { getSeatMap, listSeats } from "../seat-map/get-seat-map.ts";
import { editEvent } from "../testing/edit-event.ts";
import { buy, hold, knownSeats } from "../testing/known-sale.ts";
import { newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import type { Actor } from "../user/user.ts";
import { getEventAnalytics } from "./get-event-analytics.ts";
import { listBuyers } from "./list-buyers.ts";
import { listSales } from "./list-sales.ts";
import { listSeatPerformance } from "./list-seat-performance.ts";
import { listSoldBookings } from "./list-sold-bookings.ts";

/** What a sale comes to whose prices were changed twice in its middle, calculated by hand. */
let sale: Sale;
let ann: Actor;
let bob: Actor;
let bought: BookingView[];

const setPrices = (seat_type_prices: Record<string, number>) => editEvent(core, sale, { seat_type_prices });
const page = { limit: 50 };

const [core, other] = await openTwoCores();

beforeAll(async () => {
  sale = await openEvent(core, { seats: knownSeats, event: { seat_type_prices: { Stalls: 4500, Balcony: 3000 } } });
  for (const process of [core, other]) await process.catalog.load();
  [ann, bob] = [await newGuest(core), await newGuest(core)];
  bought = [await buy(core, sale, ann, "A-1", "B-1")];
  await setPrices({ Stalls: 6000 });
  core.clock.advance(3600);
  bought.push(await buy(core, sale, bob, "A-2", "A-3"));
  await cancelBooking(core, ann, bought[0] as BookingView);
  await setPrices({ Stalls: 5000, Balcony: 2500 });
  bought.push(await buy(core, sale, ann, "A-1"));
  await hold(core, sale, bob, "B-2");
  await setPrices({ Balcony: 9900 });
  core.clock.advance(3);
});

it("bookings cost what they were quoted", async () => {
  expect(bought.map(({ lines }) => lines.map(({ price }) => price))).toEqual([[4500, 3000], [6000, 6000], [5000]]);
  const { items } = await listSoldBookings(core, sale.organizer, { ...sale, ...page });
  expect(items.map(({ total, refund }) => [total, refund?.amount ?? 0])).toEqual([
    [5000, 0],
    [12_000, 0],
    [7500, 7500],
  ]);
});

it("revenue is what was paid and not given back, in whole and by seat type", async () => {
  expect(await getEventAnalytics(core, sale.organizer, sale)).toMatchObject({
    ...{ total_bookings: 3, total_cancellations: 1, seats_sold: 3, seats_held: 1, seats_available: 6 },
    revenue: 17_000,
    average_booking_value: Math.round(24_500 / 3),
    revenue_by_seat_type: { Stalls: 17_000, Balcony: 0 },
    seats_sold_by_seat_type: { Stalls: 3, Balcony: 0 },
  });
});

it("so are the figures of each hour and of each buyer", async () => {
  const { items } = await listSales(core, sale.organizer, { ...sale, interval: "day", ...page });
  const sum = (read: (period: (typeof items)[number]) => number) => items.reduce((all, item) => all + read(item), 0);
  expect([sum(({ gross }) => gross), sum(({ refunded }) => refunded), sum(({ revenue }) => revenue)]).toEqual([
    24_500, 7500, 17_000,
  ]);
  const buyers = await listBuyers(core, sale.organizer, { ...sale, ...page });
  expect(new Map(buyers.items.map(({ user_id, spend }) => [user_id, spend]))).toEqual(
    new Map([
      [ann.user_id, 5000],
      [bob.user_id, 12_000],
    ]),
  );
});

const shown = [
  ["A-1", "booked", 5000],
  ["A-2", "booked", 6000],
  ["A-3", "booked", 6000],
  ["A-4", "available", 5000],
  ["A-5", "available", 5000],
  ["A-6", "available", 5000],
  ["B-1", "available", 9900],
  ["B-2", "held", 2500],
  ["B-3", "available", 9900],
  ["B-4", "available", 9900],
];

it("a seat shows what its buyer pays, a free one what the next pays, in every process", async () => {
  for (const process of [core, other]) {
    const { items } = (await listSeats(process, null, sale)).toJSON();
    expect(items.map(({ seat_pos, seat_state, price }) => [seat_pos, seat_state, price])).toEqual(shown);
    const performance = await listSeatPerformance(process, sale.organizer, { ...sale, sort: "natural", limit: 50 });
    expect(performance.items.map(({ seat_pos, seat_state, price }) => [seat_pos, seat_state, price])).toEqual(shown);
  }
});

it("the copies in the seats change nothing of that once they are refreshed", async () => {
  await letTimePass(core, 2, 1);
  const { items } = (await listSeats(core, null, sale)).toJSON();
  expect(items.map(({ seat_pos, seat_state, price }) => [seat_pos, seat_state, price])).toEqual(shown);
});

it("an open page learns from the map that its event was changed", async () => {
  const map = await getSeatMap(other, null, sale);
  expect(map.revision).toBe((await getEvent(other, null, sale)).revision);
  await editEvent(core, sale, { description: "With an interval." });
  other.clock.advance(2);
  expect((await getSeatMap(other, null, sale)).revision).toBe(map.revision + 1);
});

it("page and list ask the prices of now", async () => {
  expect(await getEvent(other, null, sale)).toMatchObject({ price_min: 5000, price_max: 9900, price_revision: 3 });
  for (const process of [core, other]) {
    await process.catalog.follow();
    const { items } = await searchEvents(process, { limit: 10 });
    expect(items).toMatchObject([{ event_id: sale.event_id, price_min: 5000, price_max: 9900 }]);
  }
});

it("counts, records and the gateway's ledger agree", async () => {
  const { counted, recounted, faults } = await verifyCounts(core, sale.event_id);
  expect([faults, counted]).toEqual([[], recounted]);
  await letTimePass(core, 200);
  expect((await expectCleanAudit(core, sale.event_id)).counted).toMatchObject({ revenue: 17_000, at_gateway: 17_000 });
});
