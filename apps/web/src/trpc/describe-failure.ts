import type { ErrorCode, Failure } from "@evently/core/errors";
import { findFailure } from "./failure";

/** What happened, what it means for one's seats and money, and what to do: in this order, one sentence or two each. */
export type Problem = { what: string; meaning: string; action: string };

type Describe<C extends ErrorCode> = (failure: Extract<Failure, { error_code: C }>) => Problem;
type Descriptions = { [C in ErrorCode]?: Describe<C> };

const nothingChanged = "Nothing was booked and nothing was charged.";

const descriptions: Descriptions = {
  SALE_CLOSED: () => ({
    what: "This event is not on sale right now.",
    meaning: nothingChanged,
    action: "The event’s page says when its sale opens or whether it has ended.",
  }),
  SEATS_UNAVAILABLE: ({ details }) => ({
    what: `${listSeats(details.seats)} just went to someone else.`,
    meaning: `None of your seats were held, and ${lowerFirst(nothingChanged)}`,
    action: details.alternatives.length > 0 ? "Take the seats offered instead, or pick others." : "Pick other seats.",
  }),
  SEAT_NOT_FOUND: ({ details }) => ({
    what: `${listSeats(details.seats)} ${details.seats.length === 1 ? "is" : "are"} not part of this event.`,
    meaning: nothingChanged,
    action: "Reload the page and pick from the map again.",
  }),
  HOLD_EXPIRED: () => ({
    what: "Your time with these seats has run out.",
    meaning: "The seats are open to everyone again. Nothing was charged.",
    action: "Hold them again if they are still free.",
  }),
  HOLD_NOT_EXTENDABLE: () => ({
    what: "This hold had its extra time already.",
    meaning: "The seats stay yours until the time on the clock.",
    action: "Check out before it ends; you can hold the seats again afterwards.",
  }),
  HOLD_LIMIT_REACHED: () => ({
    what: "You already hold seats twice for this event.",
    meaning: "Those seats are still yours; these were not held.",
    action: "Check out or let go of one of your holds first.",
  }),
  PAYMENT_DECLINED: ({ details }) => ({
    what:
      details.reason.length > 0 ? `Your card was declined: ${trimStop(details.reason)}.` : "Your card was declined.",
    meaning: "Nothing was charged, and your seats are still held.",
    action: "Try again, or use another card, before the hold ends.",
  }),
  PAYMENT_IN_PROGRESS: () => ({
    what: "A payment for these seats is already under way.",
    meaning: "Your seats are safe, and you will not be charged twice.",
    action: "Wait a moment: the booking appears here and under My bookings.",
  }),
  BOOKING_ALREADY_CANCELLED: () => ({
    what: "This booking was cancelled before.",
    meaning: "The refund shown on it stands; nothing more happens.",
    action: "You can close this.",
  }),
  CANCELLATION_CLOSED: () => ({
    what: "The event has begun, so this booking can no longer be cancelled.",
    meaning: "Your ticket stays valid and nothing is refunded.",
    action: "Show the ticket at the door.",
  }),
  EVENT_NOT_FOUND: () => ({
    what: "There is no such event, or it is no longer public.",
    meaning: "Bookings you made for it are under My bookings.",
    action: "Look through all events.",
  }),
  HOLDING_NOT_FOUND: () => ({
    what: "There is no such hold for you.",
    meaning: "It may have been made in another browser. Nothing was charged.",
    action: "Go back to the event and pick your seats.",
  }),
  BOOKING_NOT_FOUND: () => ({
    what: "There is no such booking for you.",
    meaning: "It may have been made in another browser. Bookings never vanish.",
    action: "Look under My bookings.",
  }),
  SIGN_IN_REQUIRED: () => ({
    what: "We no longer know this browser.",
    meaning: "Your bookings are safe, but only the browser that made them can show them.",
    action: "Use the browser that you booked with, or pick seats to start anew.",
  }),
  INVALID_INPUT: ({ details }) => ({
    what:
      details.faults.map((fault) => `${upperFirst(trimStop(fault.message))}.`).join(" ") ||
      "Something was not filled in right.",
    meaning: nothingChanged,
    action: "Correct it and try again.",
  }),
  INVALID_CURSOR: () => ({
    what: "This list has changed since you opened it.",
    meaning: "Your seats and bookings are not touched.",
    action: "Reload the page.",
  }),
  RATE_LIMITED: () => ({
    what: "That was more at once than we can answer.",
    meaning: nothingChanged,
    action: "Wait a few seconds and try again.",
  }),
  UNAVAILABLE: () => ({
    what: "Our storage does not answer right now.",
    meaning: "Nothing you were told is lost: seats and bookings that were confirmed stay yours.",
    action: "Try again in a moment.",
  }),
  INTERNAL: ({ details }) => ({
    what: "Something went wrong on our side.",
    meaning: "Seats you hold stay held until their time runs out, and you will not be charged twice.",
    action: `Try again. If it keeps happening, tell us this number: ${details.request_id}.`,
  }),
};

/** Any error of a query or a mutation, in sentences for the person in front of the page. */
export function describeProblem(error: unknown): Problem {
  const failure = findFailure(error);
  if (failure === null) return describeSilence();
  const describe = descriptions[failure.error_code] as Describe<ErrorCode> | undefined;
  return describe?.(failure) ?? { what: failure.error, meaning: nothingChanged, action: "Go back and try again." };
}

function describeSilence(): Problem {
  const offline = typeof navigator !== "undefined" && !navigator.onLine;
  return {
    what: offline ? "You are offline." : "We could not reach Evently.",
    meaning: "Seats you hold stay held until their time runs out, and you will not be charged twice.",
    action: offline ? "Try again once you are connected." : "Check your connection and try again.",
  };
}

function listSeats(seats: string[]): string {
  const named = seats.length === 1 ? "Seat" : "Seats";
  return `${named} ${new Intl.ListFormat("en").format(seats)}`;
}

const trimStop = (text: string) => text.replace(/\.\s*$/, "");
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
