import type { BookingView } from "@evently/core/booking";

/** What the buyer's bank sent back of a booking's refunds, so that its seller owes it; in the currency's minor unit. */
export const owedBack = ({ refunds }: Pick<BookingView, "refunds">): number =>
  refunds.reduce((sum, { amount, state }) => (state === "failed" ? sum + amount : sum), 0);
