// What the program that this one grew from got wrong, each shown to be right here.
import { auditEvent } from "@evently/core/audit/audit-event";
import { EventId } from "@evently/core/ids";
import { id } from "@evently/core/testing/id";
import { interpose } from "@evently/core/testing/interpose";
import { openCore } from "@evently/core/testing/open-core";
import { letTimePass } from "@evently/core/testing/settle-everything";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newEvent, openApp, openSale, type TestApp } from "../testing/http/open-app.ts";

type Key = { pk: string; sk: string };
type SentCommand = { name: string; input: { Limit?: number; TransactItems?: { Put?: { Item: Key } }[] } };

let app: TestApp;
let sale: Awaited<ReturnType<typeof openSale>>;
const sent: SentCommand[] = [];
/** The seat of an event that the engine refuses to hear of. */
let unwritable: string | null = null;
const isUnwritable = ({ pk, sk }: Key) => pk.startsWith("event-") && sk === unwritable;

beforeAll(async () => {
  const core = await openCore({
    wrap: (table) =>
      interpose(table, (command, send) => {
        const { input } = command as Pick<SentCommand, "input">;
        sent.push({ name: command.constructor.name, input });
        const isBroken = input.TransactItems?.some(({ Put }) => Put && isUnwritable(Put.Item));
        return isBroken ? Promise.reject(Object.assign(new Error("gone"), { code: "ECONNRESET" })) : send();
      }),
  });
  app = await openApp({ core });
  sale = await openSale(app);
});
afterAll(async () => {
  await app.core.background.settled();
  expect((await auditEvent(app.core, EventId.parse(sale.event_id))).faults).toEqual([]);
  await app.core.close();
});

const hold = (token: string, ...seats: string[]) =>
  app.call("POST", `/events/${sale.event_id}/hold`, { token, body: { seats } });
const confirm = (token: string, holding_id: unknown, more: object = {}) =>
  app.call("POST", `/${holding_id}/confirm`, { token, body: { payment: { token: "tok_visa" }, ...more } });
const listSeats = async (event_id = sale.event_id) =>
  (await app.call("GET", `/events/${event_id}/seats`)).body.items as Record<string, unknown>[];
const figures = async () => {
  await app.core.background.settled();
  return (await app.call("GET", `/events/${sale.event_id}/analytics`, { token: sale.organizer.token })).body;
};

async function book(...seats: string[]) {
  const { token, user_id } = await app.startGuest();
  const { body: held } = await hold(token, ...seats);
  const { body: booking } = await confirm(token, held.holding_id);
  return { token, user_id, booking, held };
}

