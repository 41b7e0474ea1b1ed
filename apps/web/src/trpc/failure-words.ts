import type { ErrorCode, Failure } from "@evently/core/errors";
import { formatCount } from "~/ui/format/format-count";
import { countUnits, formatWait } from "~/ui/format/format-wait";
import { accountWords } from "./account-words";
import { describeDecline } from "./describe-decline";
import { type Explanation, holdsStay, type Silence } from "./describe-silence";
import { doorFailureWords, nothingCharged, otherFailure } from "./door-failure-words";
import { invoiceWords } from "./invoice-words";
import { refundFailureWords } from "./refund-failure-words";
import { toSentence } from "./to-sentence";

type FailureOf<C extends ErrorCode> = Extract<Failure, { error_code: C }>;
type Words<C extends ErrorCode, W> = W | ((failure: FailureOf<C>) => W);

/** Without a headline, the API's own sentence says what happened. */
type BaseWords = Pick<Explanation, "meaning" | "action"> & { headline?: string };

/** Words for some failures, or parts of them, from a page that truly knows more than the table. */
export type FailureOverrides = { [C in ErrorCode]?: Words<C, Partial<Explanation>> } & {
  [S in Silence]?: Partial<Explanation>;
};

const nothingChanged = "Nothing was changed.";
const nothingAdded = "None of these seats were added.";
const nothingSaved = "Nothing was saved.";

const eventStatusWords: Record<string, string> = {
  draft: "a draft",
  published: "published",
  paused: "paused",
  cancelling: "being cancelled",
  cancelled: "cancelled",
  deleting: "being deleted",
  hidden: "hidden by the operator of this site",
};

const describeWait = (seconds: number): string => (seconds < 90 ? countUnits(seconds, "second") : formatWait(seconds));

/** Also what a page says whose hold can't be shown for another reason. */
export const holdNotFound: Explanation = {
  headline: "We can’t find this hold in this browser.",
  meaning: "It may have been made in another browser, or it expired a while ago. Nothing was charged.",
  action: "Pick your seats again, or look under My bookings if you paid.",
};

