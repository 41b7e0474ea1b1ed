import type { BookingView } from "@evently/core/booking";

type Invoice = Pick<BookingView, "due_at" | "paid_at">;

/** Whether its seats are reserved on invoice, and not paid for yet. */
export const isReserved = ({ state }: Pick<BookingView, "state">): boolean => state === "awaiting_payment";

/** Whether it was reserved on invoice and never paid: it may have ended by now. */
export const isUnpaid = ({ due_at, paid_at }: Invoice): boolean => due_at !== undefined && paid_at === undefined;

/** Whether it ended by itself, as nobody had paid. */
export const hasLapsed = (booking: Invoice & Pick<BookingView, "cancelled_at">): boolean =>
  isUnpaid(booking) && booking.cancelled_at !== null && Date.parse(booking.cancelled_at) >= dueOf(booking);

const dueOf = ({ due_at = "" }: Invoice): number => Date.parse(due_at);
