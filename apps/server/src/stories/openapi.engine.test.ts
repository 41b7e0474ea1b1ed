import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callAtDoor } from "../testing/http/call-at-door.ts";
import { callBoxOffice } from "../testing/http/call-box-office.ts";
import { callInvoices } from "../testing/http/call-invoices.ts";
import { callOrganizations } from "../testing/http/call-organizations.ts";
import { callWithLink } from "../testing/http/call-with-link.ts";
import { type CheckedCall, checkAnswers } from "../testing/http/check-answers.ts";
import { newEvent, openApp, openSale, type TestApp } from "../testing/http/open-app.ts";

let app: TestApp;
let checked: CheckedCall;
let call: CheckedCall["call"];

beforeAll(async () => {
  const opened = await openApp();
  checked = await checkAnswers(opened);
  call = checked.call;
  app = { ...opened, call };
});
afterAll(() => app.core.close());

const hold = async (event_id: string, seats: string[], token: string) =>
  (await call("POST", `/events/${event_id}/hold`, { token, body: { seats } })).body;
const start = async () => String((await call("POST", "/session/guest")).body.token);
const pay = (holding: Record<string, unknown>, token: string, payment: string) =>
  call("POST", `/${holding.holding_id}/confirm`, { token, body: { payment: { token: payment } } });

