import type { BookingId } from "@evently/core/ids";
import { describe, expect, test } from "vitest";
import {
  type EndReason,
  type HoldState,
  openPayment,
  type PaymentEvent,
  type PaymentState,
  stepPayment,
} from "./payment-state";

const failure = { headline: "Your card was declined.", meaning: "Nothing was charged.", action: "Use another card." };
const booking_id = "booking-00001" as BookingId;
const ready: PaymentState = { at: "ready", failure: null };
const paying: PaymentState = { at: "paying" };
const checking: PaymentState = { at: "checking", hasBegun: true };
const unsettled: PaymentState = { at: "unsettled", hasBegun: true };
const unsent: PaymentState = { at: "checking", hasBegun: false };
const action = { type: "challenge", url: "/challenge/holding-00001" } as const;
const challenged: PaymentState = { at: "challenged", action };
const booked: PaymentState = { at: "booked", booking_id: "booking-00001", isLate: false };
const ended = (reason: EndReason, offered: readonly string[] = []): PaymentState => ({ at: "ended", reason, offered });
const expired = ended("expired");
const states = [ready, paying, checking, unsent, unsettled, challenged, booked, expired];

const holdRead = (state: HoldState["state"], booking_id: BookingId | null = null): PaymentEvent => ({
  type: "hold_read",
  hold: { state, booking_id },
});
const events: PaymentEvent[] = [
  { type: "submitted" },
  { type: "not_sent", failure },
  { type: "challenge_over" },
  { type: "booked", booking_id: "booking-00001" },
  { type: "challenged", action },
  { type: "refused", failure },
  { type: "unanswered", hasBegun: true },
  { type: "unanswered", hasBegun: false },
  { type: "ended", reason: "lost" },
  holdRead("active"),
  holdRead("paying"),
  holdRead("confirmed", booking_id),
  holdRead("released"),
  holdRead("expired"),
  { type: "time_up" },
  { type: "called_off" },
  { type: "poll_timeout" },
  { type: "retried" },
];

