import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { settleWoken } from "../hold/settle-holding.ts";
import { awaitGateway } from "../payment/await-gateway.ts";
import { findPayment } from "../payment/finish-payment.ts";
import { type GatewayRecord, keyOf } from "../payment/gateway.ts";
import type { Payment } from "../payment/payment.ts";
import type { Named } from "../payment/wake.ts";
import { adoptRefund } from "../refund/adopt-refund.ts";
import { findUnrecorded } from "../refund/find-unrecorded.ts";
import { recordNewsOf } from "./record-news.ts";

/** How often a payment is asked about again after it changed between our read and our write. */
const maxAttempts = 8;

/**
 * Reads at the gateway what has become of a payment, and makes the table follow: a running attempt is settled by what the gateway says
 * of it, refunds that were made at the gateway are adopted, failed ones and disputes recorded. A payment that isn't known, or is another
 * account's or gateway's, is none of ours. Repeatable. False if it is to be looked at again later. Throws what the gateway throws, and
 * UNAVAILABLE.
 */
export async function lookAtPayment(core: Core, { payment_id, account, about }: Named): Promise<boolean> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const payment = await findPayment(core, payment_id);
    if (payment?.account !== account || payment.gateway !== core.gateway.name) return true;
    // What is said of an attempt is no news once it has ended.
    if (about === "attempt" && payment.state !== "started") return true;
    const record = await awaitGateway(core, core.gateway.find(keyOf(payment)));
    if (record === null) return true;
    const followed = await followGateway(core, payment, record);
    if (followed !== "changed") return followed === "done";
  }
  throw new EventlyError("UNAVAILABLE", {});
}

/** `changed`: the payment was, meanwhile. `later`: while a refund is under way nobody can tell what the gateway has of it. */
async function followGateway(
  core: Core,
  payment: Payment,
  record: GatewayRecord,
): Promise<"done" | "later" | "changed"> {
  if (payment.state === "started") await settleWoken(core, payment, record);
  if (record.state !== "captured" || payment.booking_id === null) return "done";
  if (!(await recordNewsOf(core, payment, record))) return "changed";
  if (payment.state === "refunding") return "later";
  for (const _ of findUnrecorded(payment, record)) if (!(await adoptRefund(core, record))) break;
  return "done";
}
