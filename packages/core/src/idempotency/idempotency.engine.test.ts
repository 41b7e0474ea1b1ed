import { beforeAll, describe, expect, it } from "vitest";
import { findEvent } from "../event/find-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { listOpenHolds } from "../hold/get-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { createFaults, type FaultKind, faultKinds, survivable } from "../testing/faults.ts";
import { createGate } from "../testing/gate.ts";
import type { TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race } from "../testing/race.ts";
import { newKey, sendWithKey } from "../testing/send-with-key.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import type { Actor } from "../user/user.ts";
import { acquireLease } from "./acquire-lease.ts";
import { keptSeconds, leaseSeconds } from "./idempotency.table.ts";

const faults = createFaults();
const gate = createGate();
/** The process whose requests go wrong or stand still, and one beside it. */
let sale: Sale;
let seats = 0;
const nextSeat = () => `A-${++seats}`;
const declined = { payment: { token: "tok_chargeDeclined" } };
const paid = { payment: { token: "tok_visa" } };

const [core, other] = await openTwoCores({ wrap: (table) => gate.wrap(faults.wrap(table)) });

beforeAll(async () => {
  sale = await openEvent(other, { rows: 1, perRow: 300 });
});

/** Places a hold of one seat in a request with this key, and its own seat as its body. */
const place = (own: TestCore, request: { actor: Actor; key: string; route?: string; body?: unknown }, seat: string) =>
  sendWithKey(own, { body: { seat }, ...request }, (lease) =>
    placeHold(own, request.actor, ask(sale.event_id, seat), lease),
  );

const pay = (own: TestCore, actor: Actor, key: string, input: Parameters<typeof confirmHold>[2]) =>
  sendWithKey(own, { actor, key, body: input }, (lease) => confirmHold(own, actor, input, lease));

const openHolds = async (actor: Actor) => (await listOpenHolds(other, actor, sale)).map(({ holding_id }) => holding_id);

describe("a key", () => {
  it("with another input is refused, whether the first request has ended or still runs", async () => {
    const [actor, key] = [await newGuest(other), newKey()];
    const reached = gate.close();
    const first = place(core, { actor, key }, nextSeat());
    await reached;
    await expect(place(other, { actor, key }, nextSeat())).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
    gate.open();
    const { answer } = await first;
    await expect(place(other, { actor, key }, nextSeat())).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
    expect(await openHolds(actor)).toEqual([answer.holding_id]);
  });

  it("accepts the same input with its fields in any order, nested ones too", async () => {
    const [actor, key, seat] = [await newGuest(other), newKey(), nextSeat()];
    const send = (body: unknown) => place(other, { actor, key, body }, seat);
    await send({ a: 1, b: [{ c: 2, d: null }] });
    expect(await send({ b: [{ d: null, c: 2 }], a: 1 })).toMatchObject({ replayed: true });
    for (const body of [{ a: 1, b: [{ c: 2, d: 0 }] }, { a: 1 }, [], null, undefined])
      await expect(send(body)).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
  });

  it("of a running request is refused until its lease expires", async () => {
    const [actor, key, seat] = [await newGuest(other), newKey(), nextSeat()];
    const reached = gate.close();
    const first = place(core, { actor, key }, seat);
    await reached;
    const again = () => place(other, { actor, key }, seat);
    await expect(again()).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_IN_USE" });
    core.clock.advance(leaseSeconds);
    await expect(again()).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_IN_USE" });
    gate.open();
    const answer = await first;
    expect(await again()).toEqual({ ...answer, replayed: true });
  });

  it("is a different key for another person and on another route", async () => {
    const key = newKey();
    const [ada, bob] = [await newGuest(other), await newGuest(other)];
    const answers = [
      await place(other, { actor: ada, key, body: {} }, nextSeat()),
      await place(other, { actor: bob, key, body: {} }, nextSeat()),
      await place(other, { actor: ada, key, body: {}, route: "another" }, nextSeat()),
    ];
    expect(answers.map(({ replayed }) => replayed)).toEqual([false, false, false]);
    expect(new Set(answers.map(({ answer: { holding_id } }) => holding_id)).size).toBe(3);
  });

  it("expires after a day, even if the engine has not deleted it yet", async () => {
    const [actor, key] = [await newGuest(other), newKey()];
    const first = await place(other, { actor, key, body: 1 }, nextSeat());
    core.clock.advance(keptSeconds - 1);
    expect(await place(other, { actor, key, body: 1 }, "A-1")).toEqual({ answer: first.answer, replayed: true });
    core.clock.advance(2);
    const second = await place(other, { actor, key, body: 2 }, nextSeat());
    expect(second).toMatchObject({ replayed: false });
    expect(second.answer.holding_id).not.toBe(first.answer.holding_id);
    expect(keptSeconds).toBe(86_400);
  });

  it("is stored under a hash, with its response and expiry, without the key or the input", async () => {
    const [actor, key] = [await newGuest(other), "my-own-name-for-it"];
    const acquired = await acquireLease(other, { actor, key, route: "verb", body: { token: "tok_secret" } });
    if (!("lease" in acquired)) throw new Error("it was answered before");
    const item = await readItem(other.table, keys.idempotencyRecord(acquired.lease.record_id));
    expect(item).toMatchObject({ purge_at: Math.ceil(core.clock() + keptSeconds) });
    expect(JSON.stringify(item)).not.toMatch(/my-own-name|tok_secret/);
  });
});

