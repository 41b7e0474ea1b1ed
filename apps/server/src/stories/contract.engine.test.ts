import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askOfAccounts } from "../testing/http/ask-of-accounts.ts";
import { askOfBoxOffice } from "../testing/http/ask-of-box-office.ts";
import { askOfInvoices } from "../testing/http/ask-of-invoices.ts";
import { type BothProtocols, openBothProtocols, type Somebody } from "../testing/http/open-both-protocols.ts";

let protocols: BothProtocols;
let organizer: Somebody;
let buyer: Somebody;
let venue_id: unknown;
let event_id: unknown;
let user_id: unknown;

const ask: BothProtocols["ask"] = (name, who, input) => protocols.ask(name, who, input);
const event = (more: object = {}) => ({
  venue_id,
  name: "Concert",
  start_time: "2099-01-01T20:00:00Z",
  duration: 90,
  artists: ["Clara"],
  tags: ["Piano"],
  seat_type_prices: { Stalls: 4500 },
  ...more,
});
const seat = (seat_num: number, more: object = {}) => ({ row: "A", seat_num, seat_type: "Stalls", ...more });
const hold = async (...seats: string[]) => (await ask("hold.place", buyer, { event_id, seats })).body?.holding_id;
const pay = (holding_id: unknown, token = "tok_visa") => ask("hold.confirm", buyer, { holding_id, payment: { token } });

beforeAll(async () => {
  protocols = await openBothProtocols();
  organizer = (await ask("user.create", null, { email: "organizer@example.org", role: "organizer" })).somebody;
  const guest = await ask("session.startGuest", null);
  buyer = guest.somebody;
  user_id = (guest.body as { user: { user_id: string } }).user.user_id;
});
afterAll(() => protocols.close());

