import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvent } from "../audit/audit-event.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import { nextRefundId } from "../booking/refunds.rules.ts";
import type { BookingId, PaymentId } from "../ids.ts";
import { findPayment } from "../payment/finish-payment.ts";
import { adoptRefund } from "../refund/adopt-refund.ts";
import { id } from "../testing/id.ts";
import { openBoxOffice } from "../testing/open-box-office.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { settleLedger } from "./settle-ledger.ts";

let core: TestCore;
let office: Awaited<ReturnType<typeof openBoxOffice>>;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());
beforeEach(async () => {
  office = await openBoxOffice(core);
});

async function buy(): Promise<{ booking_id: BookingId; payment_id: PaymentId }> {
  const { booking_id } = (await office.buy("A-1", "A-2")).booking;
  const booking = await findBooking(core, booking_id);
  return { booking_id, payment_id: booking?.payment_id ?? id.payment(0) };
}

/** As a refund that was made after the backup: the gateway has it, and the table has not. */
const refundSince = (payment_id: PaymentId, n: number, amount: number) =>
  core.gateway.refund(id.key(payment_id), { refund_id: `${payment_id}-r${n}`, amount });

const faults = async () => (await auditEvent(core, office.sale.event_id)).faults.map(({ finding }) => finding);

describe("refunds of parts after a restore", () => {
  it("are recorded once by their names and amounts, and the seats stay", async () => {
    const { booking_id, payment_id } = await buy();
    await refundSince(payment_id, 1, 1000);
    await refundSince(payment_id, 3, 500);
    expect(await faults()).toEqual([
      "keeps 7500 at the gateway, the bookings say 9000",
      `gave back 0 as ${payment_id}-r1, the gateway says 1000`,
      `gave back 0 as ${payment_id}-r3, the gateway says 500`,
    ]);
    expect(await settleLedger(core)).toMatchObject({ adopted: 2, cancelled: 0 });
    const booking = await findBooking(core, booking_id);
    expect(booking).toMatchObject({ state: "confirmed", seats: ["A-1", "A-2"], refunded: 1500 });
    expect(booking?.refunds?.map(({ refund_id }) => refund_id)).toEqual([`${payment_id}-r1`, `${payment_id}-r3`]);
    expect(booking && nextRefundId(booking)).toBe(`${payment_id}-r4`);
    expect(await settleLedger(core)).toMatchObject({ adopted: 0, cancelled: 0 });
    await office.audit();
    await office.refund(booking_id, { amount: 7500 });
    await office.audit();
  });

  it("that returned everything cancel the booking, by the name that the gateway has", async () => {
    const { booking_id, payment_id } = await buy();
    await refundSince(payment_id, 2, 4500);
    await refundSince(payment_id, 3, 4500);
    expect(await settleLedger(core)).toMatchObject({ adopted: 1, cancelled: 1 });
    expect(await findBooking(core, booking_id)).toMatchObject({
      ...{ state: "cancelled", refunded: 9000, refund: { amount: 4500 } },
      refunds: [{ refund_id: `${payment_id}-r2` }, { refund_id: `${payment_id}-r3` }],
    });
    expect(await settleLedger(core)).toMatchObject({ adopted: 0, cancelled: 0 });
    await office.audit();
  });
});

describe("refunds made at the gateway itself", () => {
  it("are named by the audit until they are recorded, each for itself", async () => {
    const { booking_id, payment_id } = await buy();
    await core.gateway.refundThere(payment_id, 700);
    await core.gateway.refundThere(payment_id, 700);
    expect(await faults()).toContain(
      "has a refund without a record: 1400 given back at the gateway itself, 0 recorded",
    );
    expect(await settleLedger(core)).toMatchObject({ adopted: 2 });
    expect(await findPayment(core, payment_id)).toMatchObject({
      refunds: [
        { amount: 700, state: "done", found: true },
        { amount: 700, state: "done", found: true },
      ],
    });
    await office.audit();
    await office.refund(booking_id, { seats: ["A-1"] });
    expect(await settleLedger(core)).toMatchObject({ adopted: 0 });
    await office.audit();
  });

  it("of everything leave the seats to their buyer", async () => {
    const { booking_id, payment_id } = await buy();
    await core.gateway.refundThere(payment_id, 9000);
    expect(await settleLedger(core)).toMatchObject({ adopted: 1, cancelled: 0 });
    expect(await findBooking(core, booking_id)).toMatchObject({ state: "confirmed", refunded: 9000 });
    expect(await findPayment(core, payment_id)).toMatchObject({ state: "refunded" });
    await office.audit();
  });

  it("that nobody recorded keep the rest from no buyer who cancels, and give nothing back twice", async () => {
    const { booking_id, payment_id } = await buy();
    await core.gateway.refundThere(payment_id, 5000);
    await cancelBooking(core, office.sale.organizer, { booking_id });
    expect(await core.gateway.find(id.key(payment_id))).toMatchObject({
      refunded: 9000,
      refunds: [
        { refund_id: null, amount: 5000 },
        { refund_id: `${payment_id}-r1`, amount: 4000 },
      ],
    });
    expect(await findPayment(core, payment_id)).toMatchObject({ state: "refunded" });
    await office.audit();
    expect(await settleLedger(core)).toMatchObject({ adopted: 0 });
  });

  it("that nobody recorded before more was decided here than was left are recorded by what is left", async () => {
    const { booking_id, payment_id } = await buy();
    await core.gateway.refundThere(payment_id, 8000);
    await office.refund(booking_id, { amount: 3000 });
    expect(await faults()).toContain("keeps 0 at the gateway, the bookings say 6000");
    expect(await settleLedger(core)).toMatchObject({ adopted: 1, cancelled: 0 });
    expect(await findBooking(core, booking_id)).toMatchObject({ state: "confirmed", refunded: 9000 });
    expect(await findPayment(core, payment_id)).toMatchObject({ state: "refunded" });
    await office.audit();
    expect(await settleLedger(core)).toMatchObject({ adopted: 0 });
  });

  it("are named apart from those that are still to be recorded", async () => {
    const { booking_id, payment_id } = await buy();
    await core.gateway.refundThere(payment_id, 100);
    await refundSince(payment_id, 1, 200);
    expect(await settleLedger(core)).toMatchObject({ adopted: 2 });
    const names = (await findBooking(core, booking_id))?.refunds?.map(({ refund_id }) => refund_id);
    expect(names).toEqual([`${payment_id}-r2`, `${payment_id}-r1`]);
    await office.audit();
  });

  it("are recorded once by two processes that find one at the same time", async () => {
    const [first, second] = await openTwoCores();
    const shared = await openBoxOffice(first);
    const { booking } = await shared.buy("A-1", "A-2");
    const payment_id = (await findBooking(first, booking.booking_id))?.payment_id ?? id.payment(0);
    await first.gateway.refundThere(payment_id, 700);
    const record = await first.gateway.find(id.key(payment_id));
    if (!record) throw new Error("the gateway knows no such payment");
    const adopted = await Promise.all([first, second, first, second].map((side) => adoptRefund(side, record)));
    expect(adopted.filter(Boolean)).toHaveLength(1);
    await letTimePass(first, 60);
    await shared.audit();
  });
});