describe("the state of a payment", () => {
  test("opens in the state that the hold is in", () => {
    expect(openPayment({ state: "active", booking_id: null })).toEqual(ready);
    expect(openPayment({ state: "paying", booking_id: null })).toEqual(checking);
    expect(openPayment({ state: "confirmed", booking_id })).toEqual(booked);
    expect(openPayment({ state: "released", booking_id: null })).toEqual(ended("released"));
    const taken = { state: "released", booking_id: null, released_by: "organizer" } as const;
    expect(openPayment(taken)).toEqual(ended("organizer"));
    expect(stepPayment(checking, { type: "hold_read", hold: taken })).toEqual(ended("organizer"));
    expect(openPayment({ state: "expired", booking_id: null })).toEqual(expired);
  });

  test("sends nothing for a second press, or while the outcome is unknown", () => {
    for (const state of states) {
      const next = stepPayment(state, { type: "submitted" });
      expect(next).toEqual(state.at === "ready" ? paying : state);
    }
  });

  test("says why nothing was sent, or leaves that to the card's form, and only before anything was", () => {
    expect(stepPayment(ready, { type: "not_sent", failure })).toEqual({ at: "ready", failure });
    expect(stepPayment({ at: "ready", failure }, { type: "not_sent", failure: null })).toEqual(ready);
    for (const state of [paying, checking, unsettled, challenged])
      expect(stepPayment(state, { type: "not_sent", failure })).toEqual(state);
  });

  test("asks what came of a challenge once it is over, and of one that is never answered only if the buyer wants", () => {
    expect(stepPayment(challenged, { type: "challenge_over" })).toEqual(checking);
    expect(stepPayment(challenged, { type: "poll_timeout" })).toEqual(unsettled);
    for (const state of [ready, paying, checking, unsettled])
      expect(stepPayment(state, { type: "challenge_over" })).toEqual(state);
    expect(stepPayment(checking, { type: "challenged", action })).toEqual(challenged);
  });

  test("follows the answer to its own request", () => {
    expect(stepPayment(paying, { type: "booked", booking_id: "booking-00001" })).toEqual(booked);
    expect(stepPayment(paying, { type: "challenged", action })).toEqual(challenged);
    expect(stepPayment(paying, { type: "refused", failure })).toEqual({ at: "ready", failure });
    expect(stepPayment(paying, { type: "ended", reason: "lost" })).toEqual(ended("lost"));
    const offered = ["B-1", "B-2"];
    expect(stepPayment(paying, { type: "ended", reason: "lost", offered })).toEqual(ended("lost", offered));
  });

  test("polls where no answer came, and lets the buyer retry after the timeout", () => {
    expect(stepPayment(paying, { type: "unanswered", hasBegun: true })).toEqual(checking);
    expect(stepPayment(paying, { type: "unanswered", hasBegun: false })).toEqual(unsent);
    expect(stepPayment(checking, { type: "unanswered", hasBegun: false })).toEqual(checking);
    expect(stepPayment(checking, { type: "poll_timeout" })).toEqual(unsettled);
    expect(stepPayment(unsettled, { type: "retried" })).toEqual(checking);
    expect(stepPayment(ready, { type: "unanswered", hasBegun: true })).toEqual(ready);
    expect(stepPayment(ready, { type: "poll_timeout" })).toEqual(ready);
    expect(stepPayment(ready, { type: "retried" })).toEqual(ready);
  });

  test("takes an unknown outcome from the hold", () => {
    for (const state of [checking, unsettled]) {
      expect(stepPayment(state, holdRead("confirmed", booking_id))).toEqual(booked);
      expect(stepPayment(state, holdRead("paying"))).toEqual(state);
      expect(stepPayment(state, holdRead("released"))).toEqual(ended("lost"));
      expect(stepPayment(state, holdRead("expired"))).toEqual(expired);
      const again = stepPayment(state, holdRead("active"));
      expect(again).toMatchObject({
        at: "ready",
        failure: { meaning: expect.stringContaining("Nothing was charged") },
      });
    }
  });

  test("says that nothing was charged only once the payment is known to have begun", () => {
    expect(stepPayment(unsent, holdRead("active"))).toEqual(unsent);
    expect(stepPayment({ ...unsent, at: "unsettled" }, holdRead("active")).at).toBe("unsettled");
    const begun = stepPayment(unsent, holdRead("paying"));
    expect(begun).toEqual(checking);
    expect(stepPayment(begun, holdRead("active"))).toMatchObject({ at: "ready", failure: expect.anything() });
  });

  test("shows a decline that comes after the page stopped waiting", () => {
    for (const state of [checking, unsettled, challenged])
      expect(stepPayment(state, { type: "refused", failure })).toEqual({ at: "ready", failure });
  });

  test("polls when another tab pays, and ignores an old read during its own request", () => {
    expect(stepPayment(ready, holdRead("paying"))).toEqual(checking);
    for (const hold of ["active", "paying", "released", "expired"] as const)
      expect(stepPayment(paying, holdRead(hold))).toEqual(paying);
  });

  test("ends at the end of the countdown, but not during a payment", () => {
    for (const state of [ready, { at: "ready", failure } as const])
      expect(stepPayment(state, { type: "time_up" })).toEqual(expired);
    for (const state of [paying, checking, unsettled, challenged])
      expect(stepPayment(state, { type: "time_up" })).toEqual(state);
  });

  test("ends once the event is called off, but not during a payment, which finds that out itself", () => {
    for (const state of [ready, { at: "ready", failure } as const])
      expect(stepPayment(state, { type: "called_off" })).toEqual(ended("event_cancelled"));
    for (const state of [paying, checking, unsettled, challenged])
      expect(stepPayment(state, { type: "called_off" })).toEqual(state);
  });

  test("keeps a failure on the page when the hold is read again", () => {
    const declined: PaymentState = { at: "ready", failure };
    expect(stepPayment(declined, holdRead("active"))).toEqual(declined);
    expect(stepPayment(declined, { type: "submitted" })).toEqual(paying);
  });

  test("keeps a booking against every event, and reaches it from every state", () => {
    for (const event of events) expect(stepPayment(booked, event)).toEqual(booked);
    for (const state of states) {
      const isLate = state.at === "ended";
      for (const event of [holdRead("confirmed", booking_id), { type: "booked", booking_id } as const])
        expect(stepPayment(state, event)).toEqual({ ...booked, isLate });
    }
  });

  test("takes up which seats are offered in place of lost ones, also once it has ended", () => {
    const offered = ["B-1"];
    expect(stepPayment(ended("lost"), { type: "ended", reason: "lost", offered })).toEqual(ended("lost", offered));
    expect(stepPayment(ended("lost", offered), { type: "ended", reason: "lost" })).toEqual(ended("lost", offered));
    expect(stepPayment(ended("released"), { type: "ended", reason: "lost", offered })).toEqual(ended("released"));
  });

  test("stays ended, unless a late payment booked the seats after all", () => {
    for (const event of events.filter(({ type }) => type !== "booked" && type !== "hold_read"))
      expect(stepPayment(expired, event)).toEqual(expired);
    for (const state of ["active", "paying", "released", "expired"] as const)
      expect(stepPayment(expired, holdRead(state))).toEqual(expired);
  });

  test("has a next state for every state and event", () => {
    const names = new Set(states.map(({ at }) => at));
    for (const state of states)
      for (const event of events)
        expect(names.has(stepPayment(state, event).at), `${state.at} ${event.type}`).toBe(true);
  });
});
