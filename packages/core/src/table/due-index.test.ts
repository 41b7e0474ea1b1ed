import { describe, expect, it } from "vitest";
import { dueAt, shards } from "./due-index.ts";

const names = Array.from({ length: 4_000 }, (_, i) => `holding-${String(i + 1).padStart(5, "0")}`);

describe("the mark of unfinished work", () => {
  it("has the due time as an instant that sorts as text", () => {
    expect(dueAt("payment-00042", 1_795_323_859.123).due_at).toBe("2026-11-22T05:04:19.123Z");
  });

  it("puts an item in the same shard in every process and every release, whatever its time", () => {
    expect(dueAt("holding-00001", 0).due_shard).toBe(dueAt("holding-00001", 1_795_323_859).due_shard);
    expect(
      ["holding-00001", "holding-00002", "payment-00001", "event-00001"].map((pk) => dueAt(pk, 0).due_shard),
    ).toEqual(["due-7", "due-0", "due-2", "due-6"]);
  });

  it("spreads a rush evenly over the eight shards", () => {
    const counts = new Map<string, number>(shards.map((shard) => [shard, 0]));
    for (const name of names) {
      const { due_shard } = dueAt(name, 0);
      counts.set(due_shard, (counts.get(due_shard) ?? 0) + 1);
    }
    expect([...counts.keys()]).toEqual(["due-0", "due-1", "due-2", "due-3", "due-4", "due-5", "due-6", "due-7"]);
    for (const count of counts.values()) expect(Math.abs(count - names.length / 8)).toBeLessThan(names.length / 80);
  });
});
