import type { Core } from "../core.ts";
import { addToShard, tallyDead } from "../counts/counts.table.ts";
import type { PaymentId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { type Action, transact, type UpdateAction } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { findPayment } from "./finish-payment.ts";
import { callOffRefunding, checkNotRefunding, startRefunding, toPayment } from "./payment.table.ts";

/** `isRefunded`: nothing is owed, nor on its way from before. The actions fail once the payment is not as it was read. */
type CalledOff = { actions: Action[]; isRefunded: boolean };

/** What a called-off event makes of a booking's payment, null where it had none; `refund` is null where nothing is left of it. */
export async function callOffPayment(
  core: Core,
  payment_id: PaymentId | null,
  refund: { refund_id: string; amount: number } | null,
): Promise<CalledOff> {
  if (!payment_id) return { actions: [], isRefunded: true };
  const now = core.clock();
  const look_at = now + core.rules.GATEWAY_TIMEOUT;
  if (refund) {
    const action = startRefunding(payment_id, refund, { now, look_at, isCalledOff: true });
    return { actions: [action], isRefunded: false };
  }
  const isRefunding = (await findPayment(core, payment_id))?.state === "refunding";
  const action = isRefunding ? callOffRefunding(payment_id, now) : checkNotRefunding(payment_id);
  return { actions: [action], isRefunded: !isRefunding };
}

/** Writes that a payment's work is dead, or -1: that it is revived. A refund of a called-off event is counted as failed meanwhile. */
export async function writeDead(
  core: Core,
  payment_id: PaymentId,
  by: 1 | -1,
  action: UpdateAction,
): Promise<{ done: boolean }> {
  const item = await readItem(core.table, keys.payment(payment_id));
  if (item?.state !== "refunding" || !item.called_off) return updateItem(core.table, action);
  return core.counterShards.acquire(toPayment(item).event_id, (shard) =>
    transact(core.table, [action, addToShard(shard, tallyDead(by), core.clock())]),
  );
}
