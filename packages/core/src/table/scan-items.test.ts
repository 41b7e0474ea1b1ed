import { expect, it } from "vitest";
import { fakeTable, silence } from "../testing/fake-table.ts";
import { scanItems } from "./scan-items.ts";

type Input = { ExclusiveStartKey?: unknown; ProjectionExpression: string; ExpressionAttributeNames: object };

it("reads all pages and only the given attributes", async () => {
  const { table, inputs } = fakeTable<Input>((_, before) => ({
    Items: before === 1 ? [] : [{ pk: `item-${before}` }],
    ...(before < 2 ? { LastEvaluatedKey: { pk: `item-${before}` } } : {}),
  }));
  const found = [];
  for await (const item of scanItems(table, ["pk", "user_id"])) found.push(item);
  expect(found).toEqual([{ pk: "item-0" }, { pk: "item-2" }]);
  expect(inputs.map(({ ExclusiveStartKey }) => ExclusiveStartKey)).toEqual([
    undefined,
    { pk: "item-0" },
    { pk: "item-1" },
  ]);
  expect(inputs[0]).toMatchObject({
    ProjectionExpression: "#a0, #a1",
    ExpressionAttributeNames: { "#a0": "pk", "#a1": "user_id" },
    ConsistentRead: true,
  });
});

it("is UNAVAILABLE if the engine does not respond", async () => {
  const { table } = fakeTable(() => silence());
  await expect(scanItems(table, ["pk"]).next()).rejects.toMatchObject({ code: "UNAVAILABLE" });
});