describe("REST and tRPC return the same successes and failures", () => {
  it("of people", async () => {
    await ask("user.create", null, { email: "organizer@example.org" });
    await ask("user.create", null, { email: "nobody", colour: "red" });
    await ask("user.create", null, { email: "other@example.org", phone: "1", name: " Ann ", role: "attendee" });
    await ask("session.startGuest", null, { email: "not one" });
    for (const who of [buyer, organizer])
      for (const name of ["user.get", "user.journal"]) await ask(name, who, { user_id });
    await ask("user.bookings", organizer, { user_id });
    await ask("user.bookings", buyer, { user_id, limit: 0 });
  });

  it("of venues", async () => {
    const hall = { name: "Hall", city: "Oslo", seat_types: ["Stalls"], timezone: "Europe/Oslo" };
    await ask("venue.create", buyer, hall);
    await ask("venue.create", organizer, { ...hall, seat_types: [] });
    venue_id = (await ask("venue.create", organizer, hall)).body?.venue_id;
    await ask("event.create", organizer, event());
    await ask("venue.addSeats", organizer, { venue_id, seats: [1, 2, 3, 4, 5, 6].map((n) => seat(n)) });
    await ask("venue.addSeats", organizer, { venue_id, seats: [seat(1), seat(7)] });
    await ask("venue.addSeats", organizer, { venue_id, seats: [seat(7), seat(7), seat(8, { seat_type: "Box" })] });
    await ask("venue.addSeats", buyer, { venue_id, seats: [seat(7)] });
    const relabel = [{ seat_pos: "A-6", section: "Loge 3", row_label: "", seat_label: "1bis" }];
    for (const revision of [1, 1]) await ask("venue.changeSeats", organizer, { venue_id, revision, relabel });
    await ask("venue.changeSeats", organizer, { venue_id, revision: 2, remove: ["A-99"], sofa: true });
    const twice = [{ seat_pos: "A-1", seat_label: "2" }];
    await ask("venue.changeSeats", organizer, { venue_id, revision: 2, relabel: twice });
    await ask("venue.changeSeats", buyer, { venue_id, revision: 2, remove: ["A-6"] });
    const again = { ...seat(9), section: "Loge 3", row: "", seat_num: undefined, seat_label: "1bis" };
    await ask("venue.addSeats", organizer, { venue_id, seats: [again] });
    await ask("venue.create", organizer, { ...hall, name: "Second hall" });
    const { body } = await ask("venue.list", null, { limit: 1 });
    await ask("venue.list", null, { limit: 1, cursor: body?.next_cursor });
    await ask("venue.list", null, { city: "oslo", cursor: body?.next_cursor });
    for (const id of [venue_id, "venue-99999"]) await ask("venue.get", null, { venue_id: id });
    await ask("venue.seats", null, { venue_id });
    await ask("venue.seats", null, { venue_id: "hall" });
    for (const who of [null, buyer, organizer]) await ask("venue.exportSeats", who, { venue_id });
    await ask("venue.exportSeats", organizer, { venue_id: "venue-99999" });
  });

  it("of events, and of their status", async () => {
    await ask("event.create", buyer, event());
    await ask("event.create", organizer, event({ seat_type_prices: {} }));
    await ask("event.create", organizer, event({ start_time: "soon", duration: 0 }));
    event_id = (await ask("event.create", organizer, event({ status: "draft" }))).body?.event_id;
    for (const who of [null, buyer, organizer]) await ask("event.get", who, { event_id });
    for (const verb of ["publish", "pause", "resume"]) {
      await ask(`event.${verb}`, null, { event_id });
      await ask(`event.${verb}`, buyer, { event_id });
      await ask(`event.${verb}`, organizer, { event_id });
    }
    await protocols.follow();
    const found = await ask("event.search", null, { search: "koncert", city: "oslo", tag: "piano", price_max: 5000 });
    expect(found.body).toMatchObject({ total: 1 });
    await ask("event.search", null, { limit: 201, start_date: "soon" });
    await ask("event.search", null, { cursor: "x.y" });
    await ask("event.get", null, { event_id: "event-99999" });
    for (const seat_state of ["available", "broken"]) await ask("seat.list", null, { event_id, seat_state });
  });

  it("of changes, and of what they leave in the journal", async () => {
    // The journal has what was done at one instant in any order.
    protocols.advance(1);
    const { body: made } = await ask("venue.get", organizer, { venue_id });
    for (const who of [null, buyer, organizer, organizer])
      await ask("venue.change", who, {
        venue_id,
        revision: made?.revision,
        description: "A small hall",
        reason: "Said so",
      });
    await ask("venue.change", organizer, { venue_id, revision: 99, description: "" });
    const draft = (await ask("event.create", organizer, event({ status: "draft", start_time: "2097-01-01T20:00:00Z" })))
      .body;
    const own = { event_id: draft?.event_id };
    for (const who of [null, buyer, organizer, organizer])
      await ask("event.change", who, { ...own, revision: draft?.revision, tags: ["Jazz"], reason: "A change of mind" });
    protocols.advance(1);
    for (const start_times of [[], ["2097-01-02T20:00:00+01:00"]])
      await ask("event.copy", organizer, { ...own, start_times });
    protocols.advance(1);
    for (const who of [buyer, organizer, organizer]) await ask("event.archive", who, own);
    await ask("event.archive", organizer, { event_id });
    for (const who of [buyer, organizer]) await ask("venue.journal", who, { venue_id, limit: 1 });
    for (const list of ["event.journal", "event.mails"])
      for (const who of [buyer, organizer]) await ask(list, who, { ...own, limit: 1 });
    for (const who of [buyer, organizer, organizer]) await ask("event.delete", who, own);
    await ask("event.delete", organizer, { event_id });
  });

  it("of instants with an offset, which are UTC from then on", async () => {
    const times = {
      start_time: "2098-01-01T20:00:00+01:00",
      doors_time: "2098-01-01T19:30:00+01:00",
      sales_start: "2027-12-31T22:00:00.500-05:00",
      sales_end: "2098-01-01T21:00:00+01:00",
    };
    const inUtc = {
      start_time: "2098-01-01T19:00:00.000Z",
      doors_time: "2098-01-01T18:30:00.000Z",
      sales_start: "2028-01-01T03:00:00.500Z",
      sales_end: "2098-01-01T20:00:00.000Z",
    };
    const { doors_time, ...record } = inUtc;
    const { status, body } = await ask("event.create", organizer, event(times));
    expect([status, body]).toMatchObject([201, record]);
    expect((await ask("event.get", null, { event_id: body?.event_id })).body).toMatchObject(inUtc);
    await ask("event.create", organizer, event({ start_time: "9999-12-31T23:30:00-01:00" }));
  });

  it.each(["ZZZ", "XXX", "BGN"])("of the currency %s, which no event is sold in", async (currency) => {
    const refused = await ask("event.create", organizer, event({ currency }));
    expect(refused.body).toMatchObject({ error_code: "INVALID_INPUT", details: { faults: [{ path: "currency" }] } });
  });

  it("of events in the past, which are published by neither", async () => {
    const past = { start_time: "2020-01-01T20:00:00Z" };
    const refused = await ask("event.create", organizer, event(past));
    expect(refused.body).toMatchObject({ error_code: "INVALID_INPUT", details: { faults: [{ path: "start_time" }] } });
    const sale = { sales_start: "2020-01-01T10:00:00Z", sales_end: "2020-01-02T10:00:00Z" };
    const over = await ask("event.create", organizer, event(sale));
    expect(over.body).toMatchObject({ error_code: "INVALID_INPUT", details: { faults: [{ path: "sales_end" }] } });
    const draft = await ask("event.create", organizer, event({ ...past, status: "draft" }));
    expect(draft.status).toBe(201);
    const published = await ask("event.publish", organizer, { event_id: draft.body?.event_id });
    expect(published.body).toMatchObject({ error_code: "SALE_CLOSED" });
  });

  it("of holds", async () => {
    const held = await hold("A-1", "A-2");
    for (const seats of [["A-2"], ["A-3", "A-99"], ["A-3", "A-3"], []])
      await ask("hold.place", organizer, { event_id, seats });
    await ask("hold.place", null, { event_id, seats: ["A-3"] });
    for (const verb of ["get", "payment", "extend", "extend"]) await ask(`hold.${verb}`, buyer, { holding_id: held });
    const verbs = ["get", "payment", "extend", "release", "confirm"];
    for (const verb of verbs) await ask(`hold.${verb}`, organizer, { holding_id: held });
    for (const who of [buyer, null]) await ask("hold.listOpen", who, { event_id });
    for (const _ of [1, 2]) await ask("hold.release", buyer, { holding_id: held });
    await pay(held);
    const seen = await hold("A-5");
    for (const who of [organizer, buyer]) await ask("hold.holders", who, { event_id, limit: 1 });
    for (const who of [organizer, organizer, buyer])
      await ask("hold.releaseOthers", who, { event_id, holding_id: seen });
    await ask("hold.releaseOthers", organizer, { event_id });
    await pay(seen);
    const late = await hold("A-6");
    protocols.advance(181);
    await pay(late);
    await ask("hold.get", buyer, { holding_id: late });
  });

  it("of payments and bookings", async () => {
    const held = await hold("A-1", "A-2");
    await pay(held, "tok_chargeDeclined");
    await ask("hold.confirm", buyer, { holding_id: held, payment: { token: "tok_visa", amount: 1 } });
    const booked = await pay(held);
    expect(booked.body).toMatchObject({ state: "confirmed", total: 9000, payment_status: "authorized" });
    expect((await pay(held)).body).toEqual({ ...booked.body, payment_status: "captured" });
    const { booking_id } = booked.body as { booking_id: string };
    const challenged = await pay(await hold("A-3"), "tok_challenge");
    expect(challenged.status).toBe(202);
    for (const who of [buyer, null]) await ask("booking.get", who, { booking_id });
    await ask("booking.get", buyer, { booking_id: "booking-99999" });
    await ask("user.bookings", buyer, { user_id, limit: 1 });
    await ask("booking.cancel", null, { booking_id });
    for (const _ of [1, 2]) await ask("booking.cancel", buyer, { booking_id });
    await ask("booking.get", organizer, { booking_id });
  });

  it("of the box office", () => askOfBoxOffice(protocols, { buyer, organizer, event_id }));
  it("of seats on invoice", () => askOfInvoices(protocols, { organizer, guest: buyer, venue_id, event }));

  it("of the figures", async () => {
    for (const name of ["event", "seats", "bookings", "sales", "buyers"]) {
      await ask(`analytics.${name}`, organizer, { event_id });
      await ask(`analytics.${name}`, buyer, { event_id });
      await ask(`analytics.${name}`, organizer, { event_id, colour: "red" });
    }
    for (const name of ["event.accounting", "export.accounting", "export.bookings", "export.seats", "export.buyers"])
      for (const who of [organizer, buyer, null]) await ask(name, who, { event_id });
    await ask("booking.listSold", organizer, { event_id, search: "A-1", limit: 1 });
    await ask("booking.listSold", buyer, { event_id });
    await ask("event.search", organizer, { mine: "true", limit: 1 });
    await ask("event.search", buyer, { mine: "true" });
    await ask("venue.list", null, { mine: "true" });
    await ask("analytics.events", organizer, { limit: 1 });
    await ask("analytics.events", buyer);
    await ask("analytics.seats", organizer, { event_id, sort: "times_held", limit: 2 });
    await ask("analytics.sales", organizer, { event_id, interval: "hour" });
  });

  it("of links to bookings, and of bookings that a sign-in finds", async () => {
    const { booking_id } = (await pay(await hold("A-4"))).body ?? {};
    await askOfAccounts(protocols, { buyer, organizer, booking_id });
  });

  it("of ending an event and a session", async () => {
    for (const _ of [1, 2]) await ask("event.cancel", organizer, { event_id });
    await ask("event.cancel", buyer, { event_id });
    await ask("event.resume", organizer, { event_id });
    await ask("hold.place", buyer, { event_id, seats: ["A-4"] });
    for (const _ of [1, 2]) await ask("session.end", organizer);
  });

  it("each procedure served by both protocols succeeded once and failed once, but for the public keys, which take nothing", () => {
    const missing = protocols.names.filter((name) => {
      const outcomes = [...protocols.seen].filter((outcome) => outcome.startsWith(`${name} `));
      return !outcomes.includes(`${name} ok`) || outcomes.length < (name === "ticket.keys" ? 1 : 2);
    });
    expect(missing).toEqual([]);
  });
});
