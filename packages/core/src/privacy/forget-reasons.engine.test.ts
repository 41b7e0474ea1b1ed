import { afterAll, beforeAll, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { moveSeats } from "../box-office/move-seats.ts";
import { listEventJournal } from "../event/list-event-journal.ts";
import { toIdempotencyRecord } from "../idempotency/idempotency.table.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { withIdempotency } from "../idempotency/with-idempotency.ts";
import type { SeatId } from "../ids.ts";
import { RefundBooking } from "../refund/refund.ts";
import { refundBooking } from "../refund/refund-booking.ts";
import { openBoxOffice } from "../testing/open-box-office.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { openInvoices } from "../testing/open-invoices.ts";
import { scanTable } from "../testing/scan-table.ts";
import { newKey } from "../testing/send-with-key.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { deleteUser } from "./delete-user.ts";

let core: TestCore;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

it("how an invoice was paid goes with its buyer, from the journal too", async () => {
  const { sale, buyer, reserve, pay } = await openInvoices(core);
  const { booking_id } = await reserve("A-1");
  await pay(booking_id, "Transfer from Zoe Quill");
  const paid = async () => {
    const { items } = await listEventJournal(core, sale.organizer, { ...sale, limit: 50 });
    return items.filter(({ action }) => action === "booking.paid").map(({ reason }) => reason);
  };
  expect(await paid()).toEqual(["Transfer from Zoe Quill"]);
  await deleteUser(core, buyer, buyer);
  await letTimePass(core, 1_000);
  expect(await paid()).toEqual([null]);
  expect(JSON.stringify(await scanTable(core.table))).not.toContain("Zoe Quill");
});

it("why a part was refunded is in no answer that is kept for a repetition, which refunds nothing twice", async () => {
  const office = await openBoxOffice(core);
  const { organizer } = office.sale;
  const { guest, booking } = await office.buy("A-1", "A-2");
  const { booking_id } = booking;
  const twice = async <T>(actor: typeof guest, verb: (lease: IdempotencyLease) => Promise<T>): Promise<[T, T]> => {
    const request = { actor, route: "verb", key: newKey(), body: {} };
    const change = { run: verb, responseOf: () => ({ again: true }) as const };
    const answers = [await withIdempotency(core, request, change), await withIdempotency(core, request, change)];
    return answers.map((answer) => ("result" in answer ? answer.result : null)) as [T, T];
  };
  const refund = RefundBooking.parse({ booking_id, amount: 1000, reason: "Zoe Quill fell ill" });
  const [first, second] = await twice(organizer, (lease) => refundBooking(core, organizer, refund, lease));
  expect(second).toEqual(first);
  expect(second).toMatchObject({ refunded: 1000, refunds: [{ reason: "Zoe Quill fell ill" }] });
  const moves = { booking_id, seats: [{ from: "A-1" as SeatId, to: "B-1" as SeatId }] };
  const moved = await twice(organizer, (lease) => moveSeats(core, organizer, moves, lease));
  expect(moved.map(({ changes }) => changes)).toEqual([1, 1]);
  const cancelled = await twice(guest, (lease) => cancelBooking(core, guest, booking, lease));
  expect(cancelled.map(({ refunded }) => refunded)).toEqual([9000, 9000]);
  const kept = (await scanTable(core.table)).filter(({ pk }) => String(pk).startsWith("claim-"));
  expect(kept).toHaveLength(3);
  expect(kept.map((item) => toIdempotencyRecord(item).response)).toEqual(kept.map(() => ({ again: true })));
  await letTimePass(core, 40);
  await office.audit();
});
