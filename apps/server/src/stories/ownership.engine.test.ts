import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApp, openSale, type TestApp } from "../testing/http/open-app.ts";

let app: TestApp;
let sale: Awaited<ReturnType<typeof openSale>>;
let holder: string;
let others: [string, string][];

beforeAll(async () => {
  app = await openApp();
  sale = await openSale(app);
  holder = (await app.startGuest()).token;
  others = [
    ["another guest", (await app.startGuest()).token],
    ["an attendee", (await app.signUp("attendee")).token],
    ["another organizer", (await app.signUp("organizer")).token],
  ];
});
afterAll(() => app.core.close());

const place = async (seat: string) => {
  const { body } = await app.call("POST", `/events/${sale.event_id}/hold`, { token: holder, body: { seats: [seat] } });
  return String(body.holding_id);
};
const pay = { payment: { token: "tok_visa" } };

/** What may differ between two answers: when they were given, and the id of the request. */
function spell({ status, headers, text }: Awaited<ReturnType<TestApp["call"]>>): string {
  const kept = [...headers].filter(([name]) => name !== "x-request-id");
  return JSON.stringify({ status, kept, text });
}

describe("someone else's hold", () => {
  const ways = [
    ["GET", "", undefined],
    ["GET", "/payment", undefined],
    ["POST", "/confirm", pay],
    ["POST", "/confirm", {}],
    ["POST", "/extend", undefined],
    ["POST", "/cancel", undefined],
  ] as const;

  it.each(ways)("is a 404: %s %s", async (method, verb, body) => {
    const theirs = await place(`A-${ways.findIndex((way) => way[1] === verb && way[2] === body) + 1}`);
    const before = await app.call("GET", `/${theirs}`, { token: holder });
    for (const [who, token] of [...others, ["the event's organizer", sale.organizer.token]] as const) {
      const refused = await app.call(method, `/${theirs}${verb}`, { token, body });
      const missing = await app.call(method, `/holding-99999${verb}`, { token, body });
      expect(refused.status, who).toBe(404);
      expect(spell(refused), who).toBe(spell(missing));
    }
    expect((await app.call("GET", `/${theirs}`, { token: holder })).body).toEqual(before.body);
    await app.call("POST", `/${theirs}/cancel`, { token: holder });
  });

  it("is not among anyone else's open holds", async () => {
    const theirs = await place("A-9");
    for (const [who, token] of others) {
      const { body } = await app.call("GET", `/events/${sale.event_id}/hold`, { token });
      expect(body, who).toEqual({ items: [], next_cursor: null });
    }
    await app.call("POST", `/${theirs}/cancel`, { token: holder });
  });

  it("has a challenge that nobody else can answer", async () => {
    const theirs = await place("A-10");
    await app.call("POST", `/${theirs}/confirm`, { token: holder, body: { payment: { token: "tok_challenge" } } });
    for (const [who, token] of others) {
      const answer = await app.call("POST", "/trpc/challenge.answer", {
        token,
        body: { holding_id: theirs, approve: false },
        headers: { "content-type": "application/json" },
      });
      expect(answer.status, who).toBe(404);
    }
  });
});

describe("someone else's booking", () => {
  it("is a 404: read and cancel", async () => {
    const { body: booked } = await app.call("POST", `/${await place("B-1")}/confirm`, { token: holder, body: pay });
    for (const [method, verb] of [
      ["GET", ""],
      ["POST", "/cancel"],
    ] as const) {
      for (const [who, token] of others) {
        const refused = await app.call(method, `/bookings/${booked.booking_id}${verb}`, { token });
        const missing = await app.call(method, `/bookings/booking-99999${verb}`, { token });
        expect(refused.status, who).toBe(404);
        expect(spell(refused), who).toBe(spell(missing));
      }
    }
    const { body } = await app.call("GET", `/bookings/${booked.booking_id}`, { token: sale.organizer.token });
    expect(body).toMatchObject({ booking_id: booked.booking_id, state: "confirmed" });
  });
});

describe("the public view of seats", () => {
  it("never contains a holding, a booking or a user", async () => {
    await place("B-5");
    const { text, body } = await app.call("GET", `/events/${sale.event_id}/seats`);
    expect(text).not.toMatch(/holding|booking|user/);
    expect(body.items).toContainEqual(expect.objectContaining({ seat_pos: "B-5", seat_state: "held" }));
  });
});

describe("someone else's draft", () => {
  it("is visible only to its organizer, in lists too", async () => {
    const { token } = sale.organizer;
    const { body: draft } = await app.call("POST", "/events", {
      token,
      body: {
        venue_id: sale.venue_id,
        name: "Not yet told",
        start_time: "2099-01-01T20:00:00Z",
        duration: 60,
        seat_type_prices: { Stalls: 0 },
        status: "draft",
      },
    });
    await app.core.catalog.follow();
    for (const path of [`/events/${draft.event_id}`, `/events/${draft.event_id}/seats`]) {
      for (const [who, other] of others) expect((await app.call("GET", path, { token: other })).status, who).toBe(404);
      expect((await app.call("GET", path)).status).toBe(404);
      expect((await app.call("GET", path, { token })).status).toBe(200);
    }
    expect((await app.call("GET", "/events?search=told")).body).toMatchObject({ items: [], total: 0 });
  });
});
