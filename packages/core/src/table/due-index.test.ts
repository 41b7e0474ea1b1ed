import { describe, expect, it } from "vitest";
import { dueAt, shardsOf } from "./due-index.ts";

const names = Array.from({ length: 4_000 }, (_, i) => `holding-${String(i + 1).padStart(5, "0")}`);

describe("the mark of unfinished work", () => {
  it("has the due time as an instant that sorts as text", () => {
    expect(dueAt("money", "payment-00042", 1_795_323_859.123).due_at).toBe("2026-11-22T05:04:19.123Z");
  });

  it("puts an item in the same shard in every process and every release, whatever its time", () => {
    expect(dueAt("money", "holding-00001", 0).due_shard).toBe(dueAt("money", "holding-00001", 1_795_323_859).due_shard);
    const keys = ["holding-00001", "holding-00002", "payment-00001", "event-00001"];
    expect(keys.map((pk) => dueAt("money", pk, 0).due_shard)).toEqual(["money-3", "money-0", "money-2", "money-2"]);
    expect(keys.map((pk) => dueAt("bulk", pk, 0).due_shard)).toEqual(["bulk-3", "bulk-0", "bulk-2", "bulk-2"]);
  });

  it("spreads a rush evenly over the four shards of its kind", () => {
    const counts = new Map<string, number>(shardsOf("money").map((shard) => [shard, 0]));
    for (const name of names) {
      const { due_shard } = dueAt("money", name, 0);
      counts.set(due_shard, (counts.get(due_shard) ?? 0) + 1);
    }
    expect([...counts.keys()]).toEqual(["money-0", "money-1", "money-2", "money-3"]);
    for (const count of counts.values()) expect(Math.abs(count - names.length / 4)).toBeLessThan(names.length / 80);
  });
});
