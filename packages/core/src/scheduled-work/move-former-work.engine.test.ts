import { beforeEach, describe, expect, it } from "vitest";
import { update } from "../table/actions.ts";
import { formerShards } from "../table/due-index.ts";
import type { Key } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { updateItem } from "../table/update-item.ts";
import type { TestCore } from "../testing/open-core.ts";
import { openEvent, type Sale } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { oweCaptures } from "../testing/owe-captures.ts";
import { oweCopies } from "../testing/owe-copies.ts";
import { expectCleanAudit, listDue } from "../testing/settle-everything.ts";
import { toInstant, toSeconds } from "../time.ts";
import { moveFormerWork } from "./move-former-work.ts";
import { runScheduledWork } from "./run-scheduled-work.ts";
import { createWorker } from "./worker.ts";

let sale: Sale;

const [core, other] = await openTwoCores();

beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 8 });
});

/** The work that is due, as the version before had marked it: each piece in one of its eight shards. */
async function markAsBefore(): Promise<Key[]> {
  const work = (await listDue(core)).map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
  for (const [i, key] of work.entries()) {
    const values = { ":shard": formerShards[i % formerShards.length] };
    await updateItem(core.table, update({ key, update: "SET due_shard = :shard", values }));
  }
  return work;
}

/** A lease as the version before took it. */
async function leaseAsBefore(key: Key, read: string): Promise<boolean> {
  const values = { ":read": read, ":next": toInstant(core.clock() + 30) };
  const action = update({ key, update: "SET due_at = :next", condition: "due_at = :read", values });
  return (await updateItem(core.table, action)).done;
}

const dueOf = async (key: Key) => {
  const { due_shard, due_at } = (await readItem(core.table, key)) ?? {};
  return { due_shard: String(due_shard), due_at: String(due_at) };
};

describe("work in a shard of the version before", () => {
  it("is moved to the shard of its kind once, by processes that start together, and finished", async () => {
    await oweCaptures(core, sale, ["A-1", "A-2", "A-3", "A-4", "A-5", "A-6"]);
    await oweCopies(core, sale, 2, core.clock() + 1);
    await markAsBefore();
    const before = new Map((await listDue(core)).map(({ pk, due_at }) => [pk, due_at]));
    const moved = await Promise.all([core, other, core].map(moveFormerWork));
    expect(moved.reduce((sum, count) => sum + count)).toBe(8);
    const after = await listDue(core);
    expect(new Map(after.map(({ pk, due_at }) => [pk, due_at])), "due when it was").toEqual(before);
    for (const { pk, due_shard } of after)
      expect(due_shard).toMatch(String(pk).startsWith("event-") ? /^bulk-[0-3]$/ : /^money-[0-3]$/);
    core.clock.advance(60);
    expect(await runScheduledWork(core)).toBe(8);
    await expectCleanAudit(core, sale.event_id);
  });

  it("stays with a process of that version that leases it after the move, until that lease ends", async () => {
    await oweCaptures(core, sale, ["A-1"]);
    const [key = { pk: "", sk: "" }] = await markAsBefore();
    core.clock.advance(60);
    const { due_at } = await dueOf(key);
    await moveFormerWork(core);
    expect(await leaseAsBefore(key, due_at)).toBe(true);
    expect(await runScheduledWork(core)).toBe(0);
    core.clock.advance(31);
    expect(await runScheduledWork(core)).toBe(1);
    await expectCleanAudit(core, sale.event_id);
  });

  it("is not taken by a process of that version once a process of this one has leased it", async () => {
    await oweCaptures(core, sale, ["A-1"]);
    const [key = { pk: "", sk: "" }] = await markAsBefore();
    core.clock.advance(60);
    const { due_at } = await dueOf(key);
    await moveFormerWork(core);
    let taken: boolean | undefined;
    const capture = async (named: Parameters<TestCore["gateway"]["capture"]>[0]) => {
      taken = await leaseAsBefore(key, due_at);
      return core.gateway.capture(named);
    };
    const worker = createWorker({ ...core, gateway: { ...core.gateway, capture } }, "money");
    await worker.beginDue();
    expect(await worker.settled()).toBe(1);
    expect(taken).toBe(false);
    await expectCleanAudit(core, sale.event_id);
  });

  it("is left alone while a process of that version has it leased", async () => {
    await oweCaptures(core, sale, ["A-1"]);
    const [key = { pk: "", sk: "" }] = await markAsBefore();
    core.clock.advance(60);
    expect(await leaseAsBefore(key, (await dueOf(key)).due_at)).toBe(true);
    expect(await runScheduledWork(core)).toBe(0);
    expect(toSeconds((await dueOf(key)).due_at)).toBeGreaterThan(core.clock());
    core.clock.advance(31);
    expect(await runScheduledWork(core)).toBe(1);
    await expectCleanAudit(core, sale.event_id);
  });
});
