import type { Core } from "../core.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { updateItem } from "../table/update-item.ts";
import type { GatewayRecord } from "./gateway.ts";
import { movePayment, toPayment } from "./payment.table.ts";
import type { Payment, PaymentStatus } from "./payment.ts";

/** The payment, read consistently; null where there is none. */
export async function findPayment(core: Core, payment_id: string): Promise<Payment | null> {
  const item = await readItem(core.table, keys.payment(payment_id));
  return item ? toPayment(item) : null;
}

/**
 * Does at the gateway what the table has decided: authorized -> captured, refunding -> refunded, voiding -> voided. Any
 * other state is left alone. Repeatable; throws what the gateway throws.
 */
export async function finishPayment(core: Core, payment_id: string): Promise<void> {
  const payment = await findPayment(core, payment_id);
  if (payment?.state === "authorized") await finish(core, payment, await core.gateway.capture(payment_id), "captured");
  if (payment?.state === "voiding") await finish(core, payment, await voidOrRefund(core, payment_id), "voided");
  if (payment?.state === "refunding") await finish(core, payment, await voidOrRefund(core, payment_id), "refunded");
}

/** The same where an answer should not wait for it: what fails is reported and left to the reconciler. */
export async function tryFinishPayment(core: Core, payment_id: string): Promise<void> {
  await finishPayment(core, payment_id).catch((error) =>
    core.reportError("a payment is left to the reconciler", { payment_id, error }),
  );
}

/** Nothing taken, or all of it returned: whichever the gateway still allows. */
export async function voidOrRefund(core: Core, payment_id: string): Promise<GatewayRecord> {
  const record = await core.gateway.void(payment_id);
  return record.state === "captured" ? core.gateway.refund(payment_id) : record;
}

const owed = { captured: "captured", voided: "nothing", refunded: "nothing" } as const;

async function finish(core: Core, payment: Payment, record: GatewayRecord, to: keyof typeof owed): Promise<void> {
  const { payment_id } = payment;
  if (standing(record) !== owed[to]) throw new Error(`${payment_id} should be ${to}, the gateway has ${record.state}`);
  await updateItem(
    core.table,
    movePayment(payment_id, { from: [payment.state as PaymentStatus], to, now: core.clock() }),
  );
}

/** What the gateway keeps of the payer's money. */
export function standing(record: GatewayRecord): "captured" | "nothing" | "reserved" {
  if (record.state === "captured") return record.refunded === record.amount ? "nothing" : "captured";
  return record.state === "authorized" || record.state === "challenged" ? "reserved" : "nothing";
}
