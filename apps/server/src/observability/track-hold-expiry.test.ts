import type { HoldingId } from "@evently/core/ids";
import { id } from "@evently/core/testing/id";
import { expect, it } from "vitest";
import { trackHoldExpiry } from "./track-hold-expiry.ts";

type Found = { state: string; hold_ttl: number } | null;

/** Tracks holds over these records, at a time that is moved by hand; `reads` are the records asked for. */
function open(records: Record<string, Found | Error>) {
  let now = 1_000;
  const reads: string[] = [];
  const find = async (holding_id: HoldingId): Promise<Found> => {
    reads.push(holding_id);
    const found = records[holding_id] ?? null;
    if (found instanceof Error) throw found;
    return found;
  };
  const tracker = trackHoldExpiry(find, () => now);
  return { tracker, reads, records, at: (time: number) => (now = time) };
}

it("counts an expired hold once, and reads nothing before its expiry", async () => {
  const { tracker, reads, at } = open({ a: { state: "active", hold_ttl: 1_180 } });
  tracker.add(id.holding("a"), 1_180);
  at(1_180);
  expect([await tracker.check(), reads]).toEqual([0, []]);
  at(1_180.5);
  expect(await tracker.check()).toBe(1);
  expect(await tracker.check()).toBe(0);
  expect(reads).toEqual(["a"]);
});

it.each(["confirmed", "released"])("does not count one that was %s", async (state) => {
  const { tracker, reads, at } = open({ a: { state, hold_ttl: 1_180 } });
  tracker.add(id.holding("a"), 1_180);
  at(1_200);
  expect([await tracker.check(), await tracker.check(), reads]).toEqual([0, 0, ["a"]]);
});

it("waits for the expiry of a hold that another process extended", async () => {
  const { tracker, reads, at } = open({ a: { state: "active", hold_ttl: 1_300 } });
  tracker.add(id.holding("a"), 1_180);
  at(1_200);
  expect(await tracker.check()).toBe(0);
  at(1_299);
  expect([await tracker.check(), reads]).toEqual([0, ["a"]]);
  at(1_301);
  expect(await tracker.check()).toBe(1);
});

it("leaves a hold under payment alone until the payment has ended", async () => {
  const { tracker, records, at } = open({ a: { state: "paying", hold_ttl: 1_180 } });
  tracker.add(id.holding("a"), 1_180);
  at(1_200);
  expect(await tracker.check()).toBe(0);
  records.a = { state: "active", hold_ttl: 1_180 };
  at(1_231);
  expect(await tracker.check()).toBe(1);
});

it("retries failed reads, and drops missing holds", async () => {
  const { tracker, records, reads, at } = open({ a: new Error("no answer"), b: null });
  tracker.add(id.holding("a"), 1_180);
  tracker.add(id.holding("b"), 1_180);
  at(1_200);
  expect(await tracker.check()).toBe(0);
  records.a = { state: "active", hold_ttl: 1_180 };
  expect(await tracker.check()).toBe(1);
  expect(reads).toEqual(["a", "b", "a"]);
});

it("tracks at most 20,000 holds", async () => {
  const { tracker, reads, at } = open({});
  for (let i = 0; i < 25_000; i++) tracker.add(id.holding(`holding-${i}`), 1_180);
  at(1_200);
  await tracker.check();
  expect(reads).toHaveLength(20_000);
});
