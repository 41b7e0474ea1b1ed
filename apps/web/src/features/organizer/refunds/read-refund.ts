import type { BookingView } from "@evently/core/booking";
import { formatMoney } from "@evently/core/format/format-money";
import type { SeatId } from "@evently/core/ids";
import type { LabeledLine } from "@evently/core/seat";
import { parseMoney } from "../event/parse-money";

/** A refund as it is typed; `amount` in the currency's major unit. */
export type RefundDraft = { by: "seats" | "amount"; seats: readonly string[]; amount: string; reason: string };

export const newRefundDraft: RefundDraft = { by: "seats", seats: [], amount: "", reason: "" };

/** A refund as it is sent: of these seats, or of an amount in the minor unit with no seats. `amount` is what it gives back. */
export type Refund = { lines: readonly LabeledLine[]; amount: number; reason: string };

export type RefundFaults = Readonly<Partial<Record<"seats" | "amount" | "reason", string>>>;

type Refundable = Pick<BookingView, "lines" | "total" | "refunded" | "currency">;

/** In the minor unit: what of the price was not given back. */
export const leftOf = ({ total, refunded }: Pick<BookingView, "total" | "refunded">): number => total - refunded;

/** What the chosen seats give back: their prices, at most what is left. */
function amountOf(lines: readonly LabeledLine[], booking: Refundable): number {
  const price = lines.reduce((sum, line) => sum + line.price, 0);
  return Math.min(price, leftOf(booking));
}

/** The draft in the form that is confirmed and sent, or its faults. */
export function readRefund(draft: RefundDraft, booking: Refundable): { refund: Refund } | { faults: RefundFaults } {
  const reason = draft.reason.trim();
  const said: RefundFaults = reason === "" ? { reason: "Say why: the buyer reads it." } : {};
  if (draft.by === "amount") {
    const typed = readAmount(draft.amount, booking);
    if ("fault" in typed) return { faults: { ...said, amount: typed.fault } };
    return said.reason ? { faults: said } : { refund: { lines: [], amount: typed.amount, reason } };
  }
  const lines = booking.lines.filter(({ seat }) => draft.seats.includes(seat));
  if (lines.length === 0) return { faults: { ...said, seats: "Choose at least one seat." } };
  return said.reason ? { faults: said } : { refund: { lines, amount: amountOf(lines, booking), reason } };
}

function readAmount(typed: string, booking: Refundable): { amount: number } | { fault: string } {
  if (typed.trim() === "") return { fault: "Enter an amount." };
  const read = parseMoney(typed, booking.currency);
  if ("fault" in read) return read;
  if (read.amount === 0) return { fault: "Enter more than nothing." };
  const left = leftOf(booking);
  return read.amount > left ? { fault: `At most ${formatMoney(left, booking.currency)} is left to refund.` } : read;
}

/** What the API takes. */
export function toInput({ lines, amount, reason }: Refund) {
  return lines.length > 0 ? { seats: lines.map(({ seat }) => seat as SeatId), reason } : { amount, reason };
}
