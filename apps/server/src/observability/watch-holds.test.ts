import { expect, it } from "vitest";
import { watchHolds } from "./watch-holds.ts";

type Found = { state: string; hold_ttl: number } | null;

/** A watch over these records, at a time that is moved by hand; `reads` are the records asked for. */
function open(records: Record<string, Found | Error>) {
  let now = 1_000;
  const reads: string[] = [];
  const find = async (holding_id: string): Promise<Found> => {
    reads.push(holding_id);
    const found = records[holding_id] ?? null;
    if (found instanceof Error) throw found;
    return found;
  };
  const watch = watchHolds(find, () => now);
  return { watch, reads, records, at: (time: number) => (now = time) };
}

it("counts a hold that ran out once, and reads nothing before", async () => {
  const { watch, reads, at } = open({ a: { state: "active", hold_ttl: 1_180 } });
  watch.add("a", 1_180);
  at(1_180);
  expect([await watch.look(), reads]).toEqual([0, []]);
  at(1_180.5);
  expect(await watch.look()).toBe(1);
  expect(await watch.look()).toBe(0);
  expect(reads).toEqual(["a"]);
});

it.each(["confirmed", "released"])("does not count one that was %s", async (state) => {
  const { watch, reads, at } = open({ a: { state, hold_ttl: 1_180 } });
  watch.add("a", 1_180);
  at(1_200);
  expect([await watch.look(), await watch.look(), reads]).toEqual([0, 0, ["a"]]);
});

it("waits for the end of one that was extended, in whatever process", async () => {
  const { watch, reads, at } = open({ a: { state: "active", hold_ttl: 1_300 } });
  watch.add("a", 1_180);
  at(1_200);
  expect(await watch.look()).toBe(0);
  at(1_299);
  expect([await watch.look(), reads]).toEqual([0, ["a"]]);
  at(1_301);
  expect(await watch.look()).toBe(1);
});

it("leaves one under payment alone until that has ended", async () => {
  const { watch, records, at } = open({ a: { state: "paying", hold_ttl: 1_180 } });
  watch.add("a", 1_180);
  at(1_200);
  expect(await watch.look()).toBe(0);
  records.a = { state: "active", hold_ttl: 1_180 };
  at(1_231);
  expect(await watch.look()).toBe(1);
});

it("looks again at what could not be read, and forgets what is gone", async () => {
  const { watch, records, reads, at } = open({ a: new Error("no answer"), b: null });
  watch.add("a", 1_180);
  watch.add("b", 1_180);
  at(1_200);
  expect(await watch.look()).toBe(0);
  records.a = { state: "active", hold_ttl: 1_180 };
  expect(await watch.look()).toBe(1);
  expect(reads).toEqual(["a", "b", "a"]);
});

it("watches many, but not without end", async () => {
  const { watch, reads, at } = open({});
  for (let i = 0; i < 25_000; i++) watch.add(`holding-${i}`, 1_180);
  at(1_200);
  await watch.look();
  expect(reads).toHaveLength(20_000);
});
