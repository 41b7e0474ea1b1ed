import type { FailureOverrides } from "~/trpc/failure-words";
import { organizerWords } from "../organizer-words";

const unknown = {
  meaning: "We don’t know whether the refund was made.",
  action: "Check again to find out: nothing is refunded twice.",
};

/** What failures of a refund mean to whoever makes it. */
export const refundWords: FailureOverrides = {
  ...organizerWords,
  ...{ SILENT: unknown, UNREACHABLE: unknown, UNAVAILABLE: unknown, INTERNAL: unknown },
  IDEMPOTENCY_KEY_IN_USE: unknown,
  TICKET_ALREADY_ADMITTED: {
    headline: "Somebody is in with one of these seats.",
    meaning: "Nothing was refunded.",
    action: "Undo the check-in first, or refund an amount: the seats stay then.",
  },
  BOOKING_ALREADY_CANCELLED: { meaning: "Nothing was refunded twice.", action: "Close this and look at the booking." },
  OFFLINE: { meaning: "Nothing was refunded.", action: "Refund it once you are back online." },
};
