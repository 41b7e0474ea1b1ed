import type { HoldingView, PendingConfirmation } from "@evently/core/hold";
import type { Explanation } from "~/trpc/describe-silence";

/** Why this hold can no longer be paid for. Nothing was charged in any of these cases. */
export type EndReason = "expired" | "lost" | "released" | "organizer" | "declined" | "event_cancelled" | "off_sale";

/** What the bank's customer does next: on a page of ours, or in a window that Stripe opens on this one. */
export type NextAction = PendingConfirmation["next_action"];

/**
 * The payment for a hold as far as this page knows. `checking`: a payment may be running whose outcome is unknown, so the
 * page polls; `unsettled`: polling timed out, and the buyer decides when to check again. Only once it `hasBegun` at the API
 * does a hold that is not being paid for mean that it has failed: before that, the request may still be on its way.
 */
export type PaymentState =
  | { at: "ready"; failure: Explanation | null }
  | { at: "paying" }
  | { at: "checking"; hasBegun: boolean }
  | { at: "unsettled"; hasBegun: boolean }
  | { at: "challenged"; action: NextAction }
  /** `isLate` where this page had said that the hold was over; `payBy` where the seats are reserved on invoice. */
  | { at: "booked"; booking_id: string; isLate: boolean; payBy?: string }
  /** `offered`: free seats that are as good, where the API named some. */
  | { at: "ended"; reason: EndReason; offered: readonly string[] };

export type PaymentEvent =
  | { type: "submitted" }
  /** Nothing was sent: there is no network, or no card; null where the card's own form says why. */
  | { type: "not_sent"; failure: Explanation | null }
  | { type: "booked"; booking_id: string; payBy?: string }
  | { type: "challenged"; action: NextAction }
  /** The challenge on this page is over, however it went, or its hold is: the API knows what came of it. */
  | { type: "challenge_over" }
  /** Refused, with the seats still held. */
  | { type: "refused"; failure: Explanation }
  /** No answer, or one that leaves the outcome open; an answer shows that the payment has begun. */
  | { type: "unanswered"; hasBegun: boolean }
  | { type: "ended"; reason: EndReason; offered?: readonly string[] }
  /** The hold as the API has it now. */
  | { type: "hold_read"; hold: HoldState }
  /** The countdown is over, and no payment is known to be running. */
  | { type: "time_up" }
  /** The event no longer takes place; a payment that runs finds that out itself. */
  | { type: "called_off" }
  | { type: "poll_timeout" }
  | { type: "retried" };

export type HoldState = Pick<HoldingView, "state" | "booking_id" | "released_by">;

const notCharged: Explanation = {
  headline: "The payment did not go through.",
  meaning: "Nothing was charged, and your seats are still held.",
  action: "Pay again, with another card if you like, before the hold expires.",
};

const ready: PaymentState = { at: "ready", failure: null };

/** The first state follows from the hold, so that a reload or a second tab joins a running payment. */
export function openPayment(hold: HoldState): PaymentState {
  return stepPayment(ready, { type: "hold_read", hold });
}

/** The next state. An event that does not fit changes nothing, and a booking is final. */
export function stepPayment(state: PaymentState, event: PaymentEvent): PaymentState {
  if (state.at === "booked") return state;
  if (event.type === "booked") return book(state, event);
  if (state.at === "ended") return stepAfterEnd(state, event);
  switch (event.type) {
    case "submitted":
      return state.at === "ready" ? { at: "paying" } : state;
    case "not_sent":
      return state.at === "ready" ? { at: "ready", failure: event.failure } : state;
    case "ended":
      return end(event.reason, event.offered);
    case "challenged":
      return state.at === "ready" ? state : { at: "challenged", action: event.action };
    case "challenge_over":
      return state.at === "challenged" ? { at: "checking", hasBegun: true } : state;
    case "refused":
      return state.at === "ready" ? state : { at: "ready", failure: event.failure };
    case "unanswered":
      return state.at === "paying" ? { at: "checking", hasBegun: event.hasBegun } : state;
    case "time_up":
      return state.at === "ready" ? end("expired") : state;
    case "called_off":
      return state.at === "ready" ? end("event_cancelled") : state;
    case "poll_timeout":
      if (state.at === "challenged") return { at: "unsettled", hasBegun: true };
      return state.at === "checking" ? { ...state, at: "unsettled" } : state;
    case "retried":
      return state.at === "unsettled" ? { ...state, at: "checking" } : state;
    case "hold_read":
      return stepByHold(state, event.hold);
  }
}

/** While this page's own request is out, only a booking says more than its answer will. */
function stepByHold(state: PaymentState, { state: holdState, booking_id, released_by }: HoldState): PaymentState {
  if (holdState === "confirmed" && booking_id !== null) return book(state, { booking_id });
  if (state.at === "paying" || state.at === "challenged") return state;
  const isPolling = state.at !== "ready";
  switch (holdState) {
    case "paying":
      return isPolling ? beginAt(state) : { at: "checking", hasBegun: true };
    case "active":
      return isPolling && hasBegun(state) ? { at: "ready", failure: notCharged } : state;
    case "released":
      return end(released_by ?? (isPolling ? "lost" : "released"));
    case "expired":
      return end("expired");
    case "confirmed":
      return state;
  }
}

const hasBegun = (state: PaymentState): boolean => "hasBegun" in state && state.hasBegun;

const beginAt = (state: PaymentState): PaymentState =>
  "hasBegun" in state && !state.hasBegun ? { ...state, hasBegun: true } : state;

/** A payment that came late may still have found the seats free; else the API may know of others that are as good. */
function stepAfterEnd(state: Extract<PaymentState, { at: "ended" }>, event: PaymentEvent): PaymentState {
  if (event.type === "ended" && event.reason === state.reason) return end(state.reason, event.offered ?? state.offered);
  if (event.type !== "hold_read" || event.hold.state !== "confirmed" || event.hold.booking_id === null) return state;
  return book(state, { booking_id: event.hold.booking_id });
}

type Booked = { booking_id: string; payBy?: string };

const book = ({ at }: PaymentState, { booking_id, payBy }: Booked): PaymentState => ({
  ...{ at: "booked", booking_id, isLate: at === "ended" },
  ...(payBy === undefined ? {} : { payBy }),
});

const end = (reason: EndReason, offered: readonly string[] = []): PaymentState => ({ at: "ended", reason, offered });
