import { nameFirstSeats } from "@evently/core/seat/name-seats.rules";
import type { FailureOverrides } from "~/trpc/failure-words";

const unaffected = "Sales go on without this page. What you typed stays in this browser.";
const nothingChanged = "Nothing was changed.";

const whyNotReady = {
  none: "Your organization has no account at Stripe.",
  onboarding: "Your organization’s account at Stripe is not finished.",
  restricted: "Stripe lets your organization take no card payments now.",
} as const;

/** What failures mean to someone who sells. */
export const organizerWords: FailureOverrides = {
  OFFLINE: { meaning: unaffected },
  UNREACHABLE: { meaning: unaffected },
  INTERNAL: { meaning: unaffected },
  RATE_LIMITED: { meaning: nothingChanged },
  INVALID_INPUT: { meaning: nothingChanged },
  UNAVAILABLE: { meaning: "We don’t know yet whether the last step was saved; sending it again does no harm." },
  SIGN_IN_REQUIRED: {
    headline: "This browser is no longer signed in.",
    meaning: "Your venues and events are safe; only this browser’s session has ended.",
    action: "Reload the page. What you typed stays in this browser.",
  },
  PAYMENTS_NOT_READY: ({ details }) => ({
    headline: "Nobody can pay for this event by card yet, so it can’t be sold at a price.",
    meaning: `${whyNotReady[details.state]} Nothing was changed.`,
    action:
      "An owner of the organization sets that up under Payments. Until then it can be a draft, or free of charge.",
  }),
  LABEL_TAKEN: ({ details }) => ({
    headline: `Two seats would have the same name: ${nameFirstSeats(details.seats, 5)}.`,
  }),
  FORBIDDEN: { action: "Go back to your own events and venues." },
  EVENT_NOT_FOUND: {
    headline: "We can’t find this event among yours.",
    meaning: nothingChanged,
    action: "Look under Events.",
  },
  BOOKING_ALREADY_CANCELLED: {
    meaning: "Its seats are back on sale, and its price was refunded once.",
    action: "Reload the list.",
  },
  CANCELLATION_CLOSED: {
    headline: "The event has begun, so its bookings can no longer be cancelled.",
    meaning: "The booking stays valid, and nothing is refunded.",
    action: "You can close this.",
  },
};
