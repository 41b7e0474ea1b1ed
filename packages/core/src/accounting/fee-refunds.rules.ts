import type { Payment } from "../payment/payment.ts";

type Refund = { refund_id: string; amount: number; at: string };
type Share<Made> = { refund: Made | null; amount: number };

/**
 * With which refund how much of a payment's fee went back, in the minor unit: the gateway states their sum alone. Each refund gets the fee's part of what
 * went back until then, rounded down, so that a later one leaves it as it is; what is left over belongs to the last one that is done,
 * or to the payment itself if none is.
 */
export function shareFeeRefund<Made extends Refund>(
  payment: Pick<Payment, "amount" | "fee" | "fee_refunded" | "refunds">,
  refunds: readonly Made[],
): Share<Made>[] {
  const due = new Set(payment.refunds.flatMap(({ refund_id, state }) => (state === "due" ? refund_id : [])));
  const done = refunds.filter(({ refund_id }) => !due.has(refund_id));
  const shares: Share<Made>[] = [];
  let [left, returned, before] = [payment.fee_refunded, 0, 0];
  for (const refund of done) {
    returned += refund.amount;
    const until = partOf(payment, returned);
    const amount = Math.min(left, until - before);
    shares.push({ refund, amount });
    before = until;
    left -= amount;
  }
  const last = shares.at(-1);
  if (!last) return [{ refund: null, amount: left }];
  last.amount += left;
  return shares;
}

/** Amount times fee may be more than a number holds exactly. */
const partOf = ({ amount, fee }: Pick<Payment, "amount" | "fee">, returned: number): number =>
  amount === 0 ? 0 : Number((BigInt(fee) * BigInt(returned)) / BigInt(amount));
