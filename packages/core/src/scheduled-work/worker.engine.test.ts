import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvent } from "../audit/audit-event.ts";
import { findEvent } from "../event/find-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { bulkTurns } from "../table/as-bulk.ts";
import { type Key, keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { openEvent, type Sale } from "../testing/open-event.ts";
import { bookSeat, oweCaptures } from "../testing/owe-captures.ts";
import { oweCopies } from "../testing/owe-copies.ts";
import { readSeats } from "../testing/read-seats.ts";
import { expectCleanAudit, letTimePass, listDue } from "../testing/settle-everything.ts";
import { toSeconds } from "../time.ts";
import { workKinds } from "./work-kinds.ts";
import { createWorker } from "./worker.ts";

let core: TestCore;
let sale: Sale;
/** Requests of the process to the table that are under way: now, and the most since it was last reset. */
const turns = { now: 0, most: 0 };
/** What a request waits for before it is sent. */
let before: (command: { input: unknown }) => Promise<void> = async () => undefined;

beforeAll(async () => {
  core = await openCore({
    wrap: (table) =>
      interpose(table, async (command, send) => {
        turns.most = Math.max(turns.most, ++turns.now);
        try {
          await before(command);
          return await send();
        } finally {
          turns.now--;
        }
      }),
  });
});
afterAll(() => core.close());
beforeEach(async () => {
  sale = await openEvent(core, { rows: 4, perRow: 100 });
});
afterEach(() => {
  before = async () => undefined;
});

const seats = ["A-1", "A-2", "A-3", "A-4", "A-5", "A-6", "A-7", "A-8"];

/** A promise that is resolved by calling it. */
function startGate() {
  let open = () => {};
  const opened = new Promise<void>((resume) => {
    open = resume;
  });
  return { opened, open: () => open() };
}

const copiesSeats = (command: { input: unknown }): boolean =>
  command instanceof TransactWriteCommand && (command.input.TransactItems?.length ?? 0) > 20;

describe("bulk work", () => {
  it("never takes more than its turn to the table, however much is due and whatever each piece sends at once", async () => {
    const drafts = await oweCopies(core, sale, 6, core.clock());
    core.clock.advance(1);
    turns.most = 0;
    const worker = createWorker(core, "bulk");
    await worker.beginDue();
    expect(await worker.settled()).toBe(6);
    expect(turns.most).toBe(bulkTurns);
    expect(await listDue(core)).toEqual([]);
    for (const draft of drafts) expect(await readSeats(core, draft)).toHaveLength(400);
  });

  it("keeps no payment waiting, even if none of it ever ends", async () => {
    await oweCaptures(core, sale, seats);
    await oweCopies(core, sale, 5, core.clock());
    core.clock.advance(60);
    const gate = startGate();
    const stuck = startGate();
    before = async (command) => {
      if (!copiesSeats(command)) return;
      stuck.open();
      await gate.opened;
    };
    const [bulk, money] = [createWorker(core, "bulk"), createWorker(core, "money")];
    const beginning = bulk.beginDue();
    await stuck.opened;
    await money.beginDue();
    expect(await money.settled()).toBe(seats.length);
    expect((await listDue(core)).filter(({ pk }) => !String(pk).startsWith("event-"))).toEqual([]);
    gate.open();
    await beginning;
    expect(await bulk.settled()).toBe(5);
    await expectCleanAudit(core, sale.event_id);
  });

  it("has at most two pieces under way, the longest due first", async () => {
    const late = await oweCopies(core, sale, 5, core.clock() - 10);
    const [early = late[0]] = await oweCopies(core, sale, 1, core.clock() - 20);
    const begun: string[] = [];
    const underWay = { now: 0, most: 0 };
    before = async (command) => {
      const { Key: key, UpdateExpression: change = "" } = command.input as { Key?: Key; UpdateExpression?: string };
      if (change.includes("due_attempts = if_not_exists")) {
        begun.push(String(key?.pk));
        underWay.most = Math.max(underWay.most, ++underWay.now);
      }
      if (change.startsWith("SET due_at = :at REMOVE")) underWay.now--;
    };
    const worker = createWorker(core, "bulk");
    await worker.beginDue();
    expect(await worker.settled()).toBe(6);
    expect(begun).toHaveLength(6);
    expect(begun.slice(0, 2)).toContain(early);
    expect(underWay).toEqual({ now: 0, most: workKinds.bulk.concurrency });
    expect(workKinds.bulk.concurrency).toBe(2);
  });
});

describe("a process that ends", () => {
  it("begins nothing more, and gives an event's cancellation back after the booking at hand, due at once", async () => {
    await Promise.all(seats.map((seat) => bookSeat(core, sale, seat)));
    await setEventStatus(core, sale.organizer, { event_id: sale.event_id, status: "cancelling" });
    const [copy = sale.event_id] = await oweCopies(core, sale, 1, core.clock() + 3600);
    core.clock.advance(1);
    let stopped: Promise<void> | undefined;
    const ending = {
      ...core,
      gateway: {
        ...core.gateway,
        void: (key: Parameters<TestCore["gateway"]["void"]>[0]) => {
          stopped ??= worker.stop();
          return core.gateway.void(key);
        },
      },
    };
    const worker = createWorker(ending, "bulk");
    await worker.beginDue();
    await worker.settled();
    await stopped;
    const item = await readItem(core.table, keys.event(sale.event_id));
    expect([item?.status, item?.due_lease, item?.due_attempts]).toEqual(["cancelling", undefined, undefined]);
    expect(toSeconds(String(item?.due_at))).toBeLessThanOrEqual(core.clock() + 0.001);
    expect((await auditEvent(core, sale.event_id)).counted).toMatchObject({ bookings: 8, cancelled: 1 });
    core.clock.advance(3600);
    await worker.beginDue();
    expect(await worker.settled()).toBe(0);
    await letTimePass(core, 1_000, 200);
    expect(await findEvent(core.table, sale.event_id)).toMatchObject({ status: "cancelled" });
    expect(await readSeats(core, copy)).toHaveLength(400);
    await expectCleanAudit(core, sale.event_id);
  });
});
