export const nothingCharged = "Nothing was booked or charged.";

/** For codes that no page causes, and for those of a newer API. */
export const otherFailure = { meaning: nothingCharged, action: "Go back and try again." };

/** What is refused at the door, which programs ask. */
export const doorFailureWords = {
  CHECK_IN_NOT_FOUND: otherFailure,
  DOOR_KEY_LIMIT: { meaning: "Nothing was changed.", action: "End a key that nobody needs any more." },
  DOOR_KEY_NOT_FOUND: otherFailure,
  TICKET_ALREADY_ADMITTED: otherFailure,
  TICKET_CANCELLED: otherFailure,
  TICKET_FORGED: otherFailure,
  TICKET_NOT_PAID: otherFailure,
  TICKET_SUPERSEDED: otherFailure,
  TICKET_WRONG_EVENT: otherFailure,
};
