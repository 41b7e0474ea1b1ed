import type { SoldBooking } from "@evently/core/analytics";
import { formatMoney } from "@evently/core/format/format-money";
import { nameSeats } from "@evently/core/seat/name-seats.rules";

type Booking = Pick<SoldBooking, "lines" | "total" | "currency" | "buyer">;

/** What happens once a reservation's payment is noted, before it is. */
export function describePaymentNoted({ lines, total, currency, buyer }: Booking, sendsMail: boolean): string[] {
  const [seats, count, tickets] = [nameSeats(lines), lines.length, lines.length === 1 ? "ticket" : "tickets"];
  return [
    `${seats} ${count === 1 ? "counts" : "count"} as sold, and ${formatMoney(total, currency)} as revenue of today.`,
    `The ${tickets} ${count === 1 ? "is" : "are"} valid at once, on the booking’s page. ${
      sendsMail && buyer.email !== null
        ? `${count === 1 ? "It is" : "They are"} mailed to ${buyer.email}.`
        : `No mail sends ${count === 1 ? "it" : "them"}: tell the buyer yourself.`
    }`,
    "No card is charged: you have the money already, and a refund is yours to pay.",
    "You can’t undo this, but you can cancel the booking.",
  ];
}
