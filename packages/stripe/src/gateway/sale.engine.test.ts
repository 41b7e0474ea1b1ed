import { auditEvent } from "@evently/core/audit/audit-event";
import type { BookingView } from "@evently/core/booking";
import { cancelBooking } from "@evently/core/booking/cancel-booking";
import type { PendingConfirmation } from "@evently/core/hold";
import { confirmHold } from "@evently/core/hold/confirm-hold";
import { placeHold } from "@evently/core/hold/place-hold";
import type { HoldingId } from "@evently/core/ids";
import { settleLedger } from "@evently/core/recovery/settle-ledger";
import { refundBooking } from "@evently/core/refund/refund-booking";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { ask, newGuest, openEvent, type Sale } from "@evently/core/testing/open-event";
import { race } from "@evently/core/testing/race";
import { expectCleanAudit, letTimePass } from "@evently/core/testing/settle-everything";
import type { Actor } from "@evently/core/user";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Fault } from "../testing/double/faults.ts";
import { openSeller, type Seller } from "../testing/open-seller.ts";

let core: TestCore;
let seller: Seller;
let sale: Sale;
let guest: Actor;
beforeAll(async () => {
  [core, seller] = [await openCore(), await openSeller()];
  Object.assign(core, { gateway: seller.gateway });
});
afterAll(async () => {
  await core.close();
  await seller.double.close();
});
beforeEach(async () => {
  await seller.double.order({ order: "forget_faults" });
  sale = await openEvent(core, { rows: 1, perRow: 6 });
  guest = await newGuest(core);
});

const visa = "pm_card_visa";

function confirm(holding_id: HoldingId, token: string | null = visa): Promise<BookingView | PendingConfirmation> {
  return confirmHold(core, guest, { holding_id, ...(token ? { payment: { token } } : {}) });
}

async function hold(...seats: string[]): Promise<HoldingId> {
  return (await placeHold(core, guest, ask(sale.event_id, ...seats))).holding_id;
}

/** What Stripe has of the event, and whatever else has money there. */
const atStripe = () => seller.gateway.listByEvent(sale.event_id, [null]);

const soldFor = async (revenue: number) => {
  const { counted } = await expectCleanAudit(core, sale.event_id);
  expect([counted.revenue, counted.at_gateway]).toEqual([revenue, revenue]);
};

test("a booking is paid by one intent, and given back when it is cancelled", async () => {
  const booking = (await confirm(await hold("A-1", "A-2"))) as BookingView;
  expect(booking.payment_status).toBe("authorized");
  await soldFor(9_000);
  expect(await atStripe()).toMatchObject([{ state: "captured", amount: 9_000, refunded: 0 }]);
  await cancelBooking(core, guest, booking);
  await soldFor(0);
  expect(await atStripe()).toMatchObject([{ state: "captured", refunded: 9_000 }]);
});

test("a part of a booking goes back by the name it has here", async () => {
  const booking = (await confirm(await hold("A-1", "A-2"))) as BookingView;
  const { booking_id } = booking;
  await refundBooking(core, sale.organizer, { booking_id, seats: booking.seats.slice(1), reason: "A broken chair" });
  await soldFor(4_500);
  await refundBooking(core, sale.organizer, { booking_id, amount: 500, reason: "A late start" });
  await soldFor(4_000);
  const [record] = await atStripe();
  const refunds = [4_500, 500].map((amount, at) => ({ refund_id: `${record?.payment_id}-r${at + 1}`, amount }));
  expect(record).toMatchObject({ state: "captured", amount: 9_000, refunds, refunded: 5_000 });
});

test("a decline books nothing, and another card pays", async () => {
  const holding_id = await hold("A-1");
  const declined = confirm(holding_id, "pm_card_visa_chargeDeclinedInsufficientFunds");
  await expect(declined).rejects.toMatchObject({
    ...{ code: "PAYMENT_DECLINED", details: { reason: "insufficient_funds" } },
  });
  await confirm(holding_id);
  await soldFor(4_500);
});

