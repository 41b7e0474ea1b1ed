import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import type { Event } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { createDying, type Fits } from "../testing/dying-table.ts";
import { silence } from "../testing/fake-table.ts";
import { createGate } from "../testing/gate.ts";
import { interpose } from "../testing/interpose.ts";
import type { TestCore } from "../testing/open-core.ts";
import { openEvent, type Sale } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race, times } from "../testing/race.ts";
import { type KeyedAnswer, newKey, sendWithKey } from "../testing/send-with-key.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { type StageWorld, verbStages } from "../testing/verb-stages.ts";
import { leaseSeconds } from "./idempotency.table.ts";

const dying = createDying();
const gate = createGate();
/** `core` is the process that dies or stalls, `other` one that does neither. */
let sale: Sale;
let seats = 0;

const [core, other] = await openTwoCores({ wrap: (table) => gate.wrap(dying.wrap(table)) });

beforeAll(async () => {
  sale = await openEvent(other, { rows: 1, perRow: 200 });
});

const world = (): StageWorld => ({ core: other, sale, nextSeat: () => `A-${++seats}` });

/** A transaction that checks the request's lease, or stores its response. */
const withLease: Fits = ({ input }) =>
  (input.TransactItems ?? []).some((action) =>
    String((action.Update ?? action.ConditionCheck)?.Key?.pk).startsWith("claim-"),
  );

describe.each(Object.entries(verbStages))("to %s with a key", (_, setStage) => {
  /** A stage, and its request for either process. */
  async function open() {
    const { actor, run, effects, decides = withLease } = await setStage(world());
    const key = newKey();
    const send = (own: TestCore): Promise<KeyedAnswer<unknown>> =>
      sendWithKey(own, { actor, key }, (lease) => run(own, lease));
    return { send, effects, decides };
  }

  /** A retry gets the same response and changes nothing. */
  async function expectTheSame(
    send: (own: TestCore) => Promise<KeyedAnswer<unknown>>,
    { answer }: KeyedAnswer<unknown>,
  ) {
    const again = await send(other);
    expect([again.replayed, JSON.stringify(again.answer)]).toEqual([true, JSON.stringify(answer)]);
  }

  it("has one effect, however often it is sent, and replays its first response exactly", async () => {
    const { send, effects } = await open();
    const first = await send(core);
    expect(first.replayed).toBe(false);
    core.clock.advance(30);
    await expectTheSame(send, first);
    await expectTheSame(send, first);
    expect(await effects()).toBe(1);
  });

  it("has one effect when sent twenty times at once to two processes", async () => {
    const { send, effects } = await open();
    const { won, refused, broken } = await race(times(20, (i) => send(i % 2 === 0 ? core : other)));
    expect(broken).toEqual([]);
    expect(won.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(won.map(({ answer }) => JSON.stringify(answer))).size).toBe(1);
    expect(Object.keys(refused).filter((code) => code !== "IDEMPOTENCY_KEY_IN_USE")).toEqual([]);
    expect(await effects()).toBe(1);
  });

  it.each(["before", "after"] as const)("is done once if the process dies %s deciding it", async (moment) => {
    const { send, effects, decides } = await open();
    dying.die(1, moment, decides);
    await expect(send(core).finally(dying.rise)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    const early = await race([send(other)]);
    expect(early.won.length === 0 || early.won[0]?.replayed).toBe(true);
    expect(Object.keys(early.refused)).toEqual(early.won.length ? [] : ["IDEMPOTENCY_KEY_IN_USE"]);
    core.clock.advance(leaseSeconds + 1);
    const second = await send(other);
    expect(await effects()).toBe(1);
    await expectTheSame(send, second);
    expect(await effects()).toBe(1);
  });

  it("changes nothing if it resumes after a takeover", async () => {
    const { send, effects, decides } = await open();
    const reached = gate.close(decides);
    const zombie = send(core);
    const woken = race([zombie]);
    await reached;
    core.clock.advance(leaseSeconds + 1);
    const second = await send(other);
    expect(second.replayed).toBe(false);
    gate.open();
    const { won, refused, broken } = await woken;
    expect(broken).toEqual([]);
    expect([won.length, ...Object.keys(refused)]).toEqual(won.length ? [1] : [0, "IDEMPOTENCY_KEY_IN_USE"]);
    await expectTheSame(send, second);
    expect(await effects()).toBe(1);
  });
});

describe("an event whose seats were not copied", () => {
  const copies: Fits = ({ input }) =>
    (input.TransactItems ?? []).some(({ Put }) => Put?.Item?.sk === "A-1" && Put.Item.seat_state !== undefined);

  async function open() {
    const stage = await verbStages["make an event"]?.(world());
    if (!stage) throw new Error("nobody makes events");
    const { actor, run, effects } = stage;
    const request = { actor, key: newKey() };
    const send = async (own: TestCore) => (await sendWithKey(own, request, (lease) => run(own, lease))).answer as Event;
    /** A retry publishes and returns the event; there is only one. */
    async function expectPublished(): Promise<void> {
      const event = await send(other);
      expect([event.status, (await findEvent(other.table, event.event_id))?.status]).toEqual([
        "published",
        "published",
      ]);
      expect(await send(other)).toEqual(event);
      expect(await effects()).toBe(1);
    }
    return { send, expectPublished };
  }

  it("is published when the request is repeated after the process died", async () => {
    const { send, expectPublished } = await open();
    dying.die(1, "before", copies);
    await expect(send(core).finally(dying.rise)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    core.clock.advance(leaseSeconds + 1);
    await expectPublished();
  });

  it("is published when the request is repeated after the engine did not respond", async () => {
    const { send, expectPublished } = await open();
    const table = interpose(core.table, async (command, pass) => {
      if (command instanceof TransactWriteCommand && copies(command)) throw silence();
      return pass();
    });
    await expect(send({ ...core, table })).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await expectPublished();
  });
});

it("afterwards the audit is clean and no work is left", async () => {
  await letTimePass(other, 240);
  expect((await expectCleanAudit(other, sale.event_id)).counted.bookings).toBeGreaterThan(0);
});
