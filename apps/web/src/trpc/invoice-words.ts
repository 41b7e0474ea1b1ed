import type { Failure } from "@evently/core/errors";

type NotAvailable = Extract<Failure, { error_code: "INVOICE_NOT_AVAILABLE" }>;

const byCard = "pay by card before the hold expires";

/** Why seats can't be reserved on invoice, and what can be done about it. */
const causes: Record<NotAvailable["details"]["cause"], { headline: string; action: string }> = {
  organization: {
    headline: "This seller takes no payment on invoice.",
    action: "Pay by card before the hold expires.",
  },
  buyer: {
    headline: "Only an account that was signed in to by mail can reserve on invoice.",
    action: `Let go of these seats, sign in, and pick them again, or ${byCard}.`,
  },
  seats_of_person: {
    headline: "One person can have no more seats of this event reserved on invoice.",
    action: `Hold fewer seats, pay for those that you reserved before, or ${byCard}.`,
  },
  share_of_hall: {
    headline: "No more seats of this event can be reserved on invoice.",
    action: `Hold fewer seats, or ${byCard}.`,
  },
  time: {
    headline: "The event begins too soon to reserve on invoice.",
    action: "Pay by card before the hold expires.",
  },
};

/** What stands in the way of seats reserved on invoice. */
export const invoiceWords = {
  INVOICE_NOT_AVAILABLE: ({ details }: NotAvailable) => ({
    meaning: "Nothing was reserved or charged, and your seats are still held.",
    ...causes[details.cause],
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
