import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeTable } from "../testing/fake-table.ts";
import { check, put, remove, update } from "./actions.ts";
import { type Action, transact } from "./transact.ts";
import { transactAll } from "./transact-all.ts";
import { writeNew } from "./write-new.ts";

const answering = (answer: (before: number) => unknown) =>
  fakeTable<TransactWriteCommandInput>((_, before) => answer(before));

const at = (name: string) => ({ pk: name, sk: name });
const write = put({ put: { ...at("a"), n: 1 }, condition: "attribute_not_exists(pk)" });
const cancelled = (...reasons: { Code: string; Item?: Record<string, { S: string } | { N: string }> }[]) =>
  new TransactionCanceledException({
    message: "cancelled",
    $metadata: { attempts: 1, httpStatusCode: 400 },
    CancellationReasons: reasons,
  });
const named = (name: string, $metadata: object) => Object.assign(new Error(name), { name, $metadata });
const failedCondition = { Code: "ConditionalCheckFailed", Item: { pk: { S: "a" }, n: { N: "7" } } };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function settled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  await vi.runAllTimersAsync();
  return promise;
}

describe("a transaction", () => {
  it("sends each kind of write with its table, key, condition and values, and requests failing items", async () => {
    const { table, inputs } = answering(() => ({}));
    const condition = "n = :one";
    const values = { ":one": 1 };
    const names = { "#n": "n" };
    await transact(table, [
      write,
      update({ update: "SET #n = :one", key: at("b"), condition, names, values }),
      remove({ remove: at("c"), condition, values }),
      check({ check: at("d"), condition, values }),
    ]);
    const common = { TableName: "evently", ReturnValuesOnConditionCheckFailure: "ALL_OLD" };
    expect(inputs[0]?.TransactItems).toEqual([
      { Put: { ...common, Item: { ...at("a"), n: 1 }, ConditionExpression: "attribute_not_exists(pk)" } },
      {
        Update: {
          ...common,
          Key: at("b"),
          UpdateExpression: "SET #n = :one",
          ConditionExpression: condition,
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: values,
        },
      },
      { Delete: { ...common, Key: at("c"), ConditionExpression: condition, ExpressionAttributeValues: values } },
      {
        ConditionCheck: {
          ...common,
          Key: at("d"),
          ConditionExpression: condition,
          ExpressionAttributeValues: values,
        },
      },
    ]);
  });

  it("returns the failed conditions with their items, null without an item", async () => {
    const { table } = answering(() =>
      cancelled({ Code: "None" }, failedCondition, { Code: "None" }, { Code: "ConditionalCheckFailed" }),
    );
    expect(await transact(table, [write, write, write, write])).toEqual({
      done: false,
      ambiguous: false,
      failedConditions: [
        { index: 1, item: { pk: "a", n: 7 } },
        { index: 3, item: null },
      ],
    });
  });

  it.each(["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"])(
    "that only met %s is sent again under the same token",
    async (Code) => {
      const { table, inputs } = answering((i) => (i < 3 ? cancelled({ Code: "None" }, { Code }) : {}));
      expect(await settled(transact(table, [write, write]))).toEqual({ done: true });
      expect(inputs).toHaveLength(4);
      expect(new Set(inputs.map(({ ClientRequestToken }) => ClientRequestToken)).size).toBe(1);
    },
  );

  it("waits for its first send if that is still in progress", async () => {
    const { table, inputs } = answering((i) => (i === 0 ? named("TransactionInProgressException", {}) : {}));
    expect(await settled(transact(table, [write]))).toEqual({ done: true });
    expect(inputs).toHaveLength(2);
  });

  it("gets a new token each time", async () => {
    const { table, inputs } = answering(() => ({}));
    await transact(table, [write]);
    await transact(table, [write]);
    expect(inputs[0]?.ClientRequestToken).not.toBe(inputs[1]?.ClientRequestToken);
  });

  it("with a failed condition and a conflict is not retried", async () => {
    const { table, inputs } = answering(() => cancelled({ Code: "TransactionConflict" }, failedCondition));
    expect(await settled(transact(table, [write, write]))).toMatchObject({
      done: false,
      failedConditions: [{ index: 1 }],
    });
    expect(inputs).toHaveLength(1);
  });

  it("that conflicts on every try is UNAVAILABLE, never a failed condition", async () => {
    const { table, inputs } = answering(() => cancelled({ Code: "TransactionConflict" }));
    await expect(settled(transact(table, [write]))).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(inputs).toHaveLength(11);
  });

  it("without a response is UNAVAILABLE", async () => {
    const { table } = answering(() => named("TimeoutError", { attempts: 4 }));
    await expect(settled(transact(table, [write]))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it("that is invalid throws the error as it is", async () => {
    const { table } = answering(() => cancelled({ Code: "ValidationError" }));
    await expect(settled(transact(table, [write]))).rejects.toThrow(TransactionCanceledException);
  });

  it("is ambiguous if a condition failed on a second send, or after a try that was sent twice", async () => {
    const twice = Object.assign(cancelled(failedCondition), { $metadata: { attempts: 2, httpStatusCode: 400 } });
    expect(await transact(answering(() => twice).table, [write])).toMatchObject({ done: false, ambiguous: true });
    const earlier = Object.assign(cancelled({ Code: "TransactionConflict" }), {
      $metadata: { attempts: 3, httpStatusCode: 400 },
    });
    const { table } = answering((i) => (i === 0 ? earlier : cancelled(failedCondition)));
    expect(await settled(transact(table, [write]))).toMatchObject({ done: false, ambiguous: true });
  });
});

describe("writing what must be new", () => {
  it("treats a failed condition after an unacknowledged send as its own write", async () => {
    const twice = Object.assign(cancelled(failedCondition), { $metadata: { attempts: 2, httpStatusCode: 400 } });
    await expect(writeNew(answering(() => twice).table, [write])).resolves.toBeUndefined();
  });

  it("throws if an id was issued twice, naming the write", async () => {
    const { table } = answering(() => cancelled({ Code: "None" }, failedCondition));
    await expect(writeNew(table, [write, write])).rejects.toThrow("had to be new exists: 1");
  });
});

describe("any number of writes", () => {
  const writes = (count: number): Action[] => Array.from({ length: count }, (_, i) => ({ put: at(`item-${i}`) }));
  const names = ({ TransactItems = [] }: TransactWriteCommandInput) =>
    TransactItems.map((item) => item.Put?.Item?.pk ?? "check");

  it("go a hundred per transaction, each once", async () => {
    const { table, inputs } = answering(() => ({}));
    expect(await transactAll(table, writes(250))).toEqual([{ done: true }, { done: true }, { done: true }]);
    expect(inputs.map(({ TransactItems }) => TransactItems?.length)).toEqual([100, 100, 50]);
    expect(inputs.flatMap(names)).toEqual(writes(250).map((_, i) => `item-${i}`));
  });

  it("send nothing if there are none", async () => {
    const { table, inputs } = answering(() => ({}));
    expect(await transactAll(table, [])).toEqual([]);
    expect(inputs).toEqual([]);
  });

  it("return outcomes in order, whichever ends first", async () => {
    const { table } = answering((i) =>
      i === 0 ? new Promise((done) => setTimeout(() => done({}), 50)) : cancelled({ Code: "None" }, failedCondition),
    );
    const outcomes = await settled(transactAll(table, writes(150)));
    expect(outcomes.map(({ done }) => done)).toEqual([true, false]);
  });

  it("are at most `inFlight` transactions at once", async () => {
    let running = 0;
    let most = 0;
    const { table } = answering(async () => {
      most = Math.max(most, ++running);
      await new Promise((done) => setTimeout(done, 10));
      running--;
      return {};
    });
    await settled(transactAll(table, writes(900), { inFlight: 3 }));
    expect(most).toBe(3);
  });

  it("with a guard include it in each transaction, one by one, at most a hundred writes each", async () => {
    const guard = check({ check: at("lease"), condition: "lease_until = :lease", values: { ":lease": 1 } });
    let running = 0;
    const sizes: (number | undefined)[] = [];
    const { table } = fakeTable<TransactWriteCommandInput>(async ({ TransactItems }) => {
      expect(++running).toBe(1);
      expect(TransactItems?.[0]?.ConditionCheck?.Key).toEqual(at("lease"));
      sizes.push(TransactItems?.length);
      await new Promise((done) => setTimeout(done, 10));
      running--;
      return {};
    });
    await settled(transactAll(table, writes(200), { guard }));
    expect(sizes).toEqual([100, 100, 3]);
  });
});
