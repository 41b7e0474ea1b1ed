import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { findHolding } from "../hold/get-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { startPayment } from "../hold/start-payment.ts";
import type { PaymentId } from "../ids.ts";
import { kinds } from "../table/sequences.ts";
import { id } from "../testing/id.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { raiseSequences } from "./raise-sequences.ts";
import { settleLedger } from "./settle-ledger.ts";

let core: TestCore;
let sale: Sale;
let unknown = 40_000;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());
beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 10 });
});

const numberOf = (id: string): number => Number(id.split("-")[1]);
const neverAborted = new AbortController().signal;

async function book(seat: string): Promise<BookingView> {
  const buyer = await newGuest(core);
  const { holding_id } = await placeHold(core, buyer, ask(sale.event_id, seat));
  const booking = await confirmHold(core, buyer, { holding_id, payment: { token: "tok_visa" } });
  await core.background.settled();
  return booking as BookingView;
}

/** What the gateway knows of a sale that was made after the backup. */
async function payUnknown(token = "tok_visa"): Promise<PaymentId> {
  const payment_id = id.payment(unknown++);
  const sold = {
    event_id: sale.event_id,
    holding_id: id.holding(unknown + 7),
    amount: 4500,
    currency: "USD",
    token,
  };
  await core.gateway.authorize({ ...id.key(payment_id), ...sold }, neverAborted);
  return payment_id;
}

describe("the sequences after a restore", () => {
  it("continue above every id known to the table or the gateway, in every process", async () => {
    const { booking_id } = await book("A-1");
    await payUnknown();
    const highest = unknown + 6;
    const raised = await raiseSequences(core);
    const other = await openCore({ alongside: core });
    for (const kind of kinds) {
      const id = await other.ids.next(kind);
      expect(numberOf(id)).toBe(raised[kind] + 1);
      expect(numberOf(id)).toBeGreaterThan(1_000);
    }
    expect(raised.booking).toBeGreaterThan(numberOf(booking_id));
    expect(Math.min(raised.payment, raised.holding)).toBeGreaterThan(highest);
    await other.close();
  });

  it("skip more if more was issued since, including ids stored nowhere", async () => {
    const before = numberOf(await core.ids.next("payment"));
    unknown = before + 5_000;
    await payUnknown();
    const raised = await raiseSequences(core);
    expect(raised.booking).toBeGreaterThan(2 * (unknown - before));
  });

  it("never go back", async () => {
    const first = await raiseSequences(core);
    const second = await raiseSequences(core);
    for (const kind of kinds) expect(second[kind]).toBeGreaterThan(first[kind]);
  });
});

