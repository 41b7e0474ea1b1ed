import { auditEvent } from "@evently/core/audit/audit-event";
import { getBooking } from "@evently/core/booking/get-booking";
import { findPayment } from "@evently/core/payment/finish-payment";
import { followedKey } from "@evently/core/payment/followed-account.table";
import { followEvents } from "@evently/core/payment-events/follow-account";
import { refundBooking } from "@evently/core/refund/refund-booking";
import { journalOf } from "@evently/core/table/keys";
import { queryItems } from "@evently/core/table/query-items";
import { readItem } from "@evently/core/table/read-item";
import { interposeWrites } from "@evently/core/testing/interpose-writes";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { expectCleanAudit, letTimePass } from "@evently/core/testing/settle-everything";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { followStripe, openFollowed, openFollowedSale, passAMinute } from "../testing/open-followed-sale.ts";
import type { Seller } from "../testing/open-seller.ts";

let opened: Awaited<ReturnType<typeof openFollowed>>;
let core: TestCore;
let seller: Seller;
let sale: Awaited<ReturnType<typeof openFollowedSale>>;
beforeAll(async () => {
  opened = await openFollowed();
  ({ core, seller } = opened);
});
afterAll(() => opened.close());
beforeEach(async () => {
  await seller.double.order({ order: "forget_faults" });
  sale = await openFollowedSale(core, seller);
});

const refundInDashboard = (payment_intent: string, amount: number) =>
  seller.stripe.refunds.create({ payment_intent, amount });
const dispute = (intent: string) =>
  seller.double.order<{ id: string }>({ order: "open_dispute", account: null, intent, reason: "fraudulent" });
const findings = async () => (await auditEvent(core, sale.event_id)).faults.map(({ finding }) => finding).join("\n");
const seenBy = (actor: typeof sale.buyer, { booking_id }: { booking_id: string }) =>
  getBooking(core, actor, { booking_id: booking_id as never });

async function journaled(action: string): Promise<Record<string, unknown>[]> {
  const entries: Record<string, unknown>[] = [];
  for await (const entry of queryItems(core.table, { partition: journalOf(sale.event_id) })) entries.push(entry);
  return entries.filter((entry) => entry.action === action);
}

