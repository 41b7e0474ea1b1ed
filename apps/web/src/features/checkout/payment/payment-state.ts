import type { HoldingView } from "@evently/core/hold";
import type { Problem } from "~/trpc/describe-failure";

/** Why nothing can be paid for with this hold any more. In none of them was anything charged. */
export type Ending = "expired" | "lost" | "released" | "event_cancelled";

/**
 * Where the payment for a hold stands, as this page knows it. `checking`: a payment may be under way and nobody has told us
 * how it ended, so we look; `unsettled`: we looked long enough and it is the person's turn.
 */
export type PaymentState =
  | { at: "ready"; problem: Problem | null }
  | { at: "paying" }
  | { at: "checking" }
  | { at: "unsettled" }
  | { at: "challenged"; url: string }
  | { at: "booked"; booking_id: string }
  | { at: "ended"; why: Ending };

export type PaymentEvent =
  | { type: "pressed" }
  | { type: "booked"; booking_id: string }
  | { type: "challenged"; url: string }
  /** Refused with the seats still held. */
  | { type: "refused"; problem: Problem }
  /** No answer, or one that does not say how the payment ended. */
  | { type: "silent" }
  | { type: "ended"; why: Ending }
  /** The hold as the API has it now. */
  | { type: "seen"; hold: Seen }
  /** The time on the clock is over, and as far as we know nobody is paying. */
  | { type: "time_up" }
  | { type: "gave_up" }
  | { type: "looked_again" };

export type Seen = Pick<HoldingView, "state" | "booking_id">;

const notCharged: Problem = {
  what: "The payment did not go through.",
  meaning: "Nothing was charged, and your seats are still held.",
  action: "Pay again, with another card if you like, before the hold ends.",
};

const ready: PaymentState = { at: "ready", problem: null };

/** How a page begins: by what the hold is, so that a reload or a second tab joins what is under way. */
export function openPayment(hold: Seen): PaymentState {
  return stepPayment(ready, { type: "seen", hold });
}

/** The next state. What does not fit the state changes nothing; a booking always stands, whatever comes later. */
export function stepPayment(state: PaymentState, event: PaymentEvent): PaymentState {
  if (state.at === "booked") return state;
  if (event.type === "booked") return { at: "booked", booking_id: event.booking_id };
  if (state.at === "ended") return state;
  switch (event.type) {
    case "pressed":
      return state.at === "ready" ? { at: "paying" } : state;
    case "ended":
      return { at: "ended", why: event.why };
    case "challenged":
      return state.at === "ready" ? state : { at: "challenged", url: event.url };
    case "refused":
      return state.at === "ready" ? state : { at: "ready", problem: event.problem };
    case "silent":
      return state.at === "paying" ? { at: "checking" } : state;
    case "time_up":
      return state.at === "ready" ? { at: "ended", why: "expired" } : state;
    case "gave_up":
      return state.at === "checking" ? { at: "unsettled" } : state;
    case "looked_again":
      return state.at === "unsettled" ? { at: "checking" } : state;
    case "seen":
      return stepSeen(state, event.hold);
  }
}

/** While our own request is out, only a booking says more than its answer will. */
function stepSeen(state: PaymentState, { state: holdState, booking_id }: Seen): PaymentState {
  if (holdState === "confirmed" && booking_id !== null) return { at: "booked", booking_id };
  if (state.at === "paying" || state.at === "challenged") return state;
  const looking = state.at !== "ready";
  switch (holdState) {
    case "paying":
      return looking ? state : { at: "checking" };
    case "active":
      return looking ? { at: "ready", problem: notCharged } : state;
    case "released":
      return { at: "ended", why: looking ? "lost" : "released" };
    case "expired":
      return { at: "ended", why: "expired" };
    case "confirmed":
      return state;
  }
}
