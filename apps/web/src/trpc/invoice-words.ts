/** What stands in the way of seats reserved on invoice. */
export const invoiceWords = {
  INVOICE_NOT_AVAILABLE: {
    meaning: "Nothing was reserved or charged, and your seats are still held.",
    action: "Pay by card before the hold expires.",
  },
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
