import { limitConcurrency } from "../concurrency/limit-concurrency.ts";
import type { Core } from "../core.ts";
import { hastenReading } from "../payment/followed-account.table.ts";
import { updateItem } from "../table/update-item.ts";
import { mergeWakes } from "./follow-account.ts";
import { lookAtPayment } from "./look-at-payment.ts";

const atOnce = 4;

/**
 * Heeds what webhooks have said since: the events of each account that was named are due to be read, and each payment that was named is
 * looked at. What fails here is found by the reading, so nothing is tried again. Throws UNAVAILABLE.
 */
export async function heedWakes(core: Core): Promise<void> {
  const { accounts, payments } = core.wakes.take();
  const inTurn = limitConcurrency(atOnce);
  const looks = mergeWakes(payments).map((named) =>
    inTurn(() =>
      lookAtPayment(core, named).catch((error) =>
        core.reportError("a payment is left to the reading of its account", { payment_id: named.payment_id, error }),
      ),
    ),
  );
  await Promise.all([
    ...looks,
    ...accounts.map((account) => inTurn(() => updateItem(core.table, hastenReading(account, core.clock())))),
  ]);
}
