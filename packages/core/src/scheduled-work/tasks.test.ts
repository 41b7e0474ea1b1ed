import { expect, it } from "vitest";
import { putEventDraft, type StoredEvent } from "../event/event.table.ts";
import { startPaying } from "../hold/hold.table.ts";
import type { Holding } from "../hold/hold.ts";
import { authorizePayment, startRefunding, startVoiding } from "../payment/payment.table.ts";
import { keys } from "../table/keys.ts";
import type { Action } from "../table/transact.ts";
import { id } from "../testing/id.ts";
import { findTask } from "./tasks.ts";

const now = 1_800_000_000;
const holding = { holding_id: id.holding(7), state: "active", attempt: 0, hold_ttl: now } as Holding;
const pay = { payment_id: id.payment(7), hold_ttl: now, look_at: now, now };
const booked = { booking_id: id.booking(7), now, look_at: now };

function readWork(action: Action) {
  if ("put" in action) return { key: { pk: String(action.put.pk), sk: String(action.put.sk) }, ...action.put };
  if (!("update" in action)) throw new Error("it is no put and no update");
  return { key: action.key, due_shard: action.values?.[":shard"] };
}

it.each<[string, Action]>([
  ["a holding that is paying", startPaying(holding, pay)],
  ["a payment to capture", authorizePayment(id.payment(7), booked)],
  ["a payment to void", startVoiding(id.payment(7), now)],
  ["a payment to refund", startRefunding(id.payment(7), now, now)],
  ["seats to copy", putEventDraft({ event_id: id.event(7) } as StoredEvent, now)],
])("%s is marked in a shard of the kind that its task has", (_, action) => {
  const { key, due_shard } = readWork(action);
  expect(due_shard).toMatch(new RegExp(`^${findTask(key)?.kind}-[0-3]$`));
});

it.each([
  keys.venue(id.venue(1)),
  keys.seat(id.event(1), id.seat("A-1")),
  keys.eventText(id.event(1)),
  keys.booking(id.event(1), "2026-11-22T05:04:19.123000042Z"),
  { pk: "mystery-1", sk: "mystery-1" },
])("$pk $sk is nobody's work", (key) => {
  expect(findTask(key)).toBeNull();
});
