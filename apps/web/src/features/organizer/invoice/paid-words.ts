import type { FailureOverrides } from "~/trpc/failure-words";
import { organizerWords } from "../organizer-words";

const unknown = {
  meaning: "We don’t know whether the payment was noted.",
  action: "Check again to find out: nothing is counted twice.",
};

/** What failures mean to whoever notes a payment. */
export const paidWords: FailureOverrides = {
  ...organizerWords,
  ...{ SILENT: unknown, UNREACHABLE: unknown, UNAVAILABLE: unknown, INTERNAL: unknown },
  IDEMPOTENCY_KEY_IN_USE: unknown,
  BOOKING_ALREADY_CANCELLED: {
    headline: "This reservation has lapsed or was cancelled.",
    meaning: "No payment was noted: its seats are back on sale.",
    action: "If you have the money, pay it back, or sell the seats again at the box office.",
  },
  EVENT_STATUS_CONFLICT: {
    meaning: "No payment was noted: the event is called off.",
    action: "If you have the money, pay it back yourself.",
  },
  OFFLINE: { meaning: "No payment was noted.", action: "Note it once you are back online." },
};
