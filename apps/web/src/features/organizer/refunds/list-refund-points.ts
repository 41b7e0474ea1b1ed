import type { SoldBooking } from "@evently/core/analytics";
import { refundWayOf } from "@evently/core/format/describe-refund";
import { formatMoney } from "@evently/core/format/format-money";
import { nameSeats } from "@evently/core/seat/name-seats.rules";
import { leftOf, type Refund } from "./read-refund";

type Booking = Pick<SoldBooking, "lines" | "total" | "refunded" | "currency" | "counter" | "buyer"> & {
  /** Of its seats those that the house kept, where that is known. */
  from_blocks?: readonly string[];
};

/** What a refund does to seats, tickets and money, before it is sent. */
export function listRefundPoints(refund: Refund, booking: Booking, sendsMail: boolean): string[] {
  return [...describeSeats(refund, booking), ...describeMoney(refund, booking), describeMail(booking, sendsMail)];
}

function describeSeats({ lines }: Refund, booking: Booking): string[] {
  if (lines.length === 0)
    return [`${nameSeats(booking.lines)} ${stays(booking.lines)} booked, and ${ticketsOf(booking.lines)} valid.`];
  const isKept = ({ seat }: { seat: string }) => booking.from_blocks?.includes(seat) === true;
  const [kept, free] = [lines.filter(isKept), lines.filter((line) => !isKept(line))];
  const remaining = booking.lines.filter((line) => !lines.includes(line));
  return [
    ...(free.length > 0 ? [`${nameSeats(free)} ${are(free)} free again at once, while the sale is open.`] : []),
    ...(kept.length > 0 ? [`${nameSeats(kept)} ${are(kept)} blocked for the house again.`] : []),
    remaining.length > 0
      ? `Tickets for ${lines.length === 1 ? "that seat" : "those seats"} let nobody in any more. ${nameSeats(remaining)} ${stays(remaining)} booked.`
      : "It has no other seats: the booking is cancelled, and its tickets let nobody in any more.",
  ];
}

function describeMoney({ lines, amount }: Refund, booking: Booking): string[] {
  const { currency } = booking;
  const money = formatMoney(amount, currency);
  const price = lines.reduce((sum, line) => sum + line.price, 0);
  const stays = leftOf(booking) - amount;
  return [
    ...(price > amount
      ? [`The price was ${formatMoney(price, currency)}, of which earlier refunds have left ${money}.`]
      : []),
    describeWay(booking, amount),
    stays > 0 ? `${formatMoney(stays, currency)} stays with you.` : "Nothing of the price stays with you.",
  ];
}

function describeWay(booking: Booking, amount: number): string {
  if (amount === 0) return "No money goes back: nothing was paid for it.";
  const money = formatMoney(amount, booking.currency);
  return {
    till: `It was paid in cash: hand ${money} back yourself.`,
    seller: `It was paid on invoice: pay ${money} back yourself.`,
    card: `${money} goes back to the card that it was paid with.`,
  }[refundWayOf(booking)];
}

function describeMail({ buyer }: Booking, sendsMail: boolean): string {
  return sendsMail && buyer.email !== null
    ? "The buyer is told by mail, with your reason."
    : "No mail tells the buyer: tell them yourself. Their booking page says it, with your reason.";
}

const are = (seats: readonly unknown[]): string => (seats.length === 1 ? "is" : "are");
const stays = (seats: readonly unknown[]): string => (seats.length === 1 ? "stays" : "stay");
const ticketsOf = (seats: readonly unknown[]): string =>
  seats.length === 1 ? "its ticket stays" : "their tickets stay";
