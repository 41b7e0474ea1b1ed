import type { FailureOverrides } from "~/trpc/failure-words";
import { organizerWords } from "../organizer-words";

/** What failures mean to whoever works at the box office. */
export const officeWords: FailureOverrides = {
  ...organizerWords,
  SEATS_UNAVAILABLE: {
    headline: "Some of these seats are not what they were any more.",
    meaning: "Nothing was done with the seats of this step, and no money moves.",
    action: "Close this: the map shows how they are now.",
  },
  EVENT_STATUS_CONFLICT: {
    meaning: "Seats are blocked and sold here once an event is published, until it is called off.",
    action: "To block seats before anybody can buy, publish it with a sale that opens later.",
  },
  PRICE_DIFFERS: { meaning: "Nothing was sold or moved.", action: "Close this: the seats show what they cost now." },
  REFUND_CHANGED: { action: "Close this and open it again: it then says how much goes back." },
  SALE_CLOSED: {
    headline: "This event is over, or was taken off sale.",
    meaning: "Nothing was sold.",
    action: "Go back to its figures.",
  },
  CANCELLATION_CLOSED: {
    headline: "Single seats can only be given back where nothing was paid.",
    meaning: "The booking stays as it is.",
    action: "Cancel the whole booking instead.",
  },
};
