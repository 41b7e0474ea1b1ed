import { cancelEvent } from "../booking/cancel-event.ts";
import type { Core } from "../core.ts";
import { carryVenue } from "../event/carry-venue.ts";
import { changeDates } from "../event/change-dates.ts";
import { copySeats } from "../event/copy-seats.ts";
import { removeEvent } from "../event/delete-event.ts";
import { findEvent } from "../event/find-event.ts";
import { makeCopies } from "../event/make-copies.ts";
import { refreshPrices } from "../event/refresh-prices.ts";
import { settleHolding } from "../hold/settle-holding.ts";
import type { EventId, HoldingId, PaymentId, UserId } from "../ids.ts";
import { finishPayment } from "../payment/finish-payment.ts";
import { update } from "../table/actions.ts";
import { shards } from "../table/due-index.ts";
import type { Key } from "../table/keys.ts";
import { queryPage } from "../table/query-items.ts";
import type { Item } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { toInstant } from "../time.ts";
import { followContact } from "../user/follow-contact.ts";

/** How long a piece of work is leased to a process, in seconds. */
const leaseSeconds = 30;
const pageSize = 25;

/**
 * One pass over all due work: payments that no request waits for, pending captures and refunds, seats to copy, events
 * being cancelled. Each piece is leased with a conditional write, so any number of processes may run this at once.
 * Returns the number of pieces processed; a failed piece is reported and becomes due again.
 */
export async function runScheduledWork(core: Core): Promise<number> {
  const counts = await Promise.all(shards.map((shard) => workShard(core, shard)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function workShard(core: Core, shard: string): Promise<number> {
  const below = toInstant(core.clock());
  const { items } = await queryPage(core.table, { index: "due", partition: shard, below, limit: pageSize });
  let worked = 0;
  for (const item of items) if (await workOn(core, item)) worked++;
  return worked;
}

async function workOn(core: Core, item: Item): Promise<boolean> {
  const key: Key = { pk: String(item.pk), sk: String(item.sk) };
  try {
    if (!(await leaseWork(core, key, String(item.due_at)))) return false;
    await finishWork(core, key);
  } catch (error) {
    core.reportError("unfinished work is left for later", { pk: key.pk, error });
  }
  return true;
}

async function leaseWork(core: Core, key: Key, read: string): Promise<boolean> {
  const values = { ":read": read, ":next": toInstant(core.clock() + leaseSeconds) };
  const leased = await updateItem(
    core.table,
    update({ key, update: "SET due_at = :next", condition: "due_at = :read", values }),
  );
  return leased.done;
}

async function finishWork(core: Core, key: Key): Promise<void> {
  const id = key.pk;
  if (id.startsWith("copies-")) return makeCopies(core, key);
  if (id.startsWith("carry-")) return carryVenue(core, key);
  if (id.startsWith("series-change-")) return changeDates(core, key);
  if (id.startsWith("refresh-")) return refreshPrices(core, key);
  if (id.startsWith("holding-")) return settleHolding(core, id as HoldingId);
  if (id.startsWith("payment-")) return finishPayment(core, id as PaymentId);
  if (id.startsWith("contact-")) return followContact(core, id.slice("contact-".length) as UserId);
  const event_id = id as EventId;
  const event = await findEvent(core.table, event_id);
  if (event?.status === "draft") await copySeats(core, event);
  else if (event?.status === "deleting") await removeEvent(core, event);
  else await cancelEvent(core, event_id);
}
