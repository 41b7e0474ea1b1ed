import type { GatewayRecord } from "../payment/gateway.ts";
import type { Payment } from "../payment/payment.ts";
import type { AuditFault } from "./audit-fault.ts";

type Records = { payments: readonly Payment[]; ledger: readonly GatewayRecord[] };

/** Each dispute as the gateway has it; an open one is no fault, only one that isn't known here. Pure. */
export function inspectDisputes({ payments, ledger }: Records): AuditFault[] {
  const known = new Map(payments.map(({ payment_id, disputes }) => [payment_id, disputes]));
  return ledger.flatMap(({ payment_id, disputes = [] }) => {
    const states = new Map(known.get(payment_id)?.map(({ dispute_id, state }) => [dispute_id, state]));
    return disputes.flatMap(({ dispute_id, state }) => {
      const recorded = states.get(dispute_id);
      if (recorded === state) return [];
      const finding = `has the dispute ${dispute_id}, ${state} at the gateway, ${recorded ?? "not recorded"} here`;
      return [{ about: payment_id, finding }];
    });
  });
}

export const countOpenDisputes = (payments: readonly Payment[]): number =>
  payments.flatMap(({ disputes }) => disputes).filter(({ state }) => state === "open").length;