describe("the original program's defects", () => {
  it("an expired hold could never be taken again: here its seats are free the moment it ends", async () => {
    const [slow, quick] = [await app.startGuest(), await app.startGuest()];
    const { body: held } = await hold(slow.token, "A-1");
    expect((await hold(quick.token, "A-1")).status).toBe(409);
    app.core.clock.advance(181);
    const { body: taken } = await hold(quick.token, "A-1");
    expect(taken).toMatchObject({ seats: ["A-1"], state: "active" });
    expect((await confirm(slow.token, held.holding_id)).body.error_code).toBe("HOLD_EXPIRED");
    expect((await confirm(quick.token, taken.holding_id)).status).toBe(200);
  });

  it("confirm and cancel scanned the table for their records: here they read them by key", async () => {
    const { token } = await app.startGuest();
    const { body: held } = await hold(token, "A-2");
    const { body: dropped } = await hold(token, "A-3");
    sent.length = 0;
    const { body: booked } = await confirm(token, held.holding_id);
    const released = await app.call("POST", `/${dropped.holding_id}/cancel`, { token });
    const cancelled = await app.call("POST", `/bookings/${booked.booking_id}/cancel`, { token });
    expect([released.body.state, cancelled.body.state]).toEqual(["released", "cancelled"]);
    expect(sent.length).toBeGreaterThan(6);
    expect(sent.filter(({ name }) => name === "ScanCommand")).toEqual([]);
    expect(sent.filter(({ name, input }) => name === "QueryCommand" && input.Limit === undefined)).toEqual([]);
  });

  it("booking history was always empty: here it has what was booked, newest first", async () => {
    const { token, user_id, booking } = await book("A-4");
    const { body: held } = await hold(token, "A-5");
    const { body: second } = await confirm(token, held.holding_id);
    const { body } = await app.call("GET", `/user/${user_id}/bookings`, { token });
    const ids = (body.items as { booking_id: string }[]).map(({ booking_id }) => booking_id);
    expect(ids).toEqual([second.booking_id, booking.booking_id]);
  });

  it("holdings and bookings showed up as seats: here the seats are those of the hall, whatever was held and booked", async () => {
    const { token } = await book("A-6");
    await hold(token, "A-7");
    const hall = (await app.call("GET", `/venue/${sale.venue_id}/seats`)).body.items as { seat_pos: string }[];
    const seats = await listSeats();
    expect(seats.map(({ seat_pos }) => seat_pos)).toEqual(hall.map(({ seat_pos }) => seat_pos));
    expect((await figures()).total_seats).toBe(hall.length);
  });

  it("the list of seats revealed who holds and who booked: here it has the seat, its price and its state", async () => {
    const { token, user_id, booking, held } = await book("A-8");
    await hold(token, "A-9");
    const { text, body } = await app.call("GET", `/events/${sale.event_id}/seats`, { token });
    for (const secret of [user_id, booking.booking_id, held.holding_id]) expect(text).not.toContain(String(secret));
    const fields = new Set((body.items as object[]).flatMap((seat) => Object.keys(seat)));
    expect([...fields].filter((field) => /hold(?!_ttl)|book|user|owner/.test(field))).toEqual([]);
  });

  it("nothing checked who confirms or cancels: here anyone else gets a 404 and changes nothing", async () => {
    const { token, booking } = await book("A-10");
    const { body: held } = await hold(token, "A-11");
    const other = (await app.signUp("attendee")).token;
    const responses = [
      await confirm(other, held.holding_id),
      await app.call("POST", `/${held.holding_id}/cancel`, { token: other }),
      await app.call("POST", `/bookings/${booking.booking_id}/cancel`, { token: other }),
      await app.call("POST", `/${held.holding_id}/cancel`),
    ];
    expect(responses.map(({ status }) => status)).toEqual([404, 404, 404, 401]);
    expect((await app.call("GET", `/${held.holding_id}`, { token })).body.state).toBe("active");
    expect((await app.call("GET", `/bookings/${booking.booking_id}`, { token })).body.state).toBe("confirmed");
  });

  it("the client set the amount: here an amount is refused, and the gateway takes the seats' price", async () => {
    const { token } = await app.startGuest();
    const { body: held } = await hold(token, "A-12", "A-13");
    for (const forged of [{ total: 1 }, { amount: 1 }, { payment: { token: "tok_visa", amount: 1 } }, { paid: true }]) {
      const { status, body } = await confirm(token, held.holding_id, forged);
      expect([status, body.error_code]).toEqual([422, "INVALID_INPUT"]);
    }
    expect((await app.call("POST", `/${held.holding_id}/confirm`, { token, body: {} })).status).toBe(422);
    const { body: booked } = await confirm(token, held.holding_id);
    expect(booked).toMatchObject({ total: 9000, payment_status: "authorized" });
    await app.core.background.settled();
    const ledger = await app.core.gateway.listByEvent(id.event(sale.event_id), [null]);
    const own = ledger.filter(({ holding_id }) => holding_id === held.holding_id);
    expect(own).toMatchObject([{ amount: 9000, currency: "USD", state: "captured" }]);
  });

  it("failed holds were never counted: here each request for a taken seat is", async () => {
    const before = await figures();
    const { token } = await book("A-14");
    for (let turn = 0; turn < 3; turn++) expect((await hold(token, "A-14", "A-15")).status).toBe(409);
    const after = await figures();
    expect(Number(after.hold_attempts) - Number(before.hold_attempts)).toBe(4);
    expect(Number(after.failed_holds) - Number(before.failed_holds)).toBe(3);
  });

  it("a failed seat copy was skipped in silence: here it is reported, nothing is on sale, and the rest is copied later", async () => {
    unwritable = "B-60";
    const other = await openSale(app, { perRow: 60 });
    const { token } = other.organizer;
    expect([other.answers.event.status, other.answers.event.body.error_code]).toEqual([503, "UNAVAILABLE"]);
    const { body } = await app.call("GET", "/analytics/events", { token });
    const [{ event_id, status }] = body.items as [{ event_id: string; status: string }];
    expect([status, (await app.call("GET", `/events/${event_id}`)).status]).toEqual(["draft", 404]);

    unwritable = null;
    await letTimePass(app.core, 120);
    const seats = await listSeats(event_id);
    expect(new Set(seats.map(({ seat_pos }) => seat_pos)).size).toBe(120);
    expect((await app.call("GET", `/events/${event_id}`)).body.status).toBe("published");
  });

  it("price, artist and tag filters could not be reached: here each finds its event and no other", async () => {
    const { token } = sale.organizer;
    const make = async (price: number, artist: string, tag: string) => {
      const details = { artists: [artist], tags: [tag], seat_type_prices: { Stalls: price } };
      const { body } = await app.call("POST", "/events", {
        token,
        body: { ...newEvent(app, sale.venue_id), ...details },
      });
      return body.event_id;
    };
    const dear = await make(90_000, "Clara Schumann", "Piano");
    const cheap = await make(100, "Antonín Dvořák", "Strings");
    await app.core.catalog.follow();
    const find = async (query: string) =>
      ((await app.call("GET", `/events?${query}`)).body.items as { event_id: string }[]).map(
        ({ event_id }) => event_id,
      );
    expect(await find("price_min=50000")).toEqual([dear]);
    expect(await find("price_max=200")).toEqual([cheap]);
    expect(await find("artist=antonin%20dvorak")).toEqual([cheap]);
    expect(await find("tag=piano")).toEqual([dear]);
    expect(await find("tag=piano&price_max=200")).toEqual([]);
  });
});
