import type { GatewayRecord } from "../payment/gateway.ts";
import type { Payment } from "../payment/payment.ts";

type Made = GatewayRecord["refunds"][number];

/**
 * The refunds of a payment that the gateway has and its record has not, in the gateway's order. One made at the gateway itself may stand
 * for one that had failed. Pure.
 */
export function findUnrecorded(payment: Pick<Payment, "refunds">, record: Pick<GatewayRecord, "refunds">): Made[] {
  const ids = new Set(payment.refunds.flatMap(({ refund_id, found }) => (found ? [] : refund_id)));
  const found = payment.refunds.flatMap(({ amount, found, failed }) => (found || failed ? amount : []));
  return record.refunds.filter(({ refund_id, amount }) => {
    if (refund_id !== null) return !ids.has(refund_id);
    const known = found.indexOf(amount);
    if (known >= 0) found.splice(known, 1);
    return known < 0;
  });
}
