import { auditEvent } from "@evently/core/audit/audit-event";
import { EventId } from "@evently/core/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApp, openSale, type TestApp } from "../testing/http/open-app.ts";

let app: TestApp;
let sale: Awaited<ReturnType<typeof openSale>>;

beforeAll(async () => {
  app = await openApp();
  sale = await openSale(app);
});
afterAll(async () => {
  await app.core.background.settled();
  expect((await auditEvent(app.core, EventId.parse(sale.event_id))).faults).toEqual([]);
  await app.core.close();
});

/** The list may be a second old. */
const seatStates = async (query = "") => {
  app.core.clock.advance(1);
  const { body } = await app.call("GET", `/events/${sale.event_id}/seats${query}`);
  return body.items as { seat_pos: string; seat_state: string }[];
};

describe("buying a ticket over REST", () => {
  it("begins with an organizer's venue, seats and event", async () => {
    const { venue, added, event } = sale.answers;
    expect([venue.status, added.status, event.status]).toEqual([201, 201, 201]);
    expect(added.body.created).toBe(30);
    expect((added.body.seats as unknown[])[0]).toEqual({
      ...{ seat_pos: "A-1", section: "", row_label: "A", seat_label: "1" },
    });
    expect(event.body).toMatchObject({ status: "published", seat_count: 30, currency: "USD", name: "Test concert" });
    expect(event.body).not.toHaveProperty("after_copy");
    expect(await seatStates("?seat_state=available")).toHaveLength(30);
  });

  it("shows the venue and the event to everyone", async () => {
    await app.core.catalog.follow();
    const venues = await app.call("GET", "/venue?city=new%20york&limit=10");
    expect(venues.body).toMatchObject({ items: [{ venue_id: sale.venue_id, seat_count: 30 }], next_cursor: null });
    expect((await app.call("GET", `/venue/${sale.venue_id}`)).body).toMatchObject({ name: "Test hall" });
    const seats = await app.call("GET", `/venue/${sale.venue_id}/seats`);
    expect((seats.body.items as unknown[]).length).toBe(30);
    const events = await app.call("GET", "/events?search=concert&limit=5");
    expect(events.body).toMatchObject({ items: [{ event_id: sale.event_id, city: "New York" }], total: 1 });
    const event = await app.call("GET", `/events/${sale.event_id}`);
    expect(event.body).toMatchObject({ venue_name: "Test hall", status: "published" });
  });

  it("pages through lists, and refuses another list's cursor", async () => {
    const { token } = sale.organizer;
    for (const name of ["Second hall", "Third hall"]) {
      await app.call("POST", "/venue", { token, body: { name, city: "New York", seat_types: ["Stalls"] } });
    }
    const first = await app.call("GET", "/venue?limit=2");
    expect(first.body.items).toHaveLength(2);
    const next = encodeURIComponent(String(first.body.next_cursor));
    const second = await app.call("GET", `/venue?limit=2&cursor=${next}`);
    expect(second.body).toMatchObject({ items: [{ name: "Third hall" }], next_cursor: null });
    const strange = await app.call("GET", `/events?cursor=${next}`);
    expect([strange.status, strange.body.error_code]).toEqual([422, "INVALID_CURSOR"]);
  });

  it("goes from a guest's hold through an extension and a payment to a booking and its cancellation", async () => {
    const { token, user_id } = await app.startGuest();
    const hold = await app.call("POST", `/events/${sale.event_id}/hold`, { token, body: { seats: ["A-1", "A-2"] } });
    expect(hold.status).toBe(201);
    expect(hold.body).toMatchObject({ seats: ["A-1", "A-2"], total: 9000, currency: "USD", state: "active" });
    const path = `/${hold.body.holding_id}`;
    expect((await app.call("GET", `/events/${sale.event_id}/hold`, { token })).body).toEqual({
      items: [hold.body],
      next_cursor: null,
    });

    const extended = await app.call("POST", `${path}/extend`, { token });
    expect(extended.body.hold_ttl).toBe(Number(hold.body.hold_ttl) + 120);
    expect((await app.call("POST", `${path}/extend`, { token })).body.error_code).toBe("HOLD_NOT_EXTENDABLE");
    expect((await app.call("GET", path, { token })).body).toEqual(extended.body);

    const pay = (payment: string) =>
      app.call("POST", `${path}/confirm`, { token, body: { payment: { token: payment } } });
    const declined = await pay("tok_chargeDeclined");
    expect([declined.status, declined.body.error_code]).toEqual([400, "PAYMENT_DECLINED"]);
    const booked = await pay("tok_visa");
    expect(booked.status).toBe(200);
    expect(booked.body).toMatchObject({
      user_id,
      seats: ["A-1", "A-2"],
      state: "confirmed",
      payment_status: "authorized",
    });
    await app.core.background.settled();
    expect((await pay("tok_visa")).body).toEqual({ ...booked.body, payment_status: "captured" });
    expect(await seatStates("?seat_state=booked")).toHaveLength(2);

    const booking = `/bookings/${booked.body.booking_id}`;
    expect((await app.call("GET", booking, { token })).body).toMatchObject({ refund_if_cancelled: 9000 });
    expect((await app.call("GET", `/user/${user_id}/bookings?limit=1`, { token })).body).toMatchObject({
      items: [{ booking_id: booked.body.booking_id }],
    });
    const cancelled = await app.call("POST", `${booking}/cancel`, { token });
    expect(cancelled.body).toMatchObject({ state: "cancelled", refund: { amount: 9000, due: false } });
    const again = await app.call("POST", `${booking}/cancel`, { token });
    expect([again.status, again.body.error_code]).toEqual([409, "BOOKING_ALREADY_CANCELLED"]);
    expect(await seatStates("?seat_state=booked")).toEqual([]);
  });

  it("responds with 202 during the bank's challenge, and with the booking once approved", async () => {
    const { token } = await app.startGuest();
    const hold = await app.call("POST", `/events/${sale.event_id}/hold`, { token, body: { seats: ["A-5"] } });
    const confirm = () =>
      app.call("POST", `/${hold.body.holding_id}/confirm`, { token, body: { payment: { token: "tok_challenge" } } });
    const challenged = await confirm();
    expect(challenged.status).toBe(202);
    expect(challenged.body).toMatchObject({ state: "paying", next_action: { type: "challenge" } });
    const answer = await app.call("POST", "/trpc/challenge.answer", {
      token,
      body: { holding_id: hold.body.holding_id, approve: true },
      headers: { "content-type": "application/json" },
    });
    expect(answer.status).toBe(200);
    expect(await confirm()).toMatchObject({ status: 200, body: { state: "confirmed" } });
  });

  it("releases a hold, and returns the same the second time", async () => {
    const { token } = await app.startGuest();
    const hold = await app.call("POST", `/events/${sale.event_id}/hold`, { token, body: { seats: ["B-1"] } });
    for (let turn = 0; turn < 2; turn++) {
      const released = await app.call("POST", `/${hold.body.holding_id}/cancel`, { token });
      expect(released).toMatchObject({ status: 200, body: { holding_id: hold.body.holding_id, state: "released" } });
    }
  });

  it("pauses, resumes and cancels an event; a cancellation is accepted before its refunds", async () => {
    const other = await openSale(app);
    const change = (verb: string) =>
      app.call("POST", `/events/${other.event_id}/${verb}`, { token: other.organizer.token });
    expect((await change("pause")).body).toMatchObject({ status: "paused" });
    expect((await change("resume")).body).toMatchObject({ status: "published" });
    const cancelled = await change("cancel");
    expect([cancelled.status, cancelled.body.status]).toEqual([202, "cancelling"]);
    expect((await change("publish")).body.error_code).toBe("EVENT_STATUS_CONFLICT");
  });
});
