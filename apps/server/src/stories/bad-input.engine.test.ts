import { countWrites, type WriteCount } from "@evently/core/testing/count-writes";
import { openCore } from "@evently/core/testing/open-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newEvent, openApp, openSale, type TestApp } from "../testing/http/open-app.ts";

let app: TestApp;
let writes: WriteCount;
let sale: Awaited<ReturnType<typeof openSale>>;
let guest: string;

beforeAll(async () => {
  writes = countWrites();
  app = await openApp({ core: await openCore({ wrap: writes.wrap }) });
  sale = await openSale(app);
  guest = (await app.startGuest()).token;
});
afterAll(() => app.core.close());
beforeEach(async () => {
  await app.core.background.settled();
  writes.reset();
});

const hold = (seats: unknown, extra = {}) =>
  app.call("POST", `/events/${sale.event_id}/hold`, { token: guest, body: { seats, ...extra } });
const faultsOf = ({ body }: { body: Record<string, unknown> }) =>
  (body.details as { faults: { path: string; message: string }[] }).faults;
const paths = (answer: { body: Record<string, unknown> }) => faultsOf(answer).map(({ path }) => path);

describe("bad input is refused with the field named, and nothing is written", () => {
  it("seats that the event lacks, all of them, before seats that are taken", async () => {
    const answer = await hold(["A-1", "C-1", "A-99"]);
    expect([answer.status, answer.body.error_code]).toEqual([404, "SEAT_NOT_FOUND"]);
    expect(answer.body.details).toEqual({ seats: ["C-1", "A-99"] });
    expect(writes.count()).toBe(0);
  });

  it.each([
    ["a repeated seat", ["A-1", "A-1"], "seats"],
    ["a malformed seat", ["A-1", "a1"], "seats.1"],
    ["no seat", [], "seats"],
    ["eleven seats", Array.from({ length: 11 }, (_, i) => `A-${i + 1}`), "seats"],
    ["seats that are no list", "A-1", "seats"],
    ["missing seats", undefined, "seats"],
  ])("%s", async (_, seats, path) => {
    const answer = await hold(seats);
    expect([answer.status, answer.body.error_code, paths(answer)]).toEqual([422, "INVALID_INPUT", [path]]);
    expect(writes.count()).toBe(0);
  });

  it("an unknown field, and one that is in the path already", async () => {
    expect(faultsOf(await hold(["A-1"], { seat: "A-2" }))).toEqual([{ path: "seat", message: "unknown field" }]);
    expect(paths(await hold(["A-1"], { event_id: "event-00009" }))).toEqual(["event_id"]);
    expect(faultsOf(await app.call("GET", "/events?serach=x"))).toEqual([{ path: "serach", message: "unknown field" }]);
    expect(writes.count()).toBe(0);
  });

  it.each([
    ["GET", "/events/event-x", "event_id"],
    ["GET", "/events/event-1/seats", "event_id"],
    ["POST", "/events/x/hold", "event_id"],
    ["GET", "/holding-7", "holding_id"],
    ["GET", `/holding-${"0".repeat(2_000)}`, "holding_id"],
    ["POST", "/holding-x/confirm", "holding_id"],
    ["GET", "/bookings/7", "booking_id"],
    ["GET", "/venue/hall", "venue_id"],
    ["GET", "/user/me", "user_id"],
    ["GET", "/events?limit=many", "limit"],
    ["GET", "/events?limit=201", "limit"],
    ["GET", "/events?start_date=soon", "start_date"],
  ])("%s %s", async (method, path, field) => {
    const answer = await app.call(method, path, { token: guest });
    expect([answer.status, answer.body.error_code]).toEqual([422, "INVALID_INPUT"]);
    expect(paths(answer)).toContain(field);
    expect(writes.count()).toBe(0);
  });

  it.each([
    ["a negative price", { seat_type_prices: { Stalls: -1 } }, "seat_type_prices.Stalls"],
    ["half a cent", { seat_type_prices: { Stalls: 0.5 } }, "seat_type_prices.Stalls"],
    ["a price for a type the venue lacks", { seat_type_prices: { Stalls: 1, Box: 1 } }, "seat_type_prices.Box"],
    ["more than a seat can cost", { seat_type_prices: { Stalls: 100_000_000_001 } }, "seat_type_prices.Stalls"],
    ["a currency that was withdrawn", { currency: "BGN" }, "currency"],
    ["a currency that never was", { currency: "EUX" }, "currency"],
    ["a day without a time", { start_time: "2027-01-14" }, "start_time"],
    ["an event without a name", { name: " " }, "name"],
    ["an endless event", { duration: 0 }, "duration"],
  ])("%s", async (_, change, path) => {
    const body = { ...newEvent(app, sale.venue_id), ...change };
    const answer = await app.call("POST", "/events", { token: sale.organizer.token, body });
    expect([answer.status, answer.body.error_code, paths(answer)]).toEqual([422, "INVALID_INPUT", [path]]);
    expect(writes.count()).toBe(0);
  });

  it("a seat type without a price", async () => {
    const body = { ...newEvent(app, sale.venue_id), seat_type_prices: {} };
    const answer = await app.call("POST", "/events", { token: sale.organizer.token, body });
    expect([answer.status, answer.body.error_code]).toEqual([400, "SEAT_TYPES_UNPRICED"]);
    expect(answer.body.details).toEqual({ seat_types: ["Stalls"] });
    expect(writes.count()).toBe(0);
  });

  it("duplicate venue seats, or of an unknown type: none of them is added", async () => {
    const seat = (row: string, seat_num: number, seat_type = "Stalls") => ({ row, seat_num, seat_type });
    const add = (seats: unknown[]) =>
      app.call("POST", `/venue/${sale.venue_id}/seats`, { token: sale.organizer.token, body: { seats } });
    const repeated = await add([seat("D", 1), seat("D", 2), seat("D", 1), seat("E", 1, "Box")]);
    expect([repeated.status, paths(repeated)]).toEqual([422, ["seats.2", "seats.3.seat_type"]]);
    expect(writes.count()).toBe(0);
  });

  it("venue seats that exist already: none of the others is added", async () => {
    const seats = [
      { row: "A", seat_num: 1, seat_type: "Stalls" },
      { row: "D", seat_num: 1, seat_type: "Stalls" },
    ];
    const answer = await app.call("POST", `/venue/${sale.venue_id}/seats`, {
      token: sale.organizer.token,
      body: { seats },
    });
    expect([answer.status, answer.body.error_code]).toEqual([409, "DUPLICATE_SEATS"]);
    expect(answer.body.details).toEqual({ seats: ["A-1"] });
    const after = await app.call("GET", `/venue/${sale.venue_id}/seats`);
    expect(after.body.items).toHaveLength(30);
  });

  it("an incomplete body, over REST and tRPC", async () => {
    const raw = '{"seats": ["A-1"';
    const rest = await app.call("POST", `/events/${sale.event_id}/hold`, { token: guest, raw });
    expect([rest.status, rest.text]).toEqual([
      400,
      '{"error":"The request body is not valid JSON.","error_code":"MALFORMED_JSON","details":{}}',
    ]);
    const headers = { "content-type": "application/json" };
    const trpc = await app.call("POST", "/trpc/hold.place", { token: guest, raw, headers });
    expect([trpc.status, JSON.parse(trpc.text).error.data.failure.error_code]).toEqual([400, "MALFORMED_JSON"]);
    expect(writes.count()).toBe(0);
  });

  it("a lone surrogate, over REST and tRPC", async () => {
    const body = { ...newEvent(app, sale.venue_id), artists: ["Clara", "\ud834"] };
    const { token } = sale.organizer;
    const rest = await app.call("POST", "/events", { token, body });
    expect([rest.status, paths(rest)]).toEqual([422, ["artists.1"]]);
    const headers = { "content-type": "application/json" };
    const trpc = await app.call("POST", "/trpc/event.create", { token, body, headers });
    expect([trpc.status, JSON.parse(trpc.text).error.data.failure]).toEqual([422, rest.body]);
    expect(writes.count()).toBe(0);
  });

  it("deeply nested lists, over REST and tRPC", async () => {
    const raw = `{"email": ${"[".repeat(20_000)}${"]".repeat(20_000)}}`;
    const rest = await app.call("POST", "/session/guest", { raw });
    expect([rest.status, paths(rest)]).toEqual([422, [`email${".0".repeat(19)}`]]);
    const headers = { "content-type": "application/json" };
    const trpc = await app.call("POST", "/trpc/session.startGuest", { raw, headers });
    expect([trpc.status, JSON.parse(trpc.text).error.data.failure]).toEqual([422, rest.body]);
    expect(writes.count()).toBe(0);
  });

  it.each([
    ["unknown fields", Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`field${i}`, 1]))],
    ["halves of characters", { email: Array(1_000).fill("\ud834") }],
  ])("a thousand %s, of which a hundred are reported", async (_, body) => {
    const answer = await app.call("POST", `/events/${sale.event_id}/hold`, { token: guest, body });
    expect([answer.status, faultsOf(answer).length]).toEqual([422, 100]);
    expect(writes.count()).toBe(0);
  });

  it("several changes in one request over tRPC", async () => {
    const headers = { "content-type": "application/json" };
    const path = "/trpc/session.startGuest,session.startGuest?batch=1";
    const { status, text } = await app.call("POST", path, { headers, body: { 0: {}, 1: {} } });
    const failures = JSON.parse(text) as { error: { data: { failure: { error_code: string } } } }[];
    expect(status).toBe(422);
    expect(failures.map(({ error }) => error.data.failure.error_code)).toEqual(["INVALID_INPUT", "INVALID_INPUT"]);
    expect(writes.count()).toBe(0);
  });

  it("a body that is not an object", async () => {
    const answer = await app.call("POST", "/session/guest", { raw: "[]" });
    expect([answer.status, faultsOf(answer)]).toEqual([422, [{ path: "", message: "an object" }]]);
    expect(writes.count()).toBe(0);
  });

  it("a missing or invalid payment, leaving the hold unchanged", async () => {
    const { body } = await hold(["B-2"]);
    await app.core.background.settled();
    writes.reset();
    const confirm = (payment?: unknown) =>
      app.call("POST", `/${body.holding_id}/confirm`, { token: guest, body: { payment } });
    expect(paths(await confirm())).toEqual(["payment"]);
    expect(paths(await confirm({ token: "" }))).toEqual(["payment.token"]);
    expect(paths(await confirm({ token: "tok_visa", amount: 1 }))).toEqual(["payment.amount"]);
    expect(writes.count()).toBe(0);
  });
});

describe("valid input", () => {
  it("an empty body, and JSON with another content type", async () => {
    expect((await app.call("POST", "/session/guest", { raw: "" })).status).toBe(201);
    const headers = { "content-type": "text/plain" };
    const answer = await app.call("POST", "/session/guest", { raw: '{"email":"a@example.org"}', headers });
    expect(answer.body).toMatchObject({ user: { email: "a@example.org", role: "guest" } });
  });

  it("an unknown path is answered by the error contract", async () => {
    for (const [method, path] of [
      ["GET", "/nowhere"],
      ["DELETE", "/events"],
      ["GET", "/trpc-x"],
      ["GET", "/events/%E0%A4%A"],
    ] as const) {
      const answer = await app.call(method, path);
      expect([answer.status, answer.body.error_code], path).toEqual([404, "NOT_FOUND"]);
    }
    const trpc = await app.call("GET", "/trpc/nothing.here");
    expect([trpc.status, JSON.parse(trpc.text).error.data.failure.error_code]).toEqual([404, "NOT_FOUND"]);
  });
});