describe("the money after a restore", () => {
  beforeEach(async () => {
    await settleLedger(core);
  });

  it("is returned once to buyers whose bookings are lost", async () => {
    const kept = await book("A-1");
    const lost = [await payUnknown(), await payUnknown(), await payUnknown("tok_challenge")];
    await core.gateway.capture(id.key(lost[0] ?? ""));
    expect(await settleLedger(core)).toMatchObject({ returned: 3, cancelled: 0 });
    const records = await Promise.all(lost.map((payment_id) => core.gateway.find(id.key(payment_id))));
    expect(records.map((record) => [record?.state, record?.refunded])).toEqual([
      ["captured", 4500],
      ["voided", 0],
      ["voided", 0],
    ]);
    expect(await settleLedger(core)).toMatchObject({ returned: 0, cancelled: 0 });
    expect(await findBooking(core, kept.booking_id)).toMatchObject({ state: "confirmed" });
    await expectCleanAudit(core, sale.event_id);
  });

  it("of other programs on the same account is left alone, and named", async () => {
    const kept = await book("A-1");
    const { payment_id = id.payment(0), holding_id } = (await findBooking(core, kept.booking_id)) ?? {};
    const sold = { event_id: sale.event_id, amount: 4500, currency: "USD", token: "tok_visa" };
    const foreign = {
      pi_another: { ...sold, holding_id: id.holding("order-7") },
      [id.payment(unknown++)]: { ...sold, holding_id: id.holding(80_000), event_id: id.event("show-1") },
      [id.payment(unknown++)]: { ...sold, holding_id: id.holding(80_001), currency: "NOK" },
      [id.payment(unknown++)]: { ...sold, holding_id: id.holding(80_002), event_id: id.event(0) },
      [id.payment(unknown++)]: {
        ...{ ...sold, event_id: id.event(90_000) },
        holding_id: holding_id ?? id.holding(0),
      },
    };
    const later = { ...sold, holding_id: id.holding(80_003), event_id: id.event(90_001) };
    const all = { ...foreign, [id.payment(unknown++)]: later };
    for (const [name, input] of Object.entries(all)) {
      await core.gateway.authorize({ ...id.key(name), ...input }, neverAborted);
      await core.gateway.capture(id.key(name));
    }
    const settled = await settleLedger(core);
    expect(settled).toMatchObject({ returned: 1, failed: [] });
    expect(settled.foreign).toEqual(Object.keys(foreign));
    for (const name of Object.keys(foreign))
      expect(await core.gateway.find(id.key(name))).toMatchObject({ state: "captured", refunded: 0 });
    // One that has the id of a payment of ours is not its record either.
    const list = async () => [{ ...(await core.gateway.find(id.key(String(payment_id)))), gateway_ref: "pi_same" }];
    const mixed = { ...core, gateway: { ...core.gateway, list } } as unknown as TestCore;
    expect(await settleLedger(mixed)).toMatchObject({ foreign: ["pi_same"], cancelled: 0, adopted: 0 });
  });

  it("that can't be settled for one payment keeps none of the others, and is named", async () => {
    const lost = [await payUnknown(), await payUnknown(), await payUnknown()];
    for (const payment_id of lost) await core.gateway.capture(id.key(payment_id));
    const { refund } = core.gateway;
    const failing: typeof refund = (key, asked) =>
      key.payment_id === lost[0] ? Promise.reject(new Error("it failed at the bank")) : refund(key, asked);
    const broken = { ...core, gateway: { ...core.gateway, refund: failing } } as TestCore;
    expect(await settleLedger(broken)).toMatchObject({
      ...{ returned: 2, foreign: expect.any(Array) },
      failed: [{ payment_id: lost[0], error: "it failed at the bank" }],
    });
    expect(await settleLedger(core)).toMatchObject({ returned: 1, failed: [] });
  });

  it("cancels the booking that had been cancelled after the backup, and frees its seats", async () => {
    const { booking_id } = await book("A-2");
    const booking = await findBooking(core, booking_id);
    const payment_id = booking?.payment_id ?? "";
    await core.gateway.refund(id.key(payment_id), { refund_id: `${payment_id}-r1`, amount: 4500 });
    expect(await settleLedger(core)).toMatchObject({ cancelled: 1 });
    expect(await findBooking(core, booking_id)).toMatchObject({ state: "cancelled", refund: { amount: 4500 } });
    expect(await settleLedger(core)).toMatchObject({ cancelled: 0 });
    await expectCleanAudit(core, sale.event_id);
    expect((await book("A-2")).state).toBe("confirmed");
  });

  it.each([true, false])(
    "of a payment that was under way at the backup is kept, or was given back since: %s",
    async (givenBack) => {
      const buyer = await newGuest(core);
      const { holding_id } = await placeHold(core, buyer, ask(sale.event_id, "A-3"));
      const holding = await findHolding(core, holding_id);
      const paying = holding && (await startPayment(core, buyer, holding, { account: null }));
      if (!paying) throw new Error("the payment did not start");
      const { payment_id } = paying.payment;
      const sold = {
        ...id.key(payment_id),
        event_id: sale.event_id,
        holding_id,
        amount: 4500,
        currency: "USD",
        token: "tok_visa",
      };
      await core.gateway.authorize(sold, neverAborted);
      await core.gateway.capture(sold);
      if (givenBack) await core.gateway.refund(sold, { refund_id: `${payment_id}-r1`, amount: 4500 });

      expect(await settleLedger(core)).toMatchObject({ returned: 0, cancelled: givenBack ? 1 : 0 });
      await letTimePass(core, 200);
      const { counted } = await expectCleanAudit(core, sale.event_id);
      expect(counted).toMatchObject({ bookings: 1, cancelled: givenBack ? 1 : 0, at_gateway: givenBack ? 0 : 4500 });
      core.faults.length = 0;
    },
  );
});