describe("without any webhook", () => {
  test("a refund made in the dashboard is in booking, payment and counts a minute later", async () => {
    const { booking, payment_id, intent } = await sale.buy("A-1", "A-2");
    await refundInDashboard(intent, 1_000);
    expect(await findings()).toContain("a refund without a record: 1000 given back");
    await passAMinute(core);
    const { counted } = await expectCleanAudit(core, sale.event_id);
    expect([counted.revenue, counted.at_gateway, counted.booked]).toEqual([8_000, 8_000, 2]);
    expect(await seenBy(sale.buyer, booking)).toMatchObject({ state: "confirmed", refunded: 1_000 });
    const found = { refund_id: `${payment_id}-r1`, amount: 1_000, state: "done", found: true };
    expect((await findPayment(core, payment_id))?.refunds).toMatchObject([found]);
    await passAMinute(core);
    expect(await journaled("booking.refunded")).toHaveLength(1);
  });

  test("a dispute is the box office's to see, and no fault once it is recorded", async () => {
    const { booking, intent } = await sale.buy("A-1");
    const { id } = await dispute(intent);
    expect(await findings()).toContain(`has the dispute ${id}, open at the gateway, not recorded here`);
    await passAMinute(core);
    const { counted } = await expectCleanAudit(core, sale.event_id);
    expect(counted).toMatchObject({ open_disputes: 1, revenue: 4_500 });
    const seen = { state: "open", amount: 4_500, at: expect.stringMatching(/^20/) };
    expect(await seenBy(sale.organizer, booking)).toMatchObject({ state: "confirmed", dispute: seen });
    expect(await seenBy(sale.buyer, booking)).toMatchObject({ dispute: null });
  });

  test.each(["won", "lost"] as const)("a dispute that is %s stands as the bank says", async (status) => {
    const { booking, payment_id, intent } = await sale.buy("A-1");
    const { id } = await dispute(intent);
    await passAMinute(core);
    const [open] = (await findPayment(core, payment_id))?.disputes ?? [];
    expect(open).toMatchObject({ reason: "fraudulent", answer_by: expect.stringMatching(/^20/) });
    await seller.double.order({ order: "answer_dispute", account: null, dispute: id });
    await passAMinute(core);
    expect((await findPayment(core, payment_id))?.disputes).toEqual([{ ...open, answer_by: null }]);
    await seller.double.order({ order: "close_dispute", account: null, dispute: id, status });
    await passAMinute(core);
    expect(await seenBy(sale.organizer, booking)).toMatchObject({ dispute: { state: status } });
    expect(await expectCleanAudit(core, sale.event_id)).toMatchObject({ counted: { open_disputes: 0 } });
    const changes = (await journaled("booking.disputed")).map((entry) => entry.changes);
    expect(changes).toMatchObject([{ dispute: { after: "open" } }, { dispute: { before: "open", after: status } }]);
  });

  test("a refund that fails at the bank later is owed, until the seller has made another", async () => {
    const { booking, payment_id, intent } = await sale.buy("A-1", "A-2");
    await refundBooking(core, sale.organizer, {
      booking_id: booking.booking_id,
      amount: 1_000,
      reason: "A late start",
    });
    await letTimePass(core, 100);
    await expectCleanAudit(core, sale.event_id);
    const { data } = await seller.stripe.refunds.list({ payment_intent: intent });
    await seller.double.order({ order: "fail_refund", account: null, refund: data[0]?.id ?? "" });
    await passAMinute(core);
    expect(await findings()).toContain(`owes 1000: its refund ${payment_id}-r1 failed at the payer's bank`);
    expect(await seenBy(sale.buyer, booking)).toMatchObject({ refunds: [{ state: "failed" }] });
    expect(await journaled("booking.refund_failed")).toHaveLength(1);
    expect(core.faults.splice(0).join()).toContain("its seller owes it");
    await refundInDashboard(intent, 1_000);
    await passAMinute(core);
    await expectCleanAudit(core, sale.event_id);
    expect(await seenBy(sale.buyer, booking)).toMatchObject({ refunded: 1_000, refunds: [{ state: "done" }] });
    await passAMinute(core);
    expect(await seenBy(sale.buyer, booking)).toMatchObject({ refunded: 1_000, refunds: [{ state: "done" }] });
  });

  test("a challenge that was passed with the tab closed is a booking", async () => {
    await challenge(true);
    await passAMinute(core);
    expect(await expectCleanAudit(core, sale.event_id)).toMatchObject({ counted: { booked: 1, revenue: 4_500 } });
  });

  test("a challenge that was failed with the tab closed leaves the seats held, and no money", async () => {
    await challenge(false);
    await passAMinute(core);
    await letTimePass(core, 1_000);
    expect(await expectCleanAudit(core, sale.event_id)).toMatchObject({ counted: { booked: 0, at_gateway: 0 } });
  });
});

async function challenge(approve: boolean): Promise<void> {
  const pending = await sale.confirm(await sale.hold("A-1"), "pm_card_threeDSecure2Required");
  expect(pending).toHaveProperty("next_action");
  const [record] = await sale.atStripe();
  const intent = record?.gateway_ref ?? "";
  await seller.double.order({ order: "answer_challenge", account: null, intent, approve });
}

const cursorOf = async () => (await readItem(core.table, followedKey(null)))?.cursor;

