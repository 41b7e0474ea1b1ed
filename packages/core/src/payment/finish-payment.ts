import type { Core } from "../core.ts";
import type { PaymentId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { updateItem } from "../table/update-item.ts";
import { awaitGateway } from "./await-gateway.ts";
import { endRefunds } from "./end-refunds.ts";
import { feesOf, type GatewayRecord, keptAmount, keyOf, type PaymentKey } from "./gateway.ts";
import { nextRefundName } from "./payment.rules.ts";
import { endCapture, endPayment, toPayment } from "./payment.table.ts";
import type { Payment } from "./payment.ts";

/** Consistent read; null if the payment doesn't exist. */
export async function findPayment(core: Core, payment_id: PaymentId): Promise<Payment | null> {
  const item = await readItem(core.table, keys.payment(payment_id));
  return item ? toPayment(item) : null;
}

/** Consistent read. Throws if the payment doesn't exist. */
export async function readPayment(core: Core, payment_id: PaymentId): Promise<Payment> {
  const payment = await findPayment(core, payment_id);
  if (!payment) throw new Error(`${payment_id} is gone`);
  return payment;
}

/**
 * Carries out at the gateway what the table has decided: authorized -> captured, refunding -> captured or refunded, voiding ->
 * voided. Ignores any other state. `written` is the payment if the caller just wrote it; otherwise it is read. Returns the
 * payment if its money can't be taken any more: then its booking has to end. Idempotent; throws what the gateway throws, and if it
 * does not respond in time.
 */
export async function finishPayment(core: Core, payment_id: PaymentId, written?: Payment): Promise<Payment | null> {
  const payment = written ?? (await findPayment(core, payment_id));
  if (!payment) return null;
  requireGateway(core, payment);
  switch (payment.state) {
    case "authorized":
      return finishCapture(core, payment);
    case "voiding":
      return finishVoid(core, payment);
    case "refunding":
      return finishRefunds(core, payment);
    default:
      return null;
  }
}

/** Throws if another gateway took the payment: this one knows nothing of it, and would say of it that nothing was paid. */
export function requireGateway({ gateway }: Pick<Core, "gateway">, { payment_id, gateway: by }: Payment): void {
  if (by !== gateway.name) throw new Error(`${payment_id} was taken by the gateway ${by}, this is ${gateway.name}`);
}

/** The same without a waiting request: a failure, and what can't be taken any more, is left to scheduled work. */
export async function tryFinishPayment(core: Core, payment_id: PaymentId, written?: Payment): Promise<void> {
  await finishPayment(core, payment_id, written).catch((error) =>
    core.reportError("a payment is left to scheduled work", { payment_id, error }),
  );
}

/** Voids a payment, or gives back what the gateway keeps of it, whichever the gateway still allows. */
export async function voidOrRefund(core: Core, key: PaymentKey): Promise<GatewayRecord> {
  const record = await awaitGateway(core, core.gateway.void(keyOf(key)));
  const amount = keptAmount(record);
  if (record.state !== "captured" || amount === 0) return record;
  const names = record.refunds.flatMap(({ refund_id }) => refund_id ?? []);
  const refund_id = nextRefundName(key.payment_id, names);
  return awaitGateway(core, core.gateway.refund(keyOf(key), { refund_id, amount }));
}

/** It ran out, was voided at the gateway itself, or the bank said no after all: no later capture can take it. */
const isLost = ({ state }: GatewayRecord): boolean => state === "voided" || state === "declined";

async function finishCapture(core: Core, payment: Payment): Promise<Payment | null> {
  const record = await awaitGateway(core, core.gateway.capture(keyOf(payment)));
  if (isLost(record)) return payment;
  if (record.state !== "captured") return refuse(core, payment, record);
  await updateItem(core.table, endCapture(payment.payment_id, feesOf(record), core.clock()));
  return null;
}

async function finishVoid(core: Core, payment: Payment): Promise<null> {
  const record = await voidOrRefund(core, payment);
  if (keptAmount(record) > 0 || record.state === "challenged") return refuse(core, payment, record);
  await updateItem(core.table, endPayment(payment.payment_id, { from: "voiding", to: "voided", now: core.clock() }));
  return null;
}

/**
 * What goes back as a whole before it was captured is voided; of a part, all is captured first. A refund that was decided
 * meanwhile is done by whoever decided it.
 */
async function finishRefunds(core: Core, payment: Payment): Promise<Payment | null> {
  const { refunds, amount } = payment;
  const isWhole = sumRefunds(payment) === amount;
  const key = keyOf(payment);
  let record = await awaitGateway(core, isWhole ? core.gateway.void(key) : core.gateway.capture(key));
  if (isLost(record) && !isWhole) return payment;
  const due = record.state === "captured" ? refunds.filter(({ state }) => state === "due") : [];
  record = await payOut(core, key, record, due);
  const isPaidOut = () => keptAmount(record) === 0 || due.every((refund) => hasRefund(record, refund));
  const isDone = record.state === "captured" ? isPaidOut() : isWhole;
  if (!isDone || record.state === "authorized" || record.state === "challenged") return refuse(core, payment, record);
  await endRefunds(core, payment, { to: isWhole ? "refunded" : "captured", fees: feesOf(record) });
  return null;
}

/**
 * Gives back what is due, but never more than the gateway still keeps: it may have given back some of it by itself. One that
 * it refuses keeps none of the others from the payer. Throws the first refusal once all were tried.
 */
async function payOut(
  core: Core,
  key: PaymentKey,
  captured: GatewayRecord,
  due: Payment["refunds"],
): Promise<GatewayRecord> {
  let record = captured;
  const failures: unknown[] = [];
  for (const refund of due) {
    const amount = Math.min(refund.amount, keptAmount(record));
    if (amount === 0 || hasRefund(record, refund)) continue;
    try {
      const { refund_id } = refund;
      record = await awaitGateway(core, core.gateway.refund(key, { refund_id, amount }));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return record;
}

/** Also one that the payer's bank has sent back since: whoever looks at the payment then says so. */
const hasRefund = (
  { refunds, failed_refunds = [] }: GatewayRecord,
  { refund_id, amount }: { refund_id: string; amount: number },
): boolean =>
  [...refunds, ...failed_refunds].some((refund) => refund.refund_id === refund_id && refund.amount === amount);

/** In the minor unit, those that are due too. */
export const sumRefunds = ({ refunds }: Pick<Payment, "refunds">): number =>
  refunds.reduce((sum, { amount }) => sum + amount, 0);

/** Throws unless the payment was changed since it was read: a booking may be cancelled or refunded while the gateway is asked. */
async function refuse(core: Core, payment: Payment, { state }: GatewayRecord): Promise<null> {
  const current = await findPayment(core, payment.payment_id);
  if (current?.state !== payment.state || current.refunds.length !== payment.refunds.length) return null;
  throw new Error(`${payment.payment_id} is ${payment.state}, the gateway has ${state}`);
}
