import type { GatewayRecord } from "../payment/gateway.ts";
import type { Payment } from "../payment/payment.ts";
import type { AuditFault } from "./audit-fault.ts";

type Records = { payments: readonly Payment[]; ledger: readonly GatewayRecord[] };

/** What was taken and is not on its way: the gateway has all of it, and the table has noted what was kept as fees. */
const finished = new Set(["captured", "refunded"]);

/** Each payment's amount, currency, account and fees, against the gateway's own list. Pure. */
export function inspectPayments({ payments, ledger }: Records): AuditFault[] {
  const records = new Map(ledger.map((record) => [record.payment_id, record]));
  return payments.flatMap((payment) => {
    const record = records.get(payment.payment_id);
    return record?.state === "captured" && finished.has(payment.state) ? compare(payment, record) : [];
  });
}

function compare(payment: Payment, { fee = 0, fee_refunded = 0, ...record }: GatewayRecord): AuditFault[] {
  const pairs = [
    ["amount", payment.amount, record.amount],
    ["currency", payment.currency, record.currency],
    ["account", payment.account, record.account],
    ["fee", payment.fee, fee],
    ["refunded fee", payment.fee_refunded, fee_refunded],
  ] as const;
  return pairs.flatMap(([name, here, there]) =>
    here === there
      ? []
      : [{ about: payment.payment_id, finding: `has the ${name} ${here}, the gateway says ${there}` }],
  );
}

/** In the minor unit: what the installation's operator keeps of payments. */
export const keptFees = (records: readonly { fee?: number; fee_refunded?: number }[]): number =>
  records.reduce((sum, { fee = 0, fee_refunded = 0 }) => sum + fee - fee_refunded, 0);
