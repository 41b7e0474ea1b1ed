import type { BookingView } from "@evently/core/booking";
import { formatMoney } from "@evently/core/format/format-money";
import { hasLapsed } from "./is-unpaid";

type Reserved = Pick<
  BookingView,
  "booking_id" | "lines" | "total" | "currency" | "state" | "due_at" | "paid_at" | "cancelled_at"
>;

type Dates = {
  /** When it has to be paid, in words. */
  due: string;
  /** When the event begins, in words, if that is another time than when the seats were reserved; else null. */
  movedTo: string | null;
  isCalledOff: boolean;
};

export type Words = {
  title: string;
  sentences: string[];
  /** What to ask of the seller, before their name and address; null where there is nothing to ask. */
  ask: string | null;
};

/** What a reservation that was not paid is now, and what its buyer does next. */
export function describeReservation(booking: Reserved, { due, movedTo, isCalledOff }: Dates): Words {
  if (isCalledOff)
    return { title: "This event is cancelled", sentences: ["Nothing was paid, so you owe nothing."], ask: null };
  if (hasLapsed(booking))
    return {
      title: "This reservation has lapsed",
      sentences: [
        `It had to be paid by ${due}, and no payment was noted by then.`,
        "The seats are back on sale. You owe nothing.",
      ],
      ask: "If you have paid, tell the seller",
    };
  if (booking.state === "cancelled")
    return {
      title: "This reservation is cancelled",
      sentences: ["The seats are back on sale.", "Nothing was paid, so you owe nothing."],
      ask: null,
    };
  return {
    title: `Reserved, to be paid by ${due}`,
    sentences: [
      ...(movedTo === null ? [] : [`The event has moved: it now begins on ${movedTo}.`]),
      `Pay ${formatMoney(booking.total, booking.currency)} to the seller by then, and name ${booking.booking_id}.`,
      `You get your ${booking.lines.length === 1 ? "ticket" : "tickets"} once the seller has noted your payment.`,
      "Without it the reservation lapses by itself, and costs nothing.",
    ],
    ask: "The seller tells you how to pay",
  };
}
