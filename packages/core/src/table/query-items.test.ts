import type { QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { fakeTable, silence } from "../testing/fake-table.ts";
import { countItems, type Query, queryItems, queryPage } from "./query-items.ts";
import type { Table } from "./table.ts";

const { table: silent } = fakeTable(silence);

/** Answers the pages one after the other and keeps what was asked. */
function paged(...pages: string[][]) {
  const { table, inputs } = fakeTable<QueryCommandInput>((_, i) => {
    const Items = (pages[i] ?? []).map((sk) => ({ sk }));
    const LastEvaluatedKey = i < pages.length - 1 ? { sk: `after-${i}` } : undefined;
    return { Items, Count: Items.length, LastEvaluatedKey };
  });
  return { table, asked: inputs };
}

async function askedFor(query: Query): Promise<QueryCommandInput | undefined> {
  const { table, asked } = paged([]);
  await queryPage(table, query);
  return asked[0];
}

async function all(table: Table, query: Query): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { sk } of queryItems(table, query)) found.push(sk);
  return found;
}

describe("a query", () => {
  it("of a partition reads all of it in ascending order", async () => {
    expect(await askedFor({ partition: "event-00001" })).toEqual({
      TableName: "evently",
      KeyConditionExpression: "#hash = :hash",
      ExpressionAttributeNames: { "#hash": "pk" },
      ExpressionAttributeValues: { ":hash": "event-00001" },
      ScanIndexForward: true,
    });
  });

  it.each([
    [{ from: "A" }, "#hash = :hash AND #range >= :from", { ":hash": "p", ":from": "A" }],
    [{ below: ":" }, "#hash = :hash AND #range < :below", { ":hash": "p", ":below": ":" }],
  ])("with the bound %j has it in its condition", async (bound, condition, values) => {
    expect(await askedFor({ partition: "p", ...bound })).toMatchObject({
      KeyConditionExpression: condition,
      ExpressionAttributeNames: { "#hash": "pk", "#range": "sk" },
      ExpressionAttributeValues: values,
    });
  });

  it("of an index uses that index's keys, without a consistent read", async () => {
    const asked = await askedFor({ index: "due", partition: "due-0", below: "2027", consistent: true });
    expect(asked).toMatchObject({
      IndexName: "due",
      ExpressionAttributeNames: { "#hash": "due_shard", "#range": "due_at" },
    });
    expect(asked?.ConsistentRead).toBeUndefined();
    expect((await askedFor({ partition: "p", consistent: true }))?.ConsistentRead).toBe(true);
  });

  it("reads only the wanted attributes, reserved words too", async () => {
    expect(await askedFor({ partition: "p", attributes: ["sk", "state"] })).toMatchObject({
      ProjectionExpression: "#a0, #a1",
      ExpressionAttributeNames: { "#hash": "pk", "#a0": "sk", "#a1": "state" },
    });
  });

  it("can be reversed, limited and continued", async () => {
    expect(await askedFor({ partition: "p", newestFirst: true, limit: 5, after: { pk: "p", sk: "x" } })).toMatchObject({
      ScanIndexForward: false,
      Limit: 5,
      ExclusiveStartKey: { pk: "p", sk: "x" },
    });
  });
});

describe("the items of a query", () => {
  it("come page by page, empty pages too, each from the end of the previous one", async () => {
    const { table, asked } = paged(["a", "b"], [], ["c"]);
    expect(await all(table, { partition: "p" })).toEqual(["a", "b", "c"]);
    expect(asked.map(({ ExclusiveStartKey }) => ExclusiveStartKey?.sk)).toEqual([undefined, "after-0", "after-1"]);
  });

  it("are not read further than they are wanted", async () => {
    const { table, asked } = paged(["a", "b"], ["c"]);
    for await (const { sk } of queryItems(table, { partition: "p" })) if (sk === "b") break;
    expect(asked).toHaveLength(1);
  });

  it("come in pages with the position of the next one", async () => {
    const { table } = paged(["a"], ["b"]);
    expect(await queryPage(table, { partition: "p" })).toEqual({ items: [{ sk: "a" }], next: { sk: "after-0" } });
    expect(await queryPage(table, { partition: "p" })).toEqual({ items: [{ sk: "b" }], next: null });
  });

  it("are counted over all pages without being read", async () => {
    const { table, asked } = paged(["a", "b"], [], ["c"]);
    expect(await countItems(table, { partition: "p" })).toBe(3);
    expect(asked.map(({ Select }) => Select)).toEqual(["COUNT", "COUNT", "COUNT"]);
    expect(asked.map(({ ExclusiveStartKey }) => ExclusiveStartKey?.sk)).toEqual([undefined, "after-0", "after-1"]);
  });

  it("are counted up to so many pages", async () => {
    const { table, asked } = paged(["a"], ["b"], ["c"]);
    expect(await countItems(table, { partition: "p" }, 2)).toBe(2);
    expect(asked).toHaveLength(2);
  });

  it("are UNAVAILABLE if the engine does not respond", async () => {
    const code = { code: "UNAVAILABLE" };
    await expect(queryPage(silent, { partition: "p" })).rejects.toMatchObject(code);
    await expect(all(silent, { partition: "p" })).rejects.toMatchObject(code);
    await expect(countItems(silent, { partition: "p" })).rejects.toMatchObject(code);
  });
});