/** Every failure in words for the person in front of the page. A code without an entry does not compile. */
export const failureWords: { [C in ErrorCode]: Words<C, BaseWords> } = {
  SALE_CLOSED: {
    headline: "This event is not on sale right now.",
    meaning: nothingCharged,
    action: "The event’s page says when its sale opens, or that it has ended.",
  },
  SEATS_UNAVAILABLE: ({ details }) => ({
    headline: `Someone else just took ${countOf(details.seats)} of these seats.`,
    meaning: "None of your seats were held. Nothing was booked or charged.",
    action: details.alternatives.length > 0 ? "Take the seats offered instead, or pick others." : "Pick other seats.",
  }),
  PRICE_DIFFERS: { meaning: "The booking stays where it is.", action: "Pick seats that cost as much as its own." },
  SEAT_NOT_FOUND: {
    headline: "Not all of these seats are part of this event.",
    meaning: nothingCharged,
    action: "Reload the page and pick from the map again.",
  },
  HOLD_EXPIRED: ({ details }) => ({
    headline: details.released_by ? "The organizer released these seats." : "Your hold has expired.",
    meaning: "The seats are back on sale. Nothing was charged.",
    action: "Hold them again if they are still free.",
  }),
  HOLD_NOT_EXTENDABLE: {
    headline: "A hold can be extended only once.",
    meaning: "The seats stay yours until the time runs out.",
    action: "Check out before then, or hold them again afterwards.",
  },
  HOLD_LIMIT_REACHED: {
    meaning: "Those seats are still yours; these were not held.",
    action: "Check out or release one of your holds first.",
  },
  HOLDING_NOT_FOUND: holdNotFound,
  PAYMENT_DECLINED: ({ details }) => ({
    headline: describeDecline(details.reason),
    meaning: "Nothing was charged, and your seats are still held.",
    action: "Use another card, or try this one again, before the hold expires.",
  }),
  PAYMENT_IN_PROGRESS: {
    meaning: "Your seats are safe, and you will not be charged twice.",
    action: "Wait a moment: the booking appears here and under My bookings.",
  },
  BOOKING_NOT_FOUND: {
    headline: "We can’t find this booking in this browser.",
    meaning: "It may have been made in another browser. Bookings never disappear.",
    action: "Look under My bookings.",
  },
  BOOKING_ALREADY_CANCELLED: {
    headline: "This booking is already cancelled.",
    meaning: "The refund shown on it stays as it is.",
    action: "You can close this.",
  },
  EVENT_WAS_PUBLISHED: {
    headline: "This event was published, so it can’t be deleted.",
    meaning: "Nothing was changed.",
    action: "Cancel it, or archive it once it is over.",
  },
  CANCELLATION_CLOSED: {
    headline: "This booking can no longer be cancelled.",
    meaning: "Your ticket stays valid, and nothing is refunded.",
    action: "Show the ticket at the door.",
  },
  SIGN_IN_REQUIRED: {
    headline: "We don’t recognize this browser any more.",
    meaning: "Your bookings are safe.",
    action: "Sign in, use the link on your ticket, or pick seats to start again.",
  },
  SIGN_IN_REFUSED: {
    headline: "This doesn’t sign in, or doesn’t any more.",
    meaning: "A link and a code are good for ten minutes and for one use together.",
    action: "Ask for a new mail.",
  },
  FORBIDDEN: { meaning: nothingChanged, action: "Go back to your own bookings." },
  SUSPENDED: {
    headline: "This account is suspended.",
    meaning: "Nothing was changed, booked or charged.",
    action: "Ask whoever runs this site.",
  },
  USER_NOT_FOUND: otherFailure,
  ...doorFailureWords,
  ...invoiceWords,
  ...accountWords,
  ...refundFailureWords,
  EVENT_NOT_FOUND: {
    headline: "We can’t find this event, or it is no longer public.",
    meaning: "Bookings you made for it are under My bookings.",
    action: "Look through all events.",
  },
  EVENT_STATUS_CONFLICT: ({ details }) => ({
    headline: `The event is now ${eventStatusWords[details.status] ?? details.status}, so this is no longer possible.`,
    meaning: "Someone changed it since this page was loaded. Seats and money are as they left them.",
    action: "Close this and look at the event again.",
  }),
  VENUE_NOT_FOUND: {
    headline: "We can’t find this venue.",
    meaning: nothingChanged,
    action: "Pick one of your venues.",
  },
  VENUE_WITHOUT_SEATS: { meaning: nothingChanged, action: "Add rows to it first." },
  VENUE_BUSY: {
    headline: "Seats are being added to this venue right now, by another tab or by a request that was cut off.",
    meaning: nothingAdded,
    action: "Try again in a minute.",
  },
  DUPLICATE_SEATS: ({ details }) => ({
    headline: `The venue already has ${countOf(details.seats)} of these seats.`,
    meaning: nothingAdded,
    action: "Give these rows different labels, or leave them out.",
  }),
  LABEL_TAKEN: {
    headline: "Two seats would have the same name.",
    meaning: nothingSaved,
    action: "Give one of each pair another section, row or seat label.",
  },
  REVISION_CONFLICT: {
    headline: "Someone else has changed this since you opened it.",
    meaning: nothingSaved,
    action: "Look at it as it is now, then make your changes again.",
  },
  SEAT_TYPES_UNPRICED: { meaning: nothingChanged, action: "Enter a price for each; 0 is free." },
  LAYOUT_NOT_FOUND: otherFailure,
  NOT_FOUND: otherFailure,
  IDEMPOTENCY_KEY_IN_USE: {
    headline: "Your last request is still running.",
    meaning: "Nothing is saved twice, however often you send it.",
    action: "Try again in a minute.",
  },
  IDEMPOTENCY_KEY_REUSED: {
    headline: "This was already sent with different details.",
    meaning: nothingChanged,
    action: "Reload the page and try again.",
  },
  INVALID_INPUT: ({ details }) => ({
    headline:
      details.faults.map(({ message }) => toSentence(message)).join(" ") || "Something isn’t filled in correctly.",
    meaning: nothingCharged,
    action: "Correct it and try again.",
  }),
  INVALID_CURSOR: {
    headline: "This list has changed since you opened it.",
    meaning: "Your seats and bookings are not affected.",
    action: "Reload the page.",
  },
  MALFORMED_JSON: otherFailure,
  WEBHOOK_REFUSED: otherFailure,
  QUOTA_EXCEEDED: ({ details: { kind, limit } }) => ({
    headline: {
      events: `Your account can have ${limit} upcoming events.`,
      venues: `Your account can have ${limit} venues.`,
      seats: `The venues of your account can have ${limit} seats together.`,
    }[kind],
    meaning: nothingChanged,
    action: "Ask whoever runs this site to allow you more.",
  }),
  CREATION_RUNNING: {
    headline: "Another large event of yours is being created.",
    meaning: nothingChanged,
    action: "Try again in a moment, once its seats are there.",
  },
  BODY_TOO_LARGE: { meaning: nothingChanged, action: "Send less at once." },
  CROSS_ORIGIN_REFUSED: otherFailure,
  RATE_LIMITED: {
    headline: "Too many requests at once.",
    meaning: nothingCharged,
    action: "Wait a few seconds and try again.",
  },
  PROOF_REQUIRED: ({ details }) => ({
    headline: "Many new visitors come from your network at the moment.",
    meaning: nothingCharged,
    action: `Try again in ${describeWait(details.retry_after)}, or from another connection.`,
  }),
  NETWORK_LIMIT: ({ details }) => ({
    headline: "Too much is coming from your network at the moment.",
    meaning: nothingCharged,
    action: `Try again in ${describeWait(details.retry_after)}, or from another connection.`,
  }),
  EXPORT_LIMIT: {
    headline: "Other downloads are still being written.",
    meaning: nothingChanged,
    action: "Wait until they are done, and try again.",
  },
  UNAVAILABLE: {
    headline: "Our storage isn’t responding right now.",
    meaning: "Seats and bookings that were confirmed stay yours.",
    action: "Try again in a moment.",
  },
  INTERNAL: ({ details }) => ({
    meaning: holdsStay,
    action: `Try again. If it keeps happening, tell us this number: ${details.request_id}.`,
  }),
};

/** "one", "3": these failures name seats by their keys only, which are never shown. */
const countOf = (seats: readonly string[]): string => (seats.length === 1 ? "one" : formatCount(seats.length));
