import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { TransactGetCommandInput } from "@aws-sdk/lib-dynamodb";
import { expect, it } from "vitest";
import { fakeTable, silence } from "../testing/fake-table.ts";
import { readTogether } from "./read-together.ts";

const at = (n: number) => ({ pk: "lanes-event-00001", sk: `a-${n}` });
const met = () =>
  new TransactionCanceledException({
    ...{ message: "cancelled", $metadata: {} },
    CancellationReasons: [{ Code: "TransactionConflict" }, { Code: "None" }],
  });
const counts = { ...at(1), total_bookings: 1 };

it("reads all items in one request and returns them in order, null for missing ones", async () => {
  const { table, inputs } = fakeTable<TransactGetCommandInput>(() => ({ Responses: [{}, { Item: counts }] }));
  expect(await readTogether(table, [at(2), at(1)])).toEqual([null, counts]);
  expect(inputs).toEqual([{ TransactItems: [at(2), at(1)].map((Key) => ({ Get: { TableName: "evently", Key } })) }]);
});

it("reads again after a conflict with a write", async () => {
  const { table, inputs } = fakeTable((_, before) => (before === 0 ? met() : { Responses: [{ Item: counts }] }));
  expect(await readTogether(table, [at(1)])).toEqual([counts]);
  expect(inputs).toHaveLength(2);
});

it("returns null if every try conflicts with a write", async () => {
  const { table, inputs } = fakeTable(met);
  expect(await readTogether(table, [at(1), at(2)])).toBe(null);
  expect(inputs).toHaveLength(11);
});

it("is UNAVAILABLE if the engine does not respond", async () => {
  await expect(readTogether(fakeTable(silence).table, [at(1)])).rejects.toMatchObject({ code: "UNAVAILABLE" });
});
