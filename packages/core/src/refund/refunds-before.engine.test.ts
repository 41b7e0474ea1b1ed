import { afterEach, beforeEach, expect, it } from "vitest";
import { findBooking, getBooking } from "../booking/get-booking.ts";
import { readCounts } from "../counts/read-counts.ts";
import { findPayment } from "../payment/finish-payment.ts";
import { settleLedger } from "../recovery/settle-ledger.ts";
import { id } from "../testing/id.ts";
import { openTableBefore, type TableBefore } from "../testing/open-table-before.ts";
import { expectCleanEvents, letTimePass } from "../testing/settle-everything.ts";
import { RefundBooking } from "./refund.ts";
import { refundBooking } from "./refund-booking.ts";

let opened: TableBefore;
beforeEach(async () => {
  opened = await openTableBefore();
});
afterEach(() => opened.core.close());

const refund = (booking_id: string, part: { seats?: string[]; amount?: number }) =>
  refundBooking(
    opened.core,
    opened.before.users.organizer,
    RefundBooking.parse({ booking_id, reason: "The view is restricted", ...part }),
  );

it("a booking of the version before is refunded in parts, whether its payment was captured or not yet", async () => {
  const { core, before } = opened;
  for (const name of ["paid", "authorized"] as const) {
    const booking = await findBooking(core, before.bookings[name]);
    const total = booking?.total ?? 0;
    const parts = await refund(before.bookings[name], { amount: 1000 });
    expect(parts).toMatchObject({ state: "confirmed", refunded: 1000, payment_status: "partly_refunded" });
    const [seat = ""] = parts.seats;
    await refund(before.bookings[name], { seats: [seat] });
    const payment = await findPayment(core, booking?.payment_id ?? id.payment(0));
    const record = payment && (await core.gateway.find(payment));
    expect(record).toMatchObject({ state: "captured", amount: total });
    expect(record?.refunds.map(({ refund_id }) => refund_id)).toEqual(
      payment?.refunds.map(({ refund_id }) => refund_id),
    );
  }
  await letTimePass(core, 200, 100);
  await expectCleanEvents(core, before);
  expect(core.faults).toEqual([]);
});

it("what the version before gave back as a whole reads as one refund, and is not given back once more", async () => {
  const { core, before } = opened;
  const { attendee, organizer } = before.users;
  const earlier = await readCounts(core, before.events.concert);
  await letTimePass(core, 200, 100);
  for (const name of ["cancelled", "refunding"] as const) {
    const booking = await findBooking(core, before.bookings[name]);
    const actor = booking?.user_id === attendee.user_id ? attendee : organizer;
    const view = await getBooking(core, actor, { booking_id: before.bookings[name] });
    expect(view).toMatchObject({ state: "cancelled", payment_status: "refunded", refunded: view.total });
    expect(view.refunds).toMatchObject([{ refund_id: `${booking?.payment_id}-r1`, amount: view.total, state: "done" }]);
  }
  expect(await settleLedger(core)).toMatchObject({ adopted: 0, cancelled: 0 });
  expect(await readCounts(core, before.events.concert)).toMatchObject({ refunds: 0, refunded: earlier.refunded });
  await expectCleanEvents(core, before);
  expect(core.faults).toEqual([]);
});