describe("every response matches /openapi.json", () => {
  let sale: Awaited<ReturnType<typeof openSale>>;
  let token: string;

  beforeAll(async () => {
    const { body } = await call("POST", "/user", { body: { email: "organizer@example.org", role: "organizer" } });
    const organizer = { token: String(body.token) };
    await call("GET", `/user/${body.user_id}`, organizer);
    await call("GET", `/user/${body.user_id}/journal`, organizer);
    token = await start();
    const signUp = async () => ({ ...organizer, user_id: String(body.user_id) });
    sale = await openSale({ ...app, signUp });
    await call("GET", `/venue/${sale.venue_id}/seats.csv`, organizer);
    await call("GET", `/venue/${sale.venue_id}/seats.csv`, { token });
  });

  it("for public reads", async () => {
    await app.core.catalog.follow();
    await call("GET", "/health");
    await call("GET", "/db-test");
    await call("GET", "/venue?city=new%20york&limit=1");
    await call("GET", "/venue?cursor=x");
    await call("GET", `/venue/${sale.venue_id}`);
    await call("GET", "/venue/venue-09999");
    await call("GET", `/venue/${sale.venue_id}/seats`);
    await call("GET", `/events?search=concert&venue_id=${sale.venue_id}&start_date=2020-01-01&sort=price&limit=5`);
    await call("GET", "/events?limit=201");
    await call("GET", `/events/${sale.event_id}`);
    await call("GET", "/events/event-09999");
    await call("GET", `/events/${sale.event_id}/seats?seat_state=available`);
    await call("GET", "/events/%ff");
  });

  it("for a buyer from a hold to a ticket and its cancellation", async () => {
    const held = await hold(sale.event_id, ["A-1", "A-2"], token);
    await call("GET", `/${held.holding_id}`, { token });
    await call("GET", `/${held.holding_id}/payment`, { token });
    await call("GET", `/events/${sale.event_id}/hold`, { token });
    await call("GET", `/events/${sale.event_id}/seats?seat_state=held`);
    await hold(sale.event_id, ["A-2", "A-3"], await start());
    await hold(sale.event_id, ["Z-1"], token);
    await call("POST", `/${held.holding_id}/extend`, { token });
    await call("POST", `/${held.holding_id}/extend`, { token });
    await call("POST", `/${held.holding_id}/confirm`, { token, body: {} });
    await pay(held, token, "tok_chargeDeclined");
    const booked = (await pay(held, token, "tok_visa")).body;
    await call("GET", `/bookings/${booked.booking_id}`, { token });
    await call("GET", `/user/${booked.user_id}/bookings?limit=1`, { token });
    await call("POST", `/bookings/${booked.booking_id}/cancel`, { token });
    await call("POST", `/bookings/${booked.booking_id}/cancel`, { token });
    await call("GET", `/user/${booked.user_id}/bookings`, { token });
  });

  it("for a buyer with a challenge, a release, an expired hold and too many holds", async () => {
    await pay(await hold(sale.event_id, ["B-1"], token), token, "tok_challenge");
    const dropped = await hold(sale.event_id, ["B-2"], token);
    await hold(sale.event_id, ["B-3"], token);
    await call("POST", `/${dropped.holding_id}/cancel`, { token });
    await call("POST", `/${dropped.holding_id}/cancel`, { token });
    await pay(dropped, token, "tok_visa");
    await call("GET", `/${dropped.holding_id}`, { token: await start() });
    await call("GET", `/${dropped.holding_id}`);
  });

  it("for an organizer who sees who holds seats, and releases them", async () => {
    const organizer = sale.organizer.token;
    const path = `/events/${sale.event_id}/holders`;
    const stranger = await start();
    const held = await hold(sale.event_id, ["A-3"], stranger);
    for (const who of [organizer, token]) await call("GET", path, { token: who });
    const body = { holding_id: held.holding_id };
    for (const who of [organizer, token]) await call("POST", `${path}/release`, { token: who, body });
    await call("POST", `${path}/release`, { token: organizer, body: {} });
    await pay(held, stranger, "tok_visa");
    await call("GET", `/${held.holding_id}`, { token: stranger });
  });

  it("for a box office that blocks, sells, moves and gives back seats", () =>
    callBoxOffice(call, { event_id: sale.event_id, organizer: sale.organizer.token, stranger: token }));

  it("for an organizer who changes an event, copies it and deletes the copy", async () => {
    const organizer = sale.organizer.token;
    const path = `/events/${sale.event_id}`;
    const { revision } = (await call("GET", path, { token: organizer })).body;
    const change = { token: organizer, body: { revision, tags: ["Piano"], reason: "There is a piano" } };
    for (const _ of [1, 2]) await call("PATCH", path, change);
    await call("PATCH", path, { token: organizer, body: {}, headers: { "if-match": `"${revision}"` } });
    await call("GET", `${path}/journal?limit=2`, { token: organizer });
    const start_times = ["2098-01-01T20:00:00+01:00"];
    const { items } = (await call("POST", `${path}/copy`, { token: organizer, body: { start_times } })).body;
    const [copy] = items as { event_id: string }[];
    await call("POST", `/events/${copy?.event_id}/archive`, { token: organizer });
    for (const event_id of [sale.event_id, copy?.event_id])
      await call("DELETE", `/events/${event_id}`, { token: organizer });
  });

  it("for an organizer who changes a venue", async () => {
    const organizer = sale.organizer.token;
    const path = `/venue/${sale.venue_id}`;
    const { revision } = (await call("GET", path, { token: organizer })).body;
    const change = { token: organizer, body: { revision, name: "Renamed hall" } };
    for (const _ of [1, 2]) await call("PATCH", path, change);
    await call("GET", `${path}/journal`, { token: organizer });
    await call("GET", `${path}/journal`, { token });
  });

  it("for an organizer who reads the figures", async () => {
    const organizer = sale.organizer.token;
    const own = `/events/${sale.event_id}/analytics`;
    await call("GET", own, { token: organizer });
    await call("GET", `${own}/seats?seat_type=Stalls&sort=first_booked&limit=3`, { token: organizer });
    await call("GET", `${own}/bookings?state=cancelled`, { token: organizer });
    await call("GET", `${own}/revenue?interval=hour`, { token: organizer });
    await call("GET", `${own}/users`, { token: organizer });
    await call("GET", `/events/${sale.event_id}/bookings?search=A-1`, { token: organizer });
    await call("GET", `/events/${sale.event_id}/bookings`, { token });
    await call("GET", `/events/${sale.event_id}/mails?state=dead`, { token: organizer });
    await call("GET", `/events/${sale.event_id}/accounting`, { token: organizer });
    for (const file of ["bookings", "seats", "buyers", "accounting"])
      await call("GET", `/events/${sale.event_id}/export/${file}.csv`, { token: organizer });
    for (const list of ["/events?mine=true", "/venue?mine=true", "/analytics/events?limit=1"])
      await call("GET", list, { token: organizer });
    await call("GET", "/analytics/events", { token });
    await call("GET", own, { token });
  });

  it("for an organizer who issues a ticket anew, and lets people in at the door", async () => {
    const organizer = sale.organizer.token;
    const buyer = await start();
    const { booking_id } = (await pay(await hold(sale.event_id, ["A-9"], buyer), buyer, "tok_visa")).body;
    await callAtDoor(call, { event_id: sale.event_id, organizer, buyer, booking_id: String(booking_id) });
  });

  it("for seats on invoice, from a reservation to its payment", () =>
    callInvoices(call, { core: app.core, sale, guest: token }));

  it("for an organization, its owner, a member and a stranger", () =>
    callOrganizations(call, { core: app.core, owner: sale.organizer.token, stranger: token }));

  it("for an organizer who changes the status, sends invalid input and signs out", async () => {
    const organizer = sale.organizer.token;
    const seat = { row: "A", seat_num: 1, seat_type: "Stalls" };
    await call("POST", `/venue/${sale.venue_id}/seats`, { token: organizer, body: { seats: [seat] } });
    await call("POST", `/venue/${sale.venue_id}/seats`, { token: organizer, raw: "{" });
    const relabel = [{ seat_pos: "A-1", row_label: "AA" }];
    const correction = { revision: 2, relabel, carry: [sale.event_id] };
    for (const _ of [1, 2])
      await call("PATCH", `/venue/${sale.venue_id}/seats`, { token: organizer, body: correction });
    const twice = { seat_type: "Stalls", section: "Loge 3", seat_label: "1" };
    await call("POST", `/venue/${sale.venue_id}/seats`, { token: organizer, body: { seats: [twice, twice] } });
    const unpriced = { ...newEvent(app, sale.venue_id), seat_type_prices: {} };
    await call("POST", "/events", { token: organizer, body: unpriced });
    await call("POST", "/events", { token, body: newEvent(app, sale.venue_id) });
    const draft = { ...newEvent(app, sale.venue_id), status: "draft" };
    const { event_id } = (await call("POST", "/events", { token: organizer, body: draft })).body;
    for (const verb of ["publish", "pause"]) await call("POST", `/events/${event_id}/${verb}`, { token: organizer });
    await hold(String(event_id), ["A-1"], token);
    for (const verb of ["resume", "cancel", "publish"]) {
      await call("POST", `/events/${event_id}/${verb}`, { token: organizer });
    }
    const cookie = `evently_session=${organizer}`;
    await call("DELETE", "/session", { headers: { cookie, origin: "https://elsewhere.test" } });
    await call("DELETE", "/session", { token: organizer });
    await call("DELETE", "/session", { token: organizer });
  });

  it("for a buyer with a link who signs in, by whom a guest's booking is found", async () => {
    const visitor = await start();
    const booked = (await pay(await hold(sale.event_id, ["A-5"], visitor), visitor, "tok_visa")).body;
    await callWithLink(call, { core: app.core, visitor, booking_id: String(booked.booking_id) });
  });

  it("each route succeeded once, and the failures were seen too", () => {
    const answeredWell = new Set(
      [...checked.seen].filter((call) => / 2\d\d$/.test(call)).map((call) => call.split(" ")[0]),
    );
    expect([...answeredWell].toSorted()).toEqual(checked.operations.toSorted());
    const failures = new Set([...checked.seen].flatMap((call) => call.split(" ")[2] ?? []));
    expect([...failures].toSorted()).toEqual([
      "BOOKING_ALREADY_CANCELLED",
      "BOOKING_ALREADY_PAID",
      "BOOKING_NOT_FOUND",
      "BOOKING_NOT_PAID",
      "CANCELLATION_CLOSED",
      "CHECK_IN_NOT_FOUND",
      "CROSS_ORIGIN_REFUSED",
      "DOOR_KEY_NOT_FOUND",
      "DUPLICATE_SEATS",
      "EVENT_NOT_FOUND",
      "EVENT_STATUS_CONFLICT",
      "EVENT_WAS_PUBLISHED",
      "FORBIDDEN",
      "HOLDING_NOT_FOUND",
      "HOLD_EXPIRED",
      "HOLD_LIMIT_REACHED",
      "HOLD_NOT_EXTENDABLE",
      "INVALID_CURSOR",
      "INVALID_INPUT",
      "INVITATION_CLOSED",
      "INVOICE_NOT_AVAILABLE",
      "LABEL_TAKEN",
      "LAST_OWNER",
      "MALFORMED_JSON",
      "NOT_FOUND",
      "ORGANIZATION_NOT_FOUND",
      "PAYMENT_DECLINED",
      "REFUND_EXCEEDS_PAID",
      "REVISION_CONFLICT",
      "SALE_CLOSED",
      "SEATS_UNAVAILABLE",
      "SEAT_NOT_FOUND",
      "SEAT_TYPES_UNPRICED",
      "SIGN_IN_REFUSED",
      "SIGN_IN_REQUIRED",
      "TICKET_ALREADY_ADMITTED",
      "TICKET_FORGED",
      "TICKET_NOT_PAID",
      "USER_NOT_FOUND",
      "VENUE_NOT_FOUND",
    ]);
    expect([...checked.seen]).toContain("hold.confirm 202");
  });
});
