import type { QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import type { BookingId, EventId } from "../ids.ts";
import { bookingsBelow } from "../table/keys.ts";
import type { Table } from "../table/table.ts";
import { interpose } from "../testing/interpose.ts";
import { buy, playKnownSale } from "../testing/known-sale.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest, newOrganizer, openEvent } from "../testing/open-event.ts";
import { readAll } from "../testing/read-all.ts";
import { setGuestEmail } from "../user/get-user.ts";
import type { Actor } from "../user/user.ts";
import { getEventAnalytics } from "./get-event-analytics.ts";
import { listSales } from "./list-sales.ts";
import { listSoldBookings } from "./list-sold-bookings.ts";
import { createPeriods } from "./periods.rules.ts";

let core: TestCore;
let known: Awaited<ReturnType<typeof playKnownSale>>;
let event: { event_id: EventId };
let organizer: Actor;
const code = (code: string) => ({ code });
const forbidden = code("FORBIDDEN");
const elsewhere = code("INVALID_CURSOR");

beforeAll(async () => {
  core = await openCore();
  known = await playKnownSale(core);
  event = { event_id: known.sale.event_id };
  organizer = known.sale.organizer;
});
afterAll(() => core.close());

describe("the bookings of an event", () => {
  const list = (input: Partial<Parameters<typeof listSoldBookings>[2]> = {}, actor = organizer) =>
    listSoldBookings(core, actor, { ...event, limit: 50, ...input });

  it("are listed newest first with their buyers", async () => {
    const { ann, bob, bookings } = known;
    const { items, next_cursor } = await list();
    expect(next_cursor).toBeNull();
    expect(items.map(({ booking_id }) => booking_id)).toEqual(
      bookings.map(({ booking_id }) => booking_id).toReversed(),
    );
    expect(items.map(({ user_id }) => user_id)).toEqual([bob, ann, bob, ann].map(({ user_id }) => user_id));
    const [nobody, named] = [
      { name: null, email: null },
      { name: "Ann", email: "ann@example.org" },
    ];
    expect(items.map(({ buyer }) => buyer)).toEqual([nobody, named, nobody, named]);
    expect(items[3]).toMatchObject({
      ...{ state: "cancelled", refund: { amount: 9000, due: false }, payment_status: "refunded" },
      ...{ refund_if_cancelled: null, seats: ["A-1", "A-2"], total: 9000 },
    });
    expect(JSON.stringify(items)).not.toMatch(/holding-|"payment_id"/);
  });

  it("of one state are paged, each once", async () => {
    const [first, second, third, fourth] = known.bookings.map(({ booking_id }) => booking_id);
    const pages = (state?: "confirmed" | "cancelled") =>
      readAll((cursor) => list({ state, limit: 1, cursor })).then((all) => all.map(({ booking_id }) => booking_id));
    expect(await pages()).toEqual([fourth, third, second, first]);
    expect(await pages("confirmed")).toEqual([fourth, third, second]);
    expect(await pages("cancelled")).toEqual([first]);
  });

  it("of one state are found without reading all bookings, and match the table", async () => {
    let reads = 0;
    const wrap = (table: Table) =>
      interpose(table, (command, send) => {
        const { ExpressionAttributeValues = {} } = command.input as QueryCommandInput;
        if (ExpressionAttributeValues[":below"] === bookingsBelow) reads++;
        return send();
      });
    const process = await openCore({ alongside: core, wrap });
    const sale = await openEvent(core);
    const guest = await newGuest(core);
    const buyOne = async (seat: string) => (await buy(core, sale, guest, seat)).booking_id as BookingId;
    const [first, second, third] = [await buyOne("A-1"), await buyOne("A-2"), await buyOne("A-3")];
    await cancelBooking(core, guest, { booking_id: second });
    const ask = async (state: "confirmed" | "cancelled", salesCache = process.salesCache) => {
      const asked = { event_id: sale.event_id, state, limit: 50 };
      const { items } = await listSoldBookings({ ...process, salesCache }, sale.organizer, asked);
      return items.map(({ booking_id }) => booking_id);
    };
    expect(await ask("confirmed")).toEqual([third, first]);
    expect(await ask("cancelled")).toEqual([second]);
    expect(reads).toBe(1);
    const known = await process.salesCache.sales(sale.event_id, 0);
    await cancelBooking(core, guest, { booking_id: third });
    expect(await ask("confirmed", { ...process.salesCache, sales: async () => known })).toEqual([first]);
    expect(await ask("cancelled")).toEqual([third, second]);
    await process.close();
  });

  it("take only a cursor of the same query and caller, and are refused to others", async () => {
    const cursor = (await list({ limit: 1 })).next_cursor ?? "";
    await expect(list({ cursor, state: "confirmed" })).rejects.toMatchObject(elsewhere);
    await expect(list({ cursor }, { ...known.ann, role: "admin" })).rejects.toMatchObject(elsewhere);
    for (const actor of [known.ann, await newOrganizer(core)])
      await expect(list({}, actor)).rejects.toMatchObject(forbidden);
  });

  it("show a guest's e-mail once given, and the refund the organizer can still make after the event", async () => {
    const sale = await openEvent(core);
    const guest = await newGuest(core);
    await buy(core, sale, guest, "A-1");
    await setGuestEmail(core, guest, { email: "guest@example.org" });
    core.clock.advance(8 * 86_400);
    const { items } = await list({ event_id: sale.event_id }, sale.organizer);
    expect(items).toMatchObject([{ buyer: { name: null, email: "guest@example.org" }, refund_if_cancelled: 4500 }]);
    core.clock.advance(-8 * 86_400);
  });
});

describe("sales over time", () => {
  const list = (input: Partial<Parameters<typeof listSales>[2]> = {}, actor = organizer) =>
    listSales(core, actor, { ...event, interval: "day", limit: 200, ...input });

  it("are grouped by the venue's hours and days, cancellations included", async () => {
    const [first, second, third, fourth] = known.bookings.map(({ booking_date }) => booking_date);
    const startOf = createPeriods("America/New_York", "hour");
    const hour = (instant = "") => new Date(startOf(Date.parse(instant) / 1000) * 1000).toISOString();
    const nothing = { cancellations: 0, seats_returned: 0, refunded: 0 };
    expect((await list({ interval: "hour" })).items).toEqual([
      { from: hour(first), bookings: 1, seats_sold: 2, gross: 9000, ...nothing, revenue: 9000 },
      { from: hour(second), bookings: 1, seats_sold: 1, gross: 3000, ...nothing, revenue: 3000 },
      { from: hour(third), bookings: 1, seats_sold: 1, gross: 3000, ...nothing, revenue: 3000 },
      {
        ...{ from: hour(fourth), bookings: 1, seats_sold: 1, gross: 4500 },
        ...{ cancellations: 1, seats_returned: 2, refunded: 9000, revenue: -4500 },
      },
    ]);
  });

  it.each(["hour", "day"] as const)("by the %s add up to the event's figures", async (interval) => {
    const { items } = await list({ interval });
    const sum = (name: keyof Omit<(typeof items)[number], "from">) =>
      items.reduce((total, period) => total + period[name], 0);
    expect(await getEventAnalytics(core, organizer, event)).toMatchObject({
      total_bookings: sum("bookings"),
      total_cancellations: sum("cancellations"),
      seats_sold: sum("seats_sold") - sum("seats_returned"),
      revenue: sum("revenue"),
      average_booking_value: Math.round(sum("gross") / sum("bookings")),
    });
  });

  it("include a sale made just before", async () => {
    const sale = await openEvent(core);
    const told = async () =>
      (await list({ event_id: sale.event_id }, sale.organizer)).items.map(({ revenue }) => revenue);
    expect(await told()).toEqual([]);
    const guest = await newGuest(core);
    const { booking_id } = await buy(core, sale, guest, "A-1");
    expect(await told()).toEqual([4500]);
    await cancelBooking(core, guest, { booking_id: booking_id as BookingId });
    expect(await told()).toEqual([0]);
  });

  it("are paged by a cursor bound to query and caller, and refused to others", async () => {
    const paged = await readAll((cursor) => list({ interval: "hour", limit: 1, cursor }));
    expect(paged).toEqual((await list({ interval: "hour" })).items);
    const cursor = (await list({ limit: 1 })).next_cursor ?? "";
    await expect(list({ cursor, interval: "hour" })).rejects.toMatchObject(elsewhere);
    await expect(list({}, known.ann)).rejects.toMatchObject(forbidden);
  });
});
