import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, it } from "vitest";
import { put } from "../table/actions.ts";
import { fakeTable } from "../testing/fake-table.ts";
import type { IdempotencyLease, IdempotentResponse } from "./idempotency.ts";
import { transactIdempotent } from "./transact-idempotent.ts";

const action = put({ put: { pk: "venue-00001", sk: "VENUE" }, condition: "attribute_not_exists(pk)" });
const response: IdempotentResponse = { output: { venue_id: "venue-00001" } };

/** The items that stood in the way of each write, in order; null where nothing did. */
type InTheWay = (Record<string, unknown> | null)[];

function open(inTheWay: InTheWay | null) {
  const { table, inputs } = fakeTable<TransactWriteCommandInput>(() => {
    if (!inTheWay) return {};
    const CancellationReasons = inTheWay.map((item) =>
      item ? { Code: "ConditionalCheckFailed", Item: marshall(item) } : { Code: "None" },
    );
    return new TransactionCanceledException({ message: "no", $metadata: { attempts: 1 }, CancellationReasons });
  });
  return { table, sent: () => inputs[0]?.TransactItems ?? [] };
}

const newLease = (): IdempotencyLease => ({ record_id: "hash", lease_id: "ours", isSettled: false });

describe("a transaction of a request without a key", () => {
  it("writes nothing else", async () => {
    const { table, sent } = open(null);
    expect(await transactIdempotent(table, [action], { lease: null, response })).toEqual({ done: true });
    expect(sent()).toHaveLength(1);
  });
});

describe("a transaction of a request with a key", () => {
  it("ends with its response, which makes the record final", async () => {
    const lease = newLease();
    const { table, sent } = open(null);
    expect(await transactIdempotent(table, [action], { lease, response })).toEqual({ done: true });
    expect(sent()[1]).toMatchObject({
      Update: {
        Key: { pk: "claim-hash", sk: "claim-hash" },
        UpdateExpression: "SET answer = :answer REMOVE lease_until",
        ConditionExpression: "lease = :lease AND attribute_not_exists(answer)",
        ExpressionAttributeValues: { ":lease": "ours", ":answer": '{"output":{"venue_id":"venue-00001"}}' },
      },
    });
    expect(lease.isSettled).toBe(true);
  });

  it("leaves the record open if more work follows", async () => {
    const lease = newLease();
    const { table, sent } = open(null);
    await transactIdempotent(table, [action], { lease, response, isInterim: true });
    expect(sent()[1]?.Update?.UpdateExpression).toBe("SET answer = :answer");
    expect(lease.isSettled).toBe(false);
  });

  it("only checks its lease without a response", async () => {
    const lease = newLease();
    const { table, sent } = open(null);
    await transactIdempotent(table, [action], { lease });
    expect(sent()[1]).toMatchObject({ ConditionCheck: { ConditionExpression: "lease = :lease" } });
    expect(lease.isSettled).toBe(false);
  });

  it("is IDEMPOTENCY_KEY_IN_USE after a takeover, whatever other condition failed", async () => {
    for (const first of [null, { pk: "venue-00001" }])
      for (const other of [{ lease: "theirs" }, {}])
        await expect(
          transactIdempotent(open([first, other]).table, [action], { lease: newLease(), response }),
        ).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_IN_USE" });
  });

  it("succeeds if it finds its own response: an earlier send was carried out", async () => {
    const lease = newLease();
    const { table } = open([{ pk: "venue-00001" }, { lease: "ours", answer: "{}" }]);
    expect(await transactIdempotent(table, [action], { lease, response })).toEqual({ done: true });
    expect(lease.isSettled).toBe(true);
  });

  it("returns the failed conditions of its actions, and none of the record", async () => {
    const lease = newLease();
    const { table } = open([{ pk: "venue-00001" }, null]);
    const failedConditions = [{ index: 0, item: { pk: "venue-00001" } }];
    expect(await transactIdempotent(table, [action], { lease, response })).toEqual({
      done: false,
      ambiguous: false,
      failedConditions,
    });
    expect(lease.isSettled).toBe(false);
  });
});
