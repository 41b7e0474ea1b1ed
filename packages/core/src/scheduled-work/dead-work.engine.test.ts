import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { getBooking } from "../booking/get-booking.ts";
import { update } from "../table/actions.ts";
import { dueAt } from "../table/due-index.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { openEvent, type Sale } from "../testing/open-event.ts";
import { down, oweCaptures, withCapture } from "../testing/owe-captures.ts";
import { expectCleanAudit, listDue } from "../testing/settle-everything.ts";
import { toSeconds } from "../time.ts";
import { countDeadWork, listDeadWork, retryDeadWork } from "./dead-work.ts";
import { runScheduledWork } from "./run-scheduled-work.ts";
import { workKinds } from "./work-kinds.ts";

let core: TestCore;
let broken: TestCore;
let sale: Sale;

beforeAll(async () => {
  core = await openCore();
  broken = withCapture(core, down);
});
afterAll(() => core.close());
beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 3 });
});

async function oweOne() {
  const [booking] = await oweCaptures(core, sale, ["A-1"]);
  const [due] = await listDue(core);
  if (!booking || !due) throw new Error("nothing is owed");
  return { booking, key: { pk: String(due.pk), sk: String(due.sk) } };
}

/** Runs what is due until it is dead; returns the pauses after each failed attempt, in seconds. */
async function failUntilDead(key: { pk: string; sk: string }): Promise<number[]> {
  const pauses: number[] = [];
  for (let n = 1; n <= workKinds.money.attempts; n++) {
    core.clock.advance(3601);
    expect(await runScheduledWork(broken)).toBe(1);
    const item = await readItem(core.table, key);
    expect([item?.due_attempts, item?.due_error, item?.due_lease]).toEqual([n, "Error", undefined]);
    pauses.push(toSeconds(String(item?.due_at)) - core.clock());
  }
  return pauses;
}

async function listDead() {
  const works: unknown[] = [];
  for await (const work of listDeadWork(core)) works.push(work);
  return works;
}

describe("a payment that fails time and again", () => {
  it("is retried after growing pauses, dies loudly after its last attempt, and is kept until a retry", async () => {
    const { booking, key } = await oweOne();
    const pauses = await failUntilDead(key);
    const ceilings = pauses.map((_, i) => Math.min(3600, 10 * 2 ** i)).slice(0, -1);
    for (const [i, ceiling] of ceilings.entries()) {
      expect(pauses[i]).toBeGreaterThan(ceiling / 2 - 0.01);
      expect(pauses[i]).toBeLessThanOrEqual(ceiling + 0.01);
    }
    const faults = core.faults.splice(0);
    expect(faults).toHaveLength(workKinds.money.attempts);
    expect(faults.at(-1)).toBe("work is dead until an operator retries it: Error: the gateway is down");
    expect(await countDeadWork(core)).toEqual({ money: 1, bulk: 0, mail: 0 });
    expect(await listDead()).toEqual([
      { kind: "money", key, attempts: workKinds.money.attempts, error: "Error", died_at: expect.any(String) },
    ]);

    core.clock.advance(30 * 86_400);
    expect(await runScheduledWork(core), "nobody works on it").toBe(0);
    expect(await getBooking(core, sale.organizer, booking)).toMatchObject({ payment_status: "authorized" });

    expect(await retryDeadWork(core, "payment-99999")).toEqual([]);
    expect((await retryDeadWork(core, key.pk)).map((work) => work.key)).toEqual([key]);
    core.clock.advance(1);
    expect(await runScheduledWork(core)).toBe(1);
    expect(await getBooking(core, sale.organizer, booking)).toMatchObject({ payment_status: "captured" });
    expect(Object.keys((await readItem(core.table, key)) ?? {}).filter((name) => name.startsWith("due_"))).toEqual([]);
    await expectCleanAudit(core, sale.event_id);
  });

  it("begins anew when it is retried, and a second retry finds nothing dead", async () => {
    const { key } = await oweOne();
    await failUntilDead(key);
    const [revived, other] = await Promise.all([retryDeadWork(core), retryDeadWork(core)]);
    expect([...revived, ...other].map((work) => work.key)).toEqual([key]);
    core.clock.advance(1);
    expect(await runScheduledWork(broken)).toBe(1);
    expect(await readItem(core.table, key)).toMatchObject({ due_attempts: 1 });
    expect(await countDeadWork(core)).toEqual({ money: 0, bulk: 0, mail: 0 });
    core.clock.advance(11);
    await runScheduledWork(core);
    core.faults.splice(0);
    await expectCleanAudit(core, sale.event_id);
  });

  it("is alive again as a refund once its booking is cancelled", async () => {
    const { booking, key } = await oweOne();
    await failUntilDead(key);
    await cancelBooking(core, sale.organizer, booking);
    expect(await countDeadWork(core)).toEqual({ money: 0, bulk: 0, mail: 0 });
    core.faults.splice(0);
    const { counted } = await expectCleanAudit(core, sale.event_id);
    expect(counted).toMatchObject({ cancelled: 1, at_gateway: 0 });
  });
});

describe("work that ends its process", () => {
  it("dies once it had all its attempts, although none of them told how it ended", async () => {
    const { key } = await oweOne();
    const values = { ":n": workKinds.money.attempts };
    await updateItem(core.table, update({ key, update: "SET due_attempts = :n", values }));
    core.clock.advance(60);
    await runScheduledWork(core);
    expect(await listDead()).toMatchObject([{ key, error: "ProcessDied" }]);
    expect(core.faults.splice(0)).toEqual([expect.stringContaining("work is dead until an operator retries it")]);
    await retryDeadWork(core);
    core.clock.advance(1);
    await runScheduledWork(core);
    await expectCleanAudit(core, sale.event_id);
  });
});

describe("a key that no task is for", () => {
  it("is reported and retried, later after each time, and holds up nothing else", async () => {
    const key = { pk: "mystery-1", sk: "mystery-1" };
    await transact(core.table, [{ put: { ...key, ...dueAt("bulk", key.pk, core.clock() - 100) } }]);
    await oweCaptures(core, sale, ["A-1", "A-2"]);
    core.clock.advance(60);
    expect(await runScheduledWork(core)).toBe(3);
    const reported = "unfinished work is left for later: UnknownWork: no task is for this key";
    expect(core.faults.splice(0)).toEqual([reported]);
    expect(await listDue(core)).toMatchObject([key]);
    for (let n = 2; n <= workKinds.bulk.attempts; n++) {
      core.clock.advance(3601);
      await runScheduledWork(core);
    }
    expect(await listDead()).toMatchObject([{ kind: "bulk", key, error: "UnknownWork" }]);
    core.faults.splice(0);
    await transact(core.table, [{ remove: key }]);
    await expectCleanAudit(core, sale.event_id);
  });
});
