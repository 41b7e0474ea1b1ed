import { expect, it } from "vitest";
import { putReservation, type Reservation } from "../booking/invoice.table.ts";
import { moveStatus, putEventDraft, reviseEvent, type StoredEvent } from "../event/event.table.ts";
import { putPriceRefresh } from "../event-seats/price-refresh.table.ts";
import { startPaying } from "../hold/hold.table.ts";
import type { Holding } from "../hold/hold.ts";
import { SeriesId } from "../ids.ts";
import { putMail } from "../mail/mail.table.ts";
import { putAnnouncement, putReminder } from "../mail/mail-jobs.table.ts";
import { followAccount, followedKey } from "../payment/followed-account.table.ts";
import { authorizePayment, startRefunding, startVoiding } from "../payment/payment.table.ts";
import { putLook } from "../payment-events/look.table.ts";
import { putCopies } from "../series/copies.table.ts";
import { putSeriesChange } from "../series/series-change.table.ts";
import { keys } from "../table/keys.ts";
import type { Action } from "../table/transact.ts";
import { id } from "../testing/id.ts";
import { toInstant } from "../time.ts";
import { putContactJob } from "../user/user.table.ts";
import { findTask } from "./tasks.ts";

const now = 1_800_000_000;
const holding = { holding_id: id.holding(7), state: "active", attempt: 0, hold_ttl: now } as Holding;
const pay = { payment_id: id.payment(7), hold_ttl: now, look_at: now, now };
const booked = { booking_id: id.booking(7), now, look_at: now };

const reservation = {
  ...{ event_id: id.event(7), booking_id: id.booking(7), booking_date: "2026-11-22T05:04:19.123000042Z" },
  invoice: { due_at: toInstant(now), paid_at: null },
} as Reservation;
const event = { event_id: id.event(7), revision: 3, status: "paused" } as StoredEvent;
const copy = { event_id: id.event(7), start_time: toInstant(now) };
const to = { booking_id: id.booking(7), user_id: id.user(1) };
const seriesChange = {
  ...{ series_id: SeriesId.parse("series-00006"), event_id: id.event(7), decision: "one" },
  ...{ actor_id: id.user(1), fields: {} },
};

function readWork(action: Action) {
  if ("put" in action) return { key: { pk: String(action.put.pk), sk: String(action.put.sk) }, ...action.put };
  if (!("update" in action)) throw new Error("it is no put and no update");
  return { key: action.key, due_shard: action.values?.[":shard"] ?? action.values?.[":due_shard"] };
}

it.each<[string, Action]>([
  ["a holding that is paying", startPaying(holding, pay)],
  ["a payment to capture", authorizePayment(id.payment(7), booked)],
  ["a payment to void", startVoiding(id.payment(7), now)],
  [
    "a payment to refund",
    startRefunding(id.payment(7), { refund_id: "payment-00007-r1", amount: 1 }, { now, look_at: now }),
  ],
  ["an account's events to read", followAccount(null, now)],
  ["a payment to look at", putLook({ payment_id: id.payment(7), account: null, about: "money" }, { now, at: now })],
  ["seats to copy", putEventDraft({ event_id: id.event(7) } as StoredEvent, now)],
  ["an event to delete", reviseEvent({ ...event, status: "draft" }, moveStatus(event, "deleting", now), "me")],
  ["an event to cancel", reviseEvent({ ...event, status: "paused" }, moveStatus(event, "cancelling", now), "me")],
  ["a reservation that may lapse", putReservation(reservation)],
  ["copies to make", putCopies({ original: id.event(6), actor_id: id.user(1), copies: [copy], look_at: now })],
  ["a change of a series", putSeriesChange({ ...seriesChange, look_at: now })],
  ["prices to copy", putPriceRefresh({ event_id: id.event(7), price_revision: 2 }, now)],
  ["a contact to carry to bookings", putContactJob(id.user(7), now)],
  ["a change to tell", putAnnouncement({ event_id: id.event(7), revision: 2, changes: ["start_time"] }, now)],
  ...putReminder({ event_id: id.event(7), start_time: toInstant(now + 1e6) }, now).map((reminder): [string, Action] => [
    "a reminder",
    reminder,
  ]),
  ["a mail to a buyer", putMail({ kind: "reminder", event_id: id.event(7), ...to }, now)],
  ["a mail to sign in", putMail({ kind: "sign-in", request_id: "one", email: "ann@example.org", until: now }, now)],
])("%s is marked in a shard of the kind that its task has", (_, action) => {
  const { key, due_shard } = readWork(action);
  expect(due_shard).toMatch(new RegExp(`^${findTask(key)?.kind}-[0-3]$`));
});

it("an account's events are read by another task than a payment's", () => {
  const [ofAccount, ofPayment] = [followedKey(null), keys.payment(id.payment(7))].map(findTask);
  expect(ofAccount?.again).toBeLessThan(60);
  expect(ofPayment?.finish).not.toBe(ofAccount?.finish);
});

it.each([
  keys.venue(id.venue(1)),
  keys.seat(id.event(1), id.seat("A-1")),
  keys.eventText(id.event(1)),
  { pk: "mystery-1", sk: "mystery-1" },
])("$pk $sk is nobody's work", (key) => {
  expect(findTask(key)).toBeNull();
});
