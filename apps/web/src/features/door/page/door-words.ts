import type { FailureOverrides } from "~/trpc/failure-words";

const nobody = "Nobody was let in, and nothing was undone.";

/** What failures mean to whoever stands at the door. */
export const doorWords: FailureOverrides = {
  OFFLINE: { meaning: nobody },
  UNREACHABLE: { meaning: nobody },
  SILENT: { meaning: nobody },
  UNAVAILABLE: { meaning: nobody },
  INTERNAL: { meaning: nobody },
  RATE_LIMITED: { meaning: nobody },
  INVALID_INPUT: { meaning: nobody },
  SEAT_NOT_FOUND: {
    headline: "Nobody has booked this seat.",
    meaning: "It may have been cancelled since this device fetched its list.",
    action: "Send the guest to the box office.",
  },
  CHECK_IN_NOT_FOUND: { headline: "This was undone already.", meaning: "Nothing was changed.", action: "Go on." },
  SIGN_IN_REQUIRED: {
    headline: "This device may not let people in.",
    meaning: "Its door key has ended, or nobody is signed in. Names and tickets were removed from it.",
    action: "Open the link of a new door key here, or sign in.",
  },
  FORBIDDEN: {
    headline: "This account may not let people in here.",
    meaning: "Names and tickets were removed from this device.",
    action: "Ask whoever runs the event for a door key, or for the role Door.",
  },
  EVENT_NOT_FOUND: {
    headline: "There is no such event for this device.",
    meaning: "Its door key may be for another event.",
    action: "Check the link that you were given.",
  },
};