describe("a failed request", () => {
  it("that wrote nothing frees its key for this input or another", async () => {
    const [actor, key, seat] = [await newGuest(other), newKey(), nextSeat()];
    const rival = await newGuest(other);
    const held = await placeHold(other, rival, ask(sale.event_id, seat));
    for (const _ of [1, 2])
      await expect(place(core, { actor, key }, seat)).rejects.toMatchObject({ code: "SEATS_UNAVAILABLE" });
    await releaseHold(other, rival, held);
    const { answer, replayed } = await place(core, { actor, key }, seat);
    expect([answer.seats, replayed]).toEqual([[seat], false]);
  });

  it("for a taken slot is retried in the other one, with one response", async () => {
    const [actor, key, seat] = [await newGuest(other), newKey(), nextSeat()];
    const before = await placeHold(other, actor, ask(sale.event_id, nextSeat()));
    const first = await place(core, { actor, key }, seat);
    expect(await place(core, { actor, key }, seat)).toEqual({ ...first, replayed: true });
    expect((await openHolds(actor)).sort()).toEqual([before.holding_id, first.answer.holding_id].sort());
  });
});

describe("a payment", () => {
  async function hold() {
    const actor = await newGuest(other);
    return { actor, ...(await placeHold(other, actor, ask(sale.event_id, nextSeat()))) };
  }
  const charges = async (holding_id: string) =>
    (await other.gateway.listByEvent(sale.event_id, [null])).filter((payment) => payment.holding_id === holding_id)
      .length;

  it("with a declined payment is replayed, and attempted again only under a new key", async () => {
    const { actor, holding_id } = await hold();
    const key = newKey();
    const send = () => pay(core, actor, key, { holding_id, ...declined }).catch((error) => error.toFailure());
    const first = await send();
    expect(first).toMatchObject({ error_code: "PAYMENT_DECLINED" });
    core.clock.advance(10);
    expect(JSON.stringify(await send())).toBe(JSON.stringify(first));
    expect(await charges(holding_id)).toBe(1);
    const { answer } = await pay(core, actor, newKey(), { holding_id, ...paid });
    expect(answer).toMatchObject({ state: "confirmed" });
    expect(JSON.stringify(await send())).toBe(JSON.stringify(first));
    expect(await charges(holding_id)).toBe(2);
  });

  it("whose attempt scheduled work ended first replays its first response", async () => {
    const { actor, holding_id } = await hold();
    const key = newKey();
    const send = () => pay(core, actor, key, { holding_id, ...declined }).catch((error) => error.toFailure());
    const reached = gate.close(({ input }) =>
      (input.TransactItems ?? []).some(({ Update }) => String(Update?.Key?.pk).startsWith("claim-")),
    );
    const first = send();
    await reached;
    await letTimePass(other, 30, 30);
    gate.open();
    expect(await first).toMatchObject({ error_code: "PAYMENT_DECLINED" });
    expect(JSON.stringify(await send())).toBe(JSON.stringify(await first));
    expect(await charges(holding_id)).toBe(1);
  });

  it("that was taken over after a decline is not attempted again by a request that resumes late", async () => {
    const { actor, holding_id } = await hold();
    const key = newKey();
    const reached = gate.close();
    const woken = race([pay(core, actor, key, { holding_id, ...declined })]);
    await reached;
    core.clock.advance(leaseSeconds + 1);
    await expect(pay(other, actor, key, { holding_id, ...declined })).rejects.toMatchObject({
      code: "PAYMENT_DECLINED",
    });
    gate.open();
    expect(await woken).toMatchObject({ refused: { IDEMPOTENCY_KEY_IN_USE: 1 } });
    expect(await charges(holding_id)).toBe(1);
  });
});

it("a request that resumes late doesn't undo what followed the takeover", async () => {
  const { event_id, organizer } = await openEvent(other, { rows: 1, perRow: 1 });
  const key = newKey();
  const pause = (own: TestCore) =>
    sendWithKey(own, { actor: organizer, key }, (lease) =>
      setEventStatus(own, organizer, { event_id, status: "paused" }, lease),
    );
  const reached = gate.close();
  const woken = race([pause(core)]);
  await reached;
  core.clock.advance(leaseSeconds + 1);
  await pause(other);
  await setEventStatus(other, organizer, { event_id, status: "published" });
  gate.open();
  expect(await woken).toMatchObject({ refused: { IDEMPOTENCY_KEY_IN_USE: 1 } });
  expect((await findEvent(other.table, event_id))?.status).toBe("published");
});

describe("a hold with a key, whatever happens to one of its requests", () => {
  it.each(faultKinds)("%s: is placed once, and replays its first response", async (kind: FaultKind) => {
    for (let position = -1, requests = 0; position < requests; position++) {
      const [actor, key, seat] = [await newGuest(other), newKey(), nextSeat()];
      faults.plan((i) => (i === position ? kind : null));
      const sent = await race([place(core, { actor, key }, seat)]);
      await core.background.settled();
      if (position < 0) requests = faults.seen();
      faults.end();
      expect(sent.broken).toEqual([]);
      expect(Object.keys(sent.refused)).toEqual(sent.won.length ? [] : ["UNAVAILABLE"]);
      if (position < 0 || survivable.has(kind)) expect(sent.won, `request ${position}`).toHaveLength(1);
      const again = () => place(other, { actor, key }, seat);
      const early = await race([again()]);
      if (early.refused.IDEMPOTENCY_KEY_IN_USE) core.clock.advance(leaseSeconds + 1);
      const { answer } = await again();
      for (const sooner of [...sent.won, ...early.won])
        expect(JSON.stringify(sooner.answer)).toBe(JSON.stringify(answer));
      expect(await openHolds(actor)).toEqual([answer.holding_id]);
    }
  });
});

it("afterwards the audit is clean and no work is left", async () => {
  await letTimePass(other, 240);
  await expectCleanAudit(other, sale.event_id);
});
