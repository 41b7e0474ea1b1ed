import type { ErrorCode, Failure } from "@evently/core/errors";
import type { Problem } from "~/trpc/describe-failure";
import { findFailure } from "~/trpc/failure";

type Describe<C extends ErrorCode> = (failure: Extract<Failure, { error_code: C }>) => Problem;

const nothingChanged = "Nothing was changed.";
const descriptions: { [C in ErrorCode]?: Describe<C> } = {
  SIGN_IN_REQUIRED: () => ({
    what: "This browser is no longer signed in.",
    meaning: "Your venues and events are safe; only this browser’s session has ended.",
    action: "Reload the page. What you typed stays in this browser.",
  }),
  FORBIDDEN: ({ error }) => ({
    what: error,
    meaning: nothingChanged,
    action: "Go back to your own events and venues.",
  }),
  VENUE_NOT_FOUND: () => ({
    what: "There is no such venue.",
    meaning: nothingChanged,
    action: "Pick one of your venues.",
  }),
  EVENT_NOT_FOUND: () => ({
    what: "There is no such event of yours.",
    meaning: nothingChanged,
    action: "Look under Events.",
  }),
  EVENT_STATUS_CONFLICT: ({ details }) => ({
    what: `The event is ${details.status} by now, so this can no longer be done.`,
    meaning: "Someone changed it since this page was loaded. Seats and money are as that change left them.",
    action: "Close this and look at the event as it is now.",
  }),
  DUPLICATE_SEATS: ({ details }) => ({
    what: `The venue already has ${nameSome(details.seats)}.`,
    meaning: "None of these seats were added.",
    action: "Give these rows other letters, or leave them out.",
  }),
  VENUE_BUSY: () => ({
    what: "Seats are being added to this venue right now, by another tab or a request that broke off.",
    meaning: "None of these seats were added.",
    action: "Try again in a minute.",
  }),
  BOOKING_ALREADY_CANCELLED: () => ({
    what: "This booking was cancelled before.",
    meaning: "Its seats are back on sale, and its money went back once.",
    action: "Reload the list to see it as it is.",
  }),
  CANCELLATION_CLOSED: () => ({
    what: "The event has begun, so its bookings can no longer be cancelled.",
    meaning: "The booking stands and nothing is refunded.",
    action: "You can close this.",
  }),
  INVALID_INPUT: ({ details }) => ({
    what: details.faults.map(({ message }) => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`).join(" "),
    meaning: nothingChanged,
    action: "Correct it and try again.",
  }),
  IDEMPOTENCY_KEY_IN_USE: () => ({
    what: "The last attempt is still under way.",
    meaning: "Nothing is made twice, however often you send it.",
    action: "Try again in a minute.",
  }),
  UNAVAILABLE: () => ({
    what: "Our storage does not answer right now.",
    meaning: "Whether the last step was kept is not known yet; sending it again does no harm.",
    action: "Try again in a moment.",
  }),
};

/** Any error of a query or a mutation, in sentences for someone who sells. */
export function describeOrganizerProblem(error: unknown): Problem {
  const failure = findFailure(error);
  if (failure === null)
    return {
      what: "We could not reach Evently.",
      meaning: "Sales go on without this page. What you typed stays in this browser.",
      action: "Check your connection and try again.",
    };
  const describe = descriptions[failure.error_code] as Describe<ErrorCode> | undefined;
  return describe?.(failure) ?? { what: failure.error, meaning: nothingChanged, action: "Try again." };
}

function nameSome(seats: readonly string[]): string {
  if (seats.length <= 4) return `seat ${new Intl.ListFormat("en").format(seats)}`;
  return `seats ${seats.slice(0, 3).join(", ")} and ${seats.length - 3} more of these`;
}
