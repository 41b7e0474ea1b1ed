import type { Failure } from "@evently/core/errors";
import { toSentence } from "./to-sentence";

type NotAvailable = Extract<Failure, { error_code: "INVOICE_NOT_AVAILABLE" }>;

type Cause = NotAvailable["details"]["cause"];

/** Why seats can't be reserved on invoice; `instead` is what may help, other than a card. */
const causes: Record<Cause, { headline: string; instead: string | null }> = {
  organization: { headline: "This seller takes no payment on invoice.", instead: null },
  buyer: {
    headline: "Only an account that was signed in to by mail can reserve on invoice.",
    instead: "Let go of these seats, sign in, and pick them again",
  },
  seats_of_person: {
    headline: "One person can have no more seats of this event reserved on invoice.",
    instead: "Hold fewer seats, or pay for those that you reserved before",
  },
  share_of_hall: {
    headline: "No more seats of this event can be reserved on invoice.",
    instead: "Hold fewer seats",
  },
  time: { headline: "The event begins too soon to reserve on invoice.", instead: null },
};

function describeCard(instead: string | null): string {
  const byCard = "pay by card before the hold expires.";
  return instead === null ? toSentence(byCard) : `${instead}, or ${byCard}`;
}

const describeCause = ({ details: { cause } }: NotAvailable, takesCards: boolean) => {
  const { headline, instead } = causes[cause];
  const action = takesCards ? describeCard(instead) : `${instead ?? "Ask the seller how else to get seats"}.`;
  return { headline, action };
};

/** What stands in the way of seats reserved on invoice. */
export const invoiceWords = {
  INVOICE_NOT_AVAILABLE: (failure: NotAvailable) => ({
    meaning: "Nothing was reserved or charged, and your seats are still held.",
    ...describeCause(failure, true),
  }),
  BOOKING_NOT_PAID: {
    meaning: "Nothing was changed.",
    action: "Note its payment first, or cancel the whole booking.",
  },
  BOOKING_ALREADY_PAID: {
    headline: "This booking is already paid.",
    meaning: "Its tickets are valid.",
    action: "Look at the booking again.",
  },
};

/** Where the seller takes no cards. */
export const invoiceOnlyWords = {
  INVOICE_NOT_AVAILABLE: (failure: NotAvailable) => describeCause(failure, false),
};
