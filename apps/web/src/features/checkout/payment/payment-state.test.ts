import { describe, expect, test } from "vitest";
import { openPayment, type PaymentEvent, type PaymentState, type Seen, stepPayment } from "./payment-state";

const problem = { what: "Your card was declined.", meaning: "Nothing was charged.", action: "Use another card." };
const ready: PaymentState = { at: "ready", problem: null };
const paying: PaymentState = { at: "paying" };
const checking: PaymentState = { at: "checking" };
const unsettled: PaymentState = { at: "unsettled" };
const challenged: PaymentState = { at: "challenged", url: "/challenge/holding-00001" };
const booked: PaymentState = { at: "booked", booking_id: "booking-00001" };
const expired: PaymentState = { at: "ended", why: "expired" };
const states = [ready, paying, checking, unsettled, challenged, booked, expired];

const seen = (state: Seen["state"], booking_id: string | null = null): PaymentEvent => ({
  type: "seen",
  hold: { state, booking_id },
});
const events: PaymentEvent[] = [
  { type: "pressed" },
  { type: "booked", booking_id: "booking-00001" },
  { type: "challenged", url: challenged.url },
  { type: "refused", problem },
  { type: "silent" },
  { type: "ended", why: "lost" },
  seen("active"),
  seen("paying"),
  seen("confirmed", "booking-00001"),
  seen("released"),
  seen("expired"),
  { type: "time_up" },
  { type: "gave_up" },
  { type: "looked_again" },
];

describe("a payment as the page knows it", () => {
  test("a hold opens where it stands", () => {
    expect(openPayment({ state: "active", booking_id: null })).toEqual(ready);
    expect(openPayment({ state: "paying", booking_id: null })).toEqual(checking);
    expect(openPayment({ state: "confirmed", booking_id: "booking-00001" })).toEqual(booked);
    expect(openPayment({ state: "released", booking_id: null })).toEqual({ at: "ended", why: "released" });
    expect(openPayment({ state: "expired", booking_id: null })).toEqual(expired);
  });

  test("only a ready hold is paid for: a second press, or a press while nobody knows, sends nothing", () => {
    for (const state of states) {
      const next = stepPayment(state, { type: "pressed" });
      expect(next).toEqual(state.at === "ready" ? paying : state);
    }
  });

  test("an answer to our own request moves it on", () => {
    expect(stepPayment(paying, { type: "booked", booking_id: "booking-00001" })).toEqual(booked);
    expect(stepPayment(paying, { type: "challenged", url: challenged.url })).toEqual(challenged);
    expect(stepPayment(paying, { type: "refused", problem })).toEqual({ at: "ready", problem });
    expect(stepPayment(paying, { type: "ended", why: "lost" })).toEqual({ at: "ended", why: "lost" });
  });

  test("silence is looked into, and in the end handed to the person, never left turning", () => {
    expect(stepPayment(paying, { type: "silent" })).toEqual(checking);
    expect(stepPayment(checking, { type: "silent" })).toEqual(checking);
    expect(stepPayment(checking, { type: "gave_up" })).toEqual(unsettled);
    expect(stepPayment(unsettled, { type: "looked_again" })).toEqual(checking);
    expect(stepPayment(ready, { type: "silent" })).toEqual(ready);
    expect(stepPayment(ready, { type: "gave_up" })).toEqual(ready);
    expect(stepPayment(ready, { type: "looked_again" })).toEqual(ready);
  });

  test("what the hold became settles what nobody told us", () => {
    for (const state of [checking, unsettled]) {
      expect(stepPayment(state, seen("confirmed", "booking-00001"))).toEqual(booked);
      expect(stepPayment(state, seen("paying"))).toEqual(state);
      expect(stepPayment(state, seen("released"))).toEqual({ at: "ended", why: "lost" });
      expect(stepPayment(state, seen("expired"))).toEqual(expired);
      const again = stepPayment(state, seen("active"));
      expect(again).toMatchObject({
        at: "ready",
        problem: { meaning: expect.stringContaining("Nothing was charged") },
      });
    }
  });

  test("a card declined after we had stopped waiting is told as such", () => {
    for (const state of [checking, unsettled, challenged])
      expect(stepPayment(state, { type: "refused", problem })).toEqual({ at: "ready", problem });
  });

  test("a second tab's payment turns a ready page to looking, and an old look never overrules our own request", () => {
    expect(stepPayment(ready, seen("paying"))).toEqual(checking);
    for (const hold of ["active", "paying", "released", "expired"] as const)
      expect(stepPayment(paying, seen(hold))).toEqual(paying);
  });

  test("when the time is up a hold that nobody pays for has ended; a payment under way has its own time", () => {
    for (const state of [ready, { at: "ready", problem } as const])
      expect(stepPayment(state, { type: "time_up" })).toEqual(expired);
    for (const state of [paying, checking, unsettled, challenged])
      expect(stepPayment(state, { type: "time_up" })).toEqual(state);
  });

  test("a problem stays on the page while the hold is looked at again", () => {
    const declined: PaymentState = { at: "ready", problem };
    expect(stepPayment(declined, seen("active"))).toEqual(declined);
    expect(stepPayment(declined, { type: "pressed" })).toEqual(paying);
  });

  test("a booking stands against everything, and is reached from everywhere", () => {
    for (const event of events) expect(stepPayment(booked, event)).toEqual(booked);
    for (const state of states) expect(stepPayment(state, seenOrBooked(state))).toEqual(booked);
  });

  test("what has ended stays ended", () => {
    for (const event of events.filter(({ type }) => type !== "booked" && type !== "seen"))
      expect(stepPayment(expired, event)).toEqual(expired);
    expect(stepPayment(expired, seen("active"))).toEqual(expired);
  });

  test("every state answers every event with a state", () => {
    const names = new Set(states.map(({ at }) => at));
    for (const state of states)
      for (const event of events)
        expect(names.has(stepPayment(state, event).at), `${state.at} ${event.type}`).toBe(true);
  });
});

function seenOrBooked(state: PaymentState): PaymentEvent {
  return state.at === "ended" ? { type: "booked", booking_id: "booking-00001" } : seen("confirmed", "booking-00001");
}
