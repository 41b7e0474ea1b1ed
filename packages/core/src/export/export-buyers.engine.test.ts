import { afterAll, beforeAll, expect, it } from "vitest";
import { putBooking } from "../booking/booking.table.ts";
import type { Booking } from "../booking/booking.ts";
import { findEvent } from "../event/find-event.ts";
import { transactAll } from "../table/transact-all.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { openEvent, type Sale } from "../testing/open-event.ts";
import { newBooking } from "../testing/sold-bookings.ts";
import { writeHead, writeLines } from "../text/csv.ts";
import type { Contact } from "../user/user.ts";
import { buyerColumns, cellsOf, namesOf } from "./export.rules.ts";
import { exportBuyers } from "./export-buyers.ts";

let core: TestCore;
let sale: Sale;

beforeAll(async () => {
  core = await openCore();
  sale = await openEvent(core);
});
afterAll(() => core.close());

/** Fifty people, of whom some are named later, written in two ways, or reached by no address. */
function buyerOf(n: number): Contact {
  const who = n % 50;
  const email = n % 3 === 0 ? `Żaneta-${who}@example.org` : `żaneta-${who}@EXAMPLE.org`;
  return { name: n % 7 === 0 ? null : `Żaneta "${who}", ${n % 3}`, email: who < 5 ? null : email };
}

function bookingOf(n: number): Booking {
  const { buyer: _, ...anonymous } = newBooking(core, sale, n);
  const named = n % 50 === 4 ? anonymous : { ...anonymous, buyer: buyerOf(n) };
  const booking = { ...named, total: 1_000 + (n % 11) * 100 };
  if (n % 4 > 0) return booking as Booking;
  const refund = { amount: n % 8 === 0 ? booking.total : 500 };
  return { ...booking, state: "cancelled", cancelled_at: new Date(core.clock() * 1000).toISOString(), refund };
}

/** Each buyer's figures from their bookings alone. */
function sumOf(bookings: readonly Booking[]) {
  const kept = bookings.filter(({ state }) => state === "confirmed");
  const last = (field: keyof Contact) => bookings.findLast(({ buyer }) => buyer?.[field])?.buyer?.[field] ?? null;
  return {
    ...{ name: last("name"), email: last("email"), bookings: bookings.length },
    ...{ cancellations: bookings.length - kept.length, seats: kept.flatMap(({ seats }) => seats).length },
    spend: bookings.reduce((sum, { total, refund }) => sum + total - (refund?.amount ?? 0), 0),
    first_booking: bookings.at(0)?.booking_date ?? "",
    last_booking: bookings.at(-1)?.booking_date ?? "",
  };
}

it("holds a line for each buyer, as the bookings of each say when they are read one by one", async () => {
  const bookings = Array.from({ length: 270 }, (_, n) => bookingOf(n));
  await transactAll(core.table, bookings.map(putBooking));
  const event = await findEvent(core.table, sale.event_id);
  if (!event) throw new Error("the sale has no event");
  const people = [...new Set(bookings.map(({ buyer, user_id }) => buyer?.email?.toLowerCase() ?? user_id))];
  const sums = people.map((who) =>
    sumOf(bookings.filter(({ buyer, user_id }) => (buyer?.email?.toLowerCase() ?? user_id) === who)),
  );
  const columns = buyerColumns(event);
  const lines = sums.toSorted((a, b) => b.spend - a.spend).map((sum) => cellsOf(columns, sum));
  expect(people.length).toBeLessThan(bookings.length / 2);
  expect(people.length).toBeGreaterThan(45);
  const file = await exportBuyers(core, sale.organizer, sale);
  expect(await file.read()).toBe(writeHead(namesOf(columns)) + writeLines(lines));
});
