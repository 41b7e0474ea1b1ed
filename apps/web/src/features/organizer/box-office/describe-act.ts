import type { ServedBooking } from "@evently/core/box-office";
import { refundWayOf } from "@evently/core/format/describe-refund";
import { formatMoney } from "@evently/core/format/format-money";
import { nameSeats } from "@evently/core/seat/name-seats.rules";
import { isNotCharged } from "~/features/booking/is-not-charged";
import { isReserved } from "~/features/booking/reservation/is-unpaid";
import { countSeats } from "~/features/picker/seats/describe-seat";
import { nameBuyer } from "../buyers/name-buyer";
import { leftOf } from "../refunds/read-refund";
import type { Act, Details } from "./act";
import { totalOf } from "./office-seats";

/** An act before it is done: what happens to seats, money and people. */
export type Description = { title: string; points: string[]; confirm: string; pending: string; keep: string };

const are = (seats: readonly unknown[]): string => (seats.length === 1 ? "is" : "are");

export function describeAct(act: Act, currency: string): Description {
  switch (act.kind) {
    case "block":
      return {
        title: `Block ${countSeats(act.seats.length)}?`,
        points: [
          `${nameSeats(act.seats)} ${are(act.seats)} kept by the house until somebody releases or sells ${act.seats.length === 1 ? "it" : "them"}.`,
          "Buyers see them as taken. The reason is for the box office alone.",
          "No money moves. You can undo this.",
        ],
        ...{ confirm: `Block ${countSeats(act.seats.length)}`, pending: "Blocking…", keep: "Leave on sale" },
      };
    case "release":
      return {
        title: `Release ${countSeats(act.seats.length)}?`,
        points: [
          `${nameSeats(act.seats)} ${are(act.seats)} back on sale at once, while the sale is open.`,
          "No money moves. You can undo this while nobody holds them.",
        ],
        ...{ confirm: `Release ${countSeats(act.seats.length)}`, pending: "Releasing…", keep: "Keep blocked" },
      };
    case "cash":
    case "comp":
      return describeSale(act, currency);
    case "move":
      return describeMove(act);
    case "give back":
      return {
        title: `Give back ${countSeats(act.seats.length)}?`,
        points: [
          ...describeGivenBack(
            act.booking,
            act.seats.map(({ seat_pos }) => seat_pos),
          ),
          "The other seats of the booking stay. Nothing was paid, so nothing is refunded.",
          toldOf(act.booking),
        ],
        ...{ confirm: `Give back ${countSeats(act.seats.length)}`, pending: "Giving back…", keep: "Keep seats" },
      };
    case "cancel":
      return describeCancel(act, currency);
  }
}

function describeSale({ kind, seats }: Extract<Act, { kind: "cash" | "comp" }>, currency: string): Description {
  const count = countSeats(seats.length);
  const blocked = seats.filter(({ state }) => state === "blocked").length;
  const total = formatMoney(totalOf(seats), currency);
  const isCash = kind === "cash";
  return {
    title: isCash ? `Sell ${count} for ${total}?` : `Give ${count} away?`,
    points: [
      `${nameSeats(seats)} ${are(seats)} booked at once${blocked > 0 ? `, ${blocked} of them blocked until now` : ""}.`,
      isCash
        ? `Take ${total} in cash first. It counts as revenue; a refund is yours to hand back.`
        : "Nothing is paid: the booking costs 0, and counts as comps.",
      "With an e-mail address, the tickets are mailed. You can print them in any case.",
    ],
    confirm: isCash ? `Sold for ${total}` : `Give ${count} away`,
    ...{ pending: "Booking…", keep: "Not yet" },
  };
}

function describeMove({ booking, from, to }: Extract<Act, { kind: "move" }>): Description {
  const left = booking.lines.filter(({ seat }) => from.includes(seat));
  return {
    title: `Move ${countSeats(from.length)}?`,
    points: [
      `${nameBuyer(booking)} gets ${nameSeats(to)} instead of ${nameSeats(left)}.`,
      "The price is the same: nothing is paid or refunded, and the booking keeps its number and its link.",
      ...describeGivenBack(booking, from),
      toldOf(booking),
    ],
    ...{ confirm: `Move ${countSeats(from.length)}`, pending: "Moving…", keep: "Leave as it is" },
  };
}

function describeCancel({ booking }: Extract<Act, { kind: "cancel" }>, currency: string): Description {
  const { lines } = booking;
  const subject = isReserved(booking) ? "reservation" : "booking";
  return {
    title: `Cancel this ${subject}?`,
    points: [
      ...describeGivenBack(
        booking,
        lines.map(({ seat }) => seat),
      ),
      describeMoneyBack(booking, currency),
      `${toldOf(booking)} You can’t undo this.`,
    ],
    ...{ confirm: `Cancel ${subject}`, pending: "Cancelling…", keep: `Keep ${subject}` },
  };
}

function describeMoneyBack(booking: ServedBooking, currency: string): string {
  if (isReserved(booking)) return "It was not paid, so nothing is refunded.";
  const left = leftOf(booking);
  if (left === 0)
    return booking.total === 0 || isNotCharged(booking)
      ? "Nothing was paid, so nothing is refunded."
      : "All of its price was refunded before.";
  const price = formatMoney(left, currency);
  return {
    till: `It was paid in cash: hand ${price} back yourself.`,
    seller: `It was paid on invoice: pay ${price} back yourself.`,
    card: `${price} goes back to the card that it was paid with.`,
  }[refundWayOf(booking)];
}

/** What the house had blocked is its own again; the rest anybody can buy. */
function describeGivenBack(booking: ServedBooking, seats: readonly string[]): string[] {
  const given = booking.lines.filter(({ seat }) => seats.includes(seat));
  const isKept = ({ seat }: { seat: string }) => booking.from_blocks.some((kept) => kept === seat);
  const [kept, free] = [given.filter(isKept), given.filter((line) => !isKept(line))];
  const whose = `of ${nameBuyer(booking)}`;
  return [
    ...(free.length > 0 ? [`${nameSeats(free)} ${whose} ${are(free)} back on sale at once.`] : []),
    ...(kept.length > 0
      ? [
          `${nameSeats(kept)} ${whose} ${are(kept)} blocked again, for the same as before ${kept.length === 1 ? "it was" : "they were"} sold.`,
        ]
      : []),
  ];
}

const toldOf = ({ buyer }: Extract<Act, { kind: "cancel" }>["booking"]): string =>
  buyer.email
    ? "The buyer gets a mail, where this site sends mails."
    : "The buyer left no address: tell them yourself.";

/** What was done, for the line that says so. */
export function describeDone(act: Act, { reason, holder }: Details): string {
  const was = (seats: readonly unknown[]) => `${countSeats(seats.length)} ${seats.length === 1 ? "was" : "were"}`;
  switch (act.kind) {
    case "block":
      return `${was(act.seats)} blocked: ${reason}.`;
    case "release":
      return `${was(act.seats)} released.`;
    case "cash":
    case "comp":
      return `${was(act.seats)} ${act.kind === "cash" ? "sold" : "given away"}${holder ? ` to ${holder.name}` : ""}.`;
    case "move":
      return `${was(act.from)} moved to ${nameSeats(act.to)}.`;
    case "give back":
      return `${was(act.seats)} given back.`;
    case "cancel":
      return `The ${isReserved(act.booking) ? "reservation" : "booking"} of ${nameBuyer(act.booking)} was cancelled.`;
  }
}