describe("whoever reads", () => {
  test("two processes that read the same events, with no lease between them, adopt each refund once", async () => {
    const second = await openCore({ alongside: core });
    followStripe(second, seller);
    const paid = [await sale.buy("A-1"), await sale.buy("A-2"), await sale.buy("A-3")];
    for (const { intent } of paid) {
      await refundInDashboard(intent, 500);
      await refundInDashboard(intent, 500);
      await dispute(intent);
    }
    const { signal } = new AbortController();
    await Promise.all([core, second, core, second].map((reader) => followEvents(reader, followedKey(null), signal)));
    await letTimePass(core, 120);
    const { counted } = await expectCleanAudit(core, sale.event_id);
    expect(counted).toMatchObject({ revenue: 10_500, open_disputes: 3 });
    expect(await journaled("booking.refunded")).toHaveLength(6);
    expect(await journaled("booking.disputed")).toHaveLength(3);
    await second.close();
  });

  test.each(["before", "after"] as const)("dies %s any of its writes, nothing is lost or doubled", async (when) => {
    let killed = true;
    for (let write = 1; killed; write++) {
      sale = await openFollowedSale(core, seller);
      const { intent } = await sale.buy("A-1");
      await refundInDashboard(intent, 1_000);
      await dispute(intent);
      killed = await readAndDie(write, when);
      // The lease of the process that died has to end first.
      await letTimePass(core, 120);
      const { counted } = await expectCleanAudit(core, sale.event_id);
      expect(counted).toMatchObject({ revenue: 3_500, open_disputes: 1 });
      expect(await journaled("booking.refunded")).toHaveLength(1);
      expect(await journaled("booking.disputed")).toHaveLength(1);
      if (!killed) expect(write).toBeGreaterThan(3);
    }
  });

  /** True if there was such a write. */
  async function readAndDie(write: number, when: "before" | "after"): Promise<boolean> {
    let writes = 0;
    const dead = () => writes >= write;
    const dying = await openCore({
      alongside: core,
      wrap: (table) =>
        interposeWrites(table, async (send) => {
          if (dead()) throw new Error("the process is dead");
          if (++writes !== write) return send();
          if (when === "after") await send();
          throw new Error("the process died");
        }),
    });
    followStripe(dying, seller);
    await followEvents(dying, followedKey(null), new AbortController().signal).catch(() => undefined);
    await dying.close();
    return dead();
  }

  test("has a payment that can't be looked at, the others are, and it is later", async () => {
    const [first, second] = [await sale.buy("A-1"), await sale.buy("A-2")];
    await passAMinute(core);
    for (const { intent } of [first, second]) await refundInDashboard(intent, 1_000);
    const path = `/payment_intents/${first.intent}$`;
    const fault = {
      method: "GET",
      path,
      times: 1,
      kind: "fail",
      status: 500,
      type: "api_error",
      isKept: false,
    } as const;
    await seller.double.addFault(fault);
    const before = await cursorOf();
    core.clock.advance(60);
    await followEvents(core, followedKey(null), new AbortController().signal);
    expect(await cursorOf()).not.toBe(before);
    expect(await seenBy(sale.buyer, second.booking)).toMatchObject({ refunded: 1_000 });
    expect(await seenBy(sale.buyer, first.booking)).toMatchObject({ refunded: 0 });
    expect(core.faults.splice(0).join()).toContain("a payment is looked at later");
    await letTimePass(core, 120);
    await expectCleanAudit(core, sale.event_id);
    expect(await seenBy(sale.buyer, first.booking)).toMatchObject({ refunded: 1_000 });
  });

  test("can't reach Stripe, the cursor stays, and all is read once it can", async () => {
    const { intent } = await sale.buy("A-1");
    await passAMinute(core);
    await refundInDashboard(intent, 1_000);
    const before = await cursorOf();
    await seller.double.addFault({
      ...{ method: "GET", path: "/events$", times: 2, kind: "lose", when: "before" },
    });
    await passAMinute(core);
    expect(await cursorOf()).toBe(before);
    expect(core.faults.splice(0)).not.toEqual([]);
    await letTimePass(core, 200);
    expect(await expectCleanAudit(core, sale.event_id)).toMatchObject({ counted: { revenue: 3_500 } });
  });
});
