import type { BookingView } from "@evently/core/booking";
import { formatMoney } from "@evently/core/format/format-money";

type Dispute = NonNullable<BookingView["dispute"]>;

/** How it stands with a payment that the buyer's bank disputes, and what the seller does next. */
export function describeDispute({ state, amount }: Dispute, currency: string): { title: string; next: string } {
  const money = formatMoney(amount, currency);
  switch (state) {
    case "open":
      return {
        title: `${money} is disputed`,
        next: "The buyer’s bank wants it back. Whoever’s Stripe account was paid answers there. Don’t refund it here as well.",
      };
    case "won":
      return { title: `Dispute of ${money} won`, next: "The money stays with you." };
    case "lost":
      return {
        title: `Dispute of ${money} lost`,
        next: "The bank gave the money back to the buyer. Cancelling or refunding here would promise it a second time, and Stripe refuses that.",
      };
  }
}
