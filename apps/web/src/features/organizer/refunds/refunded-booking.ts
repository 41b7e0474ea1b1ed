import type { SoldBooking } from "@evently/core/analytics";
import type { ServedBooking } from "@evently/core/box-office";
import { leftOf } from "./read-refund";

/** A booking as the list of bookings has it, or the box office. */
export type RefundedBooking = SoldBooking & Partial<Pick<ServedBooking, "from_blocks">>;

/** Whether something that was paid for it can be given back. */
export const isRefundable = (booking: RefundedBooking): boolean => booking.state === "confirmed" && leftOf(booking) > 0;