describe("a challenge", () => {
  async function challenge() {
    const holding_id = await hold("A-1");
    const { next_action } = (await confirm(holding_id, "pm_card_threeDSecure2Required")) as PendingConfirmation;
    if (next_action.type !== "stripe") throw new Error("no challenge of Stripe's");
    const intent = next_action.client_secret.replace(/_secret_.*/, "");
    const answer = (approve: boolean) => seller.double.order({ order: "answer_challenge", intent, approve });
    return { holding_id, answer };
  }

  test("that is passed books the seats", async () => {
    const { holding_id, answer } = await challenge();
    await answer(true);
    expect(await confirm(holding_id, null)).toMatchObject({ state: "confirmed" });
    await soldFor(4_500);
  });

  test("that is failed leaves the seats held", async () => {
    const { holding_id, answer } = await challenge();
    await answer(false);
    await expect(confirm(holding_id, null)).rejects.toMatchObject({ details: { reason: "challenge_failed" } });
    await confirm(holding_id);
    await soldFor(4_500);
  });

  test("that nobody answers ends, and can't be passed afterwards", async () => {
    const { answer } = await challenge();
    await letTimePass(core, 1_000);
    await expect(answer(true)).rejects.toThrow("unexpected_state");
    await soldFor(0);
    expect(await atStripe()).toMatchObject([{ state: "voided" }]);
  });
});

test("many confirms of the same hold are one booking and one payment with money", async () => {
  const holding_id = await hold("A-1", "A-2");
  const { broken } = await race(Array.from({ length: 10 }, () => confirm(holding_id)));
  expect(broken).toEqual([]);
  await letTimePass(core, 1_000);
  await soldFor(9_000);
  expect((await atStripe()).filter(({ state }) => state === "captured")).toHaveLength(1);
});

/** Every call that moves a payment on, and then every way in which it can go wrong. */
const calls = ["/payment_intents$", "/confirm$", "/capture$"];
const mishaps: [string, (path: string) => Fault][] = [
  ["its reply is lost", (path) => ({ method: "POST", path, times: 2, kind: "lose", when: "after" })],
  ["it never arrives", (path) => ({ method: "POST", path, times: 2, kind: "lose", when: "before" })],
  ["Stripe fails", (path) => ({ ...refused(path), status: 500, type: "api_error", isKept: true })],
  ["Stripe is busy", (path) => ({ ...refused(path), status: 429, type: "invalid_request_error", isKept: false })],
  ["Stripe dies before it", (path) => ({ method: "POST", path, times: 1, kind: "die", when: "before" })],
  ["Stripe dies after it", (path) => ({ method: "POST", path, times: 1, kind: "die", when: "after" })],
];
const refused = (path: string) => ({ method: "POST", path, times: 1, kind: "fail" }) as const;

describe.each(calls)("where of %s", (path) => {
  test.each(mishaps)("%s, the buyer has seats for money, or neither", async (_, toFault) => {
    const fault = toFault(path);
    const holding_id = await hold("A-1");
    await seller.double.addFault(fault);
    const outcome = await race([confirm(holding_id)]);
    expect(outcome.broken).toEqual([]);
    if (fault.kind === "die") await seller.double.restart("await death");
    await letTimePass(core, 1_000);
    expect(await seller.double.order({ order: "forget_faults" })).toBe(0);
    const { counted } = await expectCleanAudit(core, sale.event_id);
    expect(counted.revenue).toBe(counted.booked * 4_500);
    const captured = (await atStripe()).filter(({ state }) => state === "captured");
    expect(captured.reduce((sum, { amount }) => sum + amount, 0)).toBe(counted.revenue);
    if (outcome.won.length > 0) expect(counted.booked).toBe(1);
  });
});

describe("an audit", () => {
  test("finds a charge planted at Stripe without a record", async () => {
    const { event_id } = sale;
    const planted = await seller.stripe.paymentIntents.create({
      ...{ amount: 4_500, currency: "usd", confirm: true, payment_method: visa, metadata: { event_id } },
    });
    const { faults } = await auditEvent(core, event_id);
    expect(faults).toMatchObject([{ about: planted.id }]);
    expect(await settleLedger(core)).toMatchObject({ returned: 0, foreign: [planted.id] });
    expect(await seller.stripe.paymentIntents.retrieve(planted.id)).toMatchObject({ amount_received: 4_500 });
  });

  test("finds a refund made in the dashboard", async () => {
    await confirm(await hold("A-1"));
    await soldFor(4_500);
    const [record] = await atStripe();
    await seller.stripe.refunds.create({ payment_intent: record?.gateway_ref ?? "", amount: 1_000 });
    const { faults } = await auditEvent(core, sale.event_id);
    expect(new Set(faults.map(({ about }) => about))).toEqual(new Set([record?.payment_id]));
    expect(faults.map(({ finding }) => finding).join()).toContain("a refund without a record: 1000 given back");
    await settleLedger(core);
    await soldFor(3_500);
  });
});
