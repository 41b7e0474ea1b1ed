import type { Core } from "../core.ts";
import { findEvent } from "../event/find-event.ts";
import { findHolding } from "../hold/get-hold.ts";
import { EventId, HoldingId, PaymentId } from "../ids.ts";
import type { GatewayRecord } from "../payment/gateway.ts";
import type { Payment } from "../payment/payment.ts";
import { scanItems } from "../table/scan-items.ts";

type Named = Pick<GatewayRecord, "payment_id" | "event_id" | "holding_id">;

/** Whether it has all names that a payment of ours has, in their form; others may use the gateway's account too. Pure. */
export const hasOurNames = ({ payment_id, event_id, holding_id }: Named): boolean =>
  PaymentId.safeParse(payment_id).success &&
  EventId.safeParse(event_id).success &&
  HoldingId.safeParse(holding_id).success;

/** Whether the record is that of this payment, and not another program's that has the same id. Pure. */
export function isOf(payment: Payment, record: GatewayRecord): boolean {
  const { gateway_ref, account, event_id, holding_id, amount, currency } = record;
  if (payment.gateway_ref !== gateway_ref || payment.account !== account) return false;
  // One that was voided before the gateway received it has no more than its id.
  if (event_id === null) return record.state === "voided";
  const isSale = payment.event_id === event_id && payment.holding_id === holding_id;
  return isSale && payment.amount === amount && payment.currency === currency;
}

/**
 * Tells whether a payment that the table does not know was made here after the backup: its names are ours, and its event and its holding
 * are as the table has them, or are later than all that it has. Throws UNAVAILABLE.
 */
export function openJudge(core: Core): (record: GatewayRecord) => Promise<boolean> {
  let newest: Promise<number> | null = null;
  async function isLater(event_id: EventId): Promise<boolean> {
    newest ??= findNewestEvent(core);
    return numberOf(event_id) > (await newest);
  }
  return async (record) => {
    const { event_id, holding_id, currency } = record;
    if (!hasOurNames(record) || event_id === null || holding_id === null) return false;
    const [event, holding] = [await findEvent(core.table, event_id), await findHolding(core, holding_id)];
    if (holding && holding.event_id !== event_id) return false;
    return event ? event.currency === currency : isLater(event_id);
  };
}

const numberOf = (event_id: string): number => Number(event_id.slice("event-".length));

/** The number of the newest event, 0 if there is none: their numbers are given out one by one. Reads the whole table. */
async function findNewestEvent({ table }: Core): Promise<number> {
  let newest = 0;
  for await (const { pk, sk } of scanItems(table, ["pk", "sk"]))
    if (sk === "EVENT") newest = Math.max(newest, numberOf(String(pk)));
  return newest;
}
