import type { Core } from "../core.ts";
import type { PaymentId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { updateItem } from "../table/update-item.ts";
import { awaitGateway } from "./await-gateway.ts";
import type { GatewayRecord } from "./gateway.ts";
import { endPayment, toPayment } from "./payment.table.ts";
import type { Payment, PaymentStatus } from "./payment.ts";

/** Consistent read; null if the payment doesn't exist. */
export async function findPayment(core: Core, payment_id: PaymentId): Promise<Payment | null> {
  const item = await readItem(core.table, keys.payment(payment_id));
  return item ? toPayment(item) : null;
}

/**
 * Carries out at the gateway what the table has decided: authorized -> captured, refunding -> refunded, voiding ->
 * voided. Ignores any other state. `written` is the state if the caller just wrote it; otherwise it is read.
 * Idempotent; throws what the gateway throws, and if it does not respond in time.
 */
export async function finishPayment(core: Core, payment_id: PaymentId, written?: PaymentStatus): Promise<void> {
  const state = written ?? (await findPayment(core, payment_id))?.state;
  if (state === "authorized")
    return finish(core, payment_id, state, await awaitGateway(core, core.gateway.capture(payment_id)));
  if (state === "voiding" || state === "refunding")
    return finish(core, payment_id, state, await voidOrRefund(core, payment_id));
}

/** The same without a waiting request: a failure is reported and left to scheduled work. */
export async function tryFinishPayment(core: Core, payment_id: PaymentId, written?: PaymentStatus): Promise<void> {
  await finishPayment(core, payment_id, written).catch((error) =>
    core.reportError("a payment is left to scheduled work", { payment_id, error }),
  );
}

/** Voids or refunds, whichever the gateway still allows. */
export async function voidOrRefund(core: Core, payment_id: PaymentId): Promise<GatewayRecord> {
  const record = await awaitGateway(core, core.gateway.void(payment_id));
  return record.state === "captured" ? awaitGateway(core, core.gateway.refund(payment_id)) : record;
}

/** The state that each state leads to once the gateway has done its part. */
const finished = {
  authorized: { to: "captured", kept: "captured" },
  voiding: { to: "voided", kept: "nothing" },
  refunding: { to: "refunded", kept: "nothing" },
} as const;

async function finish(
  core: Core,
  payment_id: PaymentId,
  from: keyof typeof finished,
  record: GatewayRecord,
): Promise<void> {
  const { to, kept } = finished[from];
  if (keptMoney(record) !== kept) {
    // A booking may be cancelled, and its payment voided, while the capture is in flight.
    if ((await findPayment(core, payment_id))?.state !== from) return;
    throw new Error(`${payment_id} should be ${to}, the gateway has ${record.state}`);
  }
  await updateItem(core.table, endPayment(payment_id, { from, to, now: core.clock() }));
}

/** The amount the gateway keeps of the payer's money. */
export function keptMoney(record: GatewayRecord): "captured" | "nothing" | "reserved" {
  if (record.state === "captured") return record.refunded === record.amount ? "nothing" : "captured";
  return record.state === "authorized" || record.state === "challenged" ? "reserved" : "nothing";
}
