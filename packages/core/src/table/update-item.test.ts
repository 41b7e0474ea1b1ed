import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import type { UpdateCommandInput } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeTable } from "../testing/fake-table.ts";
import { update } from "./actions.ts";
import { updateItem } from "./update-item.ts";

const named = (name: string, $metadata: object = {}) => Object.assign(new Error(name), { name, $metadata });

/** Gives these answers, and the last of them from then on. */
const answering = (...answers: unknown[]) =>
  fakeTable<UpdateCommandInput>((_, before) => answers[Math.min(before, answers.length - 1)]);

const rename = update({
  key: { pk: "a", sk: "a" },
  update: "SET #n = :n",
  condition: "attribute_exists(pk)",
  names: { "#n": "name" },
  values: { ":n": "new" },
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function settled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  await vi.runAllTimersAsync();
  return promise;
}

it("returns the updated item", async () => {
  const { table, inputs } = answering({ Attributes: { pk: "a", name: "new" } });
  expect(await updateItem(table, rename)).toEqual({ done: true, item: { pk: "a", name: "new" } });
  expect(inputs[0]).toEqual({
    TableName: "evently",
    Key: { pk: "a", sk: "a" },
    UpdateExpression: "SET #n = :n",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeNames: { "#n": "name" },
    ExpressionAttributeValues: { ":n": "new" },
    ReturnValues: "ALL_NEW",
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
});

it("returns the item that failed the condition, null without an item", async () => {
  const refused = (Item?: { name: { S: string } }) =>
    new ConditionalCheckFailedException({ message: "no", $metadata: {}, ...(Item ? { Item } : {}) });
  expect(await updateItem(answering(refused({ name: { S: "old" } })).table, rename)).toEqual({
    done: false,
    item: { name: "old" },
  });
  expect(await updateItem(answering(refused()).table, rename)).toEqual({ done: false, item: null });
});

it("retries after a conflict with a transaction", async () => {
  const { table, inputs } = answering(named("TransactionConflictException", { httpStatusCode: 400 }), {});
  expect(await settled(updateItem(table, rename))).toEqual({ done: true, item: {} });
  expect(inputs).toHaveLength(2);
});

it("is UNAVAILABLE if every try conflicts or without a response, which is not retried", async () => {
  const conflict = answering(named("TransactionConflictException", { httpStatusCode: 400 }));
  await expect(settled(updateItem(conflict.table, rename))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  expect(conflict.inputs).toHaveLength(11);
  const silent = answering(named("TimeoutError"));
  await expect(settled(updateItem(silent.table, rename))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  expect(silent.inputs).toHaveLength(1);
});

it("throws an invalid request's error as it is", async () => {
  const { table } = answering(named("ValidationException", { httpStatusCode: 400 }));
  await expect(updateItem(table, rename)).rejects.toThrow("ValidationException");
});
