import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import type { Core } from "../core.ts";
import { CreateEvent } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { listOwnEventIds } from "../event/list-own-events.ts";
import { createEvent } from "../event-change/create-event.ts";
import { answerChallenge } from "../hold/answer-challenge.ts";
import { getHold } from "../hold/get-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { leaseSeconds } from "../idempotency/idempotency.table.ts";
import { withIdempotency } from "../idempotency/with-idempotency.ts";
import { PaymentId } from "../ids.ts";
import { ownersFor } from "../organization/may.ts";
import { findPayment } from "../payment/finish-payment.ts";
import type { PaymentGateway, PaymentKey } from "../payment/gateway.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask } from "../testing/open-event.ts";
import { type Before, dumpTable, openTableBefore, type TableBefore } from "../testing/open-table-before.ts";
import { sendWithKey } from "../testing/send-with-key.ts";
import { expectCleanAudit, expectCleanEvents } from "../testing/settle-everything.ts";

let opened: TableBefore;
let core: TestCore;
let before: Before;

beforeEach(async () => {
  opened = await openTableBefore();
  ({ core, before } = opened);
});
afterEach(async () => {
  expect(core.faults).toEqual([]);
  await core.close();
});

/** The payment of a hold, or of a booking, of the version before. */
function paymentOf(id: string): PaymentId {
  const found = opened.items.filter(({ pk, sk, holding_id, booking_id }) => {
    return pk === sk && String(pk).startsWith("payment-") && (holding_id === id || booking_id === id);
  });
  expect(found).toHaveLength(1);
  return PaymentId.parse(found[0]?.pk);
}

describe("what the version before left unfinished", () => {
  /** This process, and what it asks of the gateway. */
  function watch(process: TestCore, calls: Record<string, string[]>): Core {
    const hear = (payment_id: PaymentId, verb: string) => {
      calls[payment_id] = [...(calls[payment_id] ?? []), verb];
    };
    const heard = (verb: "capture" | "void") => (key: PaymentKey) => {
      hear(key.payment_id, verb);
      return process.gateway[verb](key);
    };
    const refund: PaymentGateway["refund"] = (key, refund) => {
      hear(key.payment_id, "refund");
      return process.gateway.refund(key, refund);
    };
    const gateway = { ...process.gateway, capture: heard("capture"), void: heard("void"), refund };
    return { ...process, gateway };
  }

  async function workTogether(processes: Core[]): Promise<void> {
    for (let passed = 0; passed < 1_000; passed += 40) {
      core.clock.advance(40);
      for (let worked = [1]; worked.some((count) => count > 0); )
        worked = await Promise.all(processes.map(runScheduledWork));
    }
  }

  it("is finished once by processes that work at the same time, with exact money", async () => {
    const { holds, bookings, users, events } = before;
    const calls: Record<string, string[]> = {};
    const other = await openCore({ alongside: core });
    await answerChallenge(core, users["guest H"], { holding_id: holds.challenged, approve: true });
    await workTogether([watch(core, calls), watch(other, calls)]);
    const back = ["void", "refund"];
    const done = [
      ...[bookings.authorized, holds.authorized, holds.challenged].map((id) => [id, ["capture"], "captured"] as const),
      ...[holds.voiding, holds.started].map((id) => [id, ["void"], "voided"] as const),
      ...[bookings.refunding, bookings["cancelling A"], bookings["cancelling B"], bookings["cancelling C"]].map(
        (id) => [id, back, "refunded"] as const,
      ),
    ];
    expect(calls).toEqual(Object.fromEntries(done.map(([id, verbs]) => [paymentOf(id), verbs])));
    for (const [id, , state] of done) {
      const payment = await findPayment(core, paymentOf(id));
      expect(payment).toMatchObject({ state });
      const states = payment?.log.map((step) => step.state);
      expect(states).toEqual([...new Set(states)]);
    }
    for (const [hold, who] of [
      ["authorized", "guest G"],
      ["challenged", "guest H"],
    ] as const)
      expect(await getHold(core, users[who], { holding_id: holds[hold] })).toMatchObject({ state: "confirmed" });
    expect(await getHold(core, users["guest F"], { holding_id: holds.started })).toMatchObject({ state: "expired" });
    expect(await findEvent(core.table, events.cancelling)).toMatchObject({ status: "cancelled" });
    expect(await findEvent(core.table, events.begun)).toMatchObject({ status: "draft", after_copy: null });
    const audit = await expectCleanAudit(core, events.concert);
    expect(audit.counted).toMatchObject({ bookings: 7, cancelled: 2, booked: 7, revenue: 27_000, at_gateway: 27_000 });
    expect((await expectCleanAudit(core, events.begun)).counted.seats).toBe(5);
    await expectCleanEvents(core, before);
    const settled = await dumpTable(core.table);
    await workTogether([core, other]);
    expect(await dumpTable(core.table)).toEqual(settled);
    expect(other.faults).toEqual([]);
    await other.close();
  });
});

describe("a request with an Idempotency-Key of the version before", () => {
  const keyed = (key: string) => {
    const found = before.keyed.find((request) => request.key === key);
    if (!found) throw new Error(`the fixture has no ${key}`);
    return { ...found, actor: before.users[found.who] };
  };

  it.each(["key-confirm", "key-declined", "key-hold"])(
    "is answered to the letter what it was answered: %s",
    async (key) => {
      const { answer, ...request } = keyed(key);
      const run = () => Promise.reject(new Error("it ran again"));
      const once = await withIdempotency(core, request, { run, responseOf: () => null });
      expect(once).toEqual({ replayed: answer });
      const stored = opened.items.flatMap((item) => item.answer ?? []);
      expect(stored).toContain("replayed" in once && JSON.stringify(once.replayed));
      const changed = withIdempotency(core, { ...request, body: {} }, { run, responseOf: () => null });
      await expect(changed).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
    },
  );

  it("waits for the lease of a process that died, then runs", async () => {
    const request = keyed("key-leased");
    const send = () =>
      sendWithKey(core, request, (lease) => placeHold(core, request.actor, ask(before.events.concert, "B-6"), lease));
    await expect(send()).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_IN_USE" });
    core.clock.advance(leaseSeconds + 1);
    const first = await send();
    expect(first).toMatchObject({ replayed: false, answer: { state: "active", seats: ["B-6"] } });
    expect(await send()).toEqual({ replayed: true, answer: first.answer });
  });

  it("goes on from what the process that died had begun", async () => {
    const [creation, cancellation] = [keyed("key-begun"), keyed("key-cancel")];
    core.clock.advance(leaseSeconds + 1);
    const body = CreateEvent.parse(creation.body);
    const created = await sendWithKey(core, creation, (lease) => createEvent(core, creation.actor, body, lease));
    expect(created.answer).toMatchObject({ event_id: before.events.begun, seat_count: 5, status: "draft" });
    const booking = { booking_id: before.bookings.refunding };
    const cancel = () =>
      sendWithKey(core, cancellation, (lease) => cancelBooking(core, cancellation.actor, booking, lease));
    expect(await cancel()).toMatchObject({ replayed: false, answer: { state: "cancelled", refund: { amount: 4500 } } });
    expect(await cancel()).toMatchObject({ replayed: true });
    await expectCleanEvents(core, before);
    const owned = await listOwnEventIds(core.table, ownersFor(creation.actor, null));
    expect(owned.toSorted()).toEqual(Object.values(before.events).toSorted());
  });
});
