import type { BatchGetCommandInput, GetCommandInput } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { fakeTable, silence } from "../testing/fake-table.ts";
import type { Key } from "./keys.ts";
import { readItem, readItems } from "./read-item.ts";

const { table: silent, inputs: unanswered } = fakeTable(silence);
const at = (i: number): Key => ({ pk: `item-${i}`, sk: `item-${i}` });

describe("one item", () => {
  const open = () =>
    fakeTable<GetCommandInput>(({ Key }) => ({ Item: Key?.pk === "item-1" ? { ...at(1), n: 1 } : undefined }));

  it("is read consistently by default", async () => {
    const { table, inputs: asked } = open();
    expect(await readItem(table, at(1))).toEqual({ ...at(1), n: 1 });
    await readItem(table, at(1), { consistent: false });
    expect(asked).toEqual([
      { TableName: "evently", Key: at(1), ConsistentRead: true },
      { TableName: "evently", Key: at(1), ConsistentRead: false },
    ]);
  });

  it("is null if it doesn't exist, and UNAVAILABLE if the engine does not respond", async () => {
    expect(await readItem(open().table, at(2))).toBeNull();
    await expect(readItem(silent, at(1))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});

describe("many items", () => {
  /** Has the even ones, and takes at most `most` keys of a request. */
  function halfOf(most: number) {
    const batches: number[] = [];
    const { table } = fakeTable<BatchGetCommandInput>(({ RequestItems }) => {
      const { Keys = [], ConsistentRead } = RequestItems?.evently ?? {};
      expect(ConsistentRead).toBe(true);
      batches.push(Keys.length);
      const even = Keys.slice(0, most).filter(({ pk }) => Number(pk.slice(5)) % 2 === 0);
      const left = Keys.slice(most);
      return { Responses: { evently: even }, UnprocessedKeys: left.length > 0 ? { evently: { Keys: left } } : {} };
    });
    return { table, batches };
  }
  const wanted = Array.from({ length: 250 }, (_, i) => at(i));
  const even = wanted.filter((_, i) => i % 2 === 0);
  const sorted = (items: unknown[]) => items.map((item) => (item as Key).pk).sort();

  it("are read a hundred at a time, without missing ones", async () => {
    const { table, batches } = halfOf(100);
    expect(await readItems(table, wanted)).toEqual(even);
    expect(batches).toEqual([100, 100, 50]);
  });

  it("are requested again if the engine left some unread", async () => {
    const { table, batches } = halfOf(30);
    const found = await readItems(table, wanted);
    expect(sorted(found)).toEqual(sorted(even));
    expect(Math.max(...batches)).toBeLessThanOrEqual(100);
    expect(batches.length).toBeGreaterThan(250 / 100);
  });

  it("cost no request if none are wanted", async () => {
    const before = unanswered.length;
    expect(await readItems(silent, [])).toEqual([]);
    expect(unanswered).toHaveLength(before);
  });

  it("are UNAVAILABLE if the engine does not respond", async () => {
    await expect(readItems(silent, wanted)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});
