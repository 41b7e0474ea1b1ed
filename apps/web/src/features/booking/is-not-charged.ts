import type { BookingView } from "@evently/core/booking";

/** Whether the money was promised by the bank and could not be taken: then nothing goes back. */
export const isNotCharged = ({ payment_status }: Pick<BookingView, "payment_status">): boolean =>
  payment_status === "voided";
