import type { GatewayRecord } from "../payment/gateway.ts";
import type { Dispute, Payment, PaymentRefund } from "../payment/payment.ts";

/** What is recorded of a payment that only its gateway can know. */
export type News = Pick<Payment, "disputes" | "refunds">;

/**
 * The refunds of a payment by what its gateway says: one that failed at the payer's bank is `failed`, until another one of the same
 * amount was made at the gateway itself, which then stands for it. Pure.
 */
export function markFailed(refunds: readonly PaymentRefund[], record: GatewayRecord): PaymentRefund[] {
  const { failed_refunds: failures = [] } = record;
  const made = amountsOf(record.refunds.filter(({ refund_id }) => refund_id === null));
  const sentBack = amountsOf(failures.filter(({ refund_id }) => refund_id === null));
  const known = refunds.map((refund) => ({
    refund,
    isMade: !!refund.found && !refund.failed && take(made, refund.amount),
  }));
  return known.map(({ refund, isMade }) => {
    const { failed: _, ...unfailed } = refund;
    if (isMade || refund.state === "due") return refund;
    if (refund.failed) return take(made, refund.amount) ? { ...unfailed, found: true } : refund;
    const hasFailed = refund.found
      ? take(sentBack, refund.amount)
      : failures.some(({ refund_id }) => refund_id === refund.refund_id);
    return hasFailed ? { ...refund, failed: true } : refund;
  });
}

const amountsOf = (refunds: readonly { amount: number }[]): number[] => refunds.map(({ amount }) => amount);

/** Whether the amount was among them; then it is taken out once. */
function take(amounts: number[], amount: number): boolean {
  const at = amounts.indexOf(amount);
  if (at >= 0) amounts.splice(at, 1);
  return at >= 0;
}

/** Which disputes are new or stand otherwise. Pure. */
export function changedDisputes(
  before: readonly Dispute[],
  after: readonly Dispute[],
): { before: Dispute | null; after: Dispute }[] {
  const known = new Map(before.map((dispute) => [dispute.dispute_id, dispute]));
  return after
    .map((dispute) => ({ before: known.get(dispute.dispute_id) ?? null, after: dispute }))
    .filter(({ before, after }) => before?.state !== after.state || before.amount !== after.amount);
}
