import type { Core } from "../core.ts";
import { addToShard, tallyRefunded } from "../counts/counts.table.ts";
import { transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { endCalledOff, endRefunding } from "./payment.table.ts";
import type { Fees, Payment } from "./payment.ts";

/**
 * The gateway has made all refunds of a payment. For a called-off event that is counted in the same transaction, so exactly once,
 * whoever made them: also an attempt that goes on after its work was given up as dead. Nothing is written if another refund was decided
 * meanwhile.
 */
export async function endRefunds(
  core: Core,
  payment: Payment,
  ended: { to: "captured" | "refunded"; fees: Fees },
): Promise<void> {
  const now = core.clock();
  if (!payment.called_off) {
    await updateItem(core.table, endRefunding(payment, { ...ended, now }));
    return;
  }
  for (const isDead of [false, true]) {
    const { done } = await core.counterShards.acquire(payment.event_id, (shard) =>
      transact(core.table, [
        endCalledOff(payment, { ...ended, now, isDead }),
        addToShard(shard, tallyRefunded(isDead), now),
      ]),
    );
    if (done) return;
  }
}
