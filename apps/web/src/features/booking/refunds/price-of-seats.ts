import type { BookingView } from "@evently/core/booking";

/** What the seats cost that a booking has now, in the minor unit: its total, less those that were refunded. */
export const priceOfSeats = ({ lines, total, refunded }: Pick<BookingView, "lines" | "total" | "refunded">): number =>
  refunded === 0 ? total : lines.reduce((sum, { price }) => sum + price, 0);
