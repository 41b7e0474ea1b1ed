import type { BookingView } from "@evently/core/booking";
import type { Ticket } from "@evently/core/ticket";
import { describePayment } from "../describe-payment";

/** What the page shows of a booking and is not decided when it is made. */
export const describeState = (booking: BookingView): string =>
  JSON.stringify([booking.state, describePayment(booking), booking.refund_if_cancelled]);

/** Of its tickets, in whatever order. */
export const describeSeats = (seats: readonly Pick<Ticket, "seat_pos" | "version" | "code" | "state">[]): string =>
  JSON.stringify(seats.map(({ seat_pos, version, code, state }) => [seat_pos, version, code, state]).toSorted());
