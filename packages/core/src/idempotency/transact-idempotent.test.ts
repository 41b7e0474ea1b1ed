import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, it } from "vitest";
import { createCore } from "../create-core.ts";
import type { Action } from "../table/transact.ts";
import { fakeTable } from "../testing/fake-table.ts";
import type { IdempotencyLease } from "./idempotency.ts";
import { type IdempotentResponse, transactIdempotent } from "./transact-idempotent.ts";

const action: Action = { put: { pk: "venue-00001", sk: "VENUE" }, condition: "attribute_not_exists(pk)" };
const told: IdempotentResponse = { answer: () => ({ output: { venue_id: "venue-00001" } }) };

/** The items that stood in the way of each write, in order; null where nothing did. */
type InTheWay = (Record<string, unknown> | null)[];

function open(inTheWay: InTheWay | null, claim: IdempotencyLease | null) {
  const { table, inputs } = fakeTable<TransactWriteCommandInput>(() => {
    if (!inTheWay) return {};
    const CancellationReasons = inTheWay.map((item) =>
      item ? { Code: "ConditionalCheckFailed", Item: marshall(item) } : { Code: "None" },
    );
    return new TransactionCanceledException({ message: "no", $metadata: { attempts: 1 }, CancellationReasons });
  });
  const core = { ...createCore({ table, rules: {} as never, gateway: {} as never, secret: "" }), claim };
  return { core, sent: () => inputs[0]?.TransactItems ?? [] };
}

const newClaim = (): IdempotencyLease => ({ record_id: "hash", lease: "mine", isSettled: false });

describe("a transaction of a request without a key", () => {
  it("is what it is, and its answer is never made", async () => {
    const { core, sent } = open(null, null);
    const answer = () => {
      throw new Error("nobody asked for it");
    };
    expect(await transactIdempotent(core, [action], { answer })).toEqual({ done: true });
    expect(sent()).toHaveLength(1);
  });
});

describe("a transaction of a request with a key", () => {
  it("ends with its answer, which settles the claim", async () => {
    const claim = newClaim();
    const { core, sent } = open(null, claim);
    expect(await transactIdempotent(core, [action], told)).toEqual({ done: true });
    expect(sent()[1]).toMatchObject({
      Update: {
        Key: { pk: "claim-hash", sk: "claim-hash" },
        UpdateExpression: "SET answer = :answer REMOVE lease_until",
        ConditionExpression: "lease = :lease AND attribute_not_exists(answer)",
        ExpressionAttributeValues: { ":lease": "mine", ":answer": '{"output":{"venue_id":"venue-00001"}}' },
      },
    });
    expect(claim.isSettled).toBe(true);
  });

  it("leaves the claim to the verb where more follows", async () => {
    const claim = newClaim();
    const { core, sent } = open(null, claim);
    await transactIdempotent(core, [action], { ...told, more: true });
    expect(sent()[1]?.Update?.UpdateExpression).toBe("SET answer = :answer");
    expect(claim.isSettled).toBe(false);
  });

  it("without an answer only asks whether the claim is still its own", async () => {
    const claim = newClaim();
    const { core, sent } = open(null, claim);
    await transactIdempotent(core, [action]);
    expect(sent()[1]).toMatchObject({ ConditionCheck: { ConditionExpression: "lease = :lease" } });
    expect(claim.isSettled).toBe(false);
  });

  it("that another took over is refused as such, whatever else stood in the way", async () => {
    for (const first of [null, { pk: "venue-00001" }])
      for (const other of [{ lease: "theirs" }, {}])
        await expect(transactIdempotent(open([first, other], newClaim()).core, [action], told)).rejects.toMatchObject({
          code: "IDEMPOTENCY_KEY_IN_USE",
        });
  });

  it("that finds its own answer in the way is done: an earlier send was carried out", async () => {
    const claim = newClaim();
    const { core } = open([{ pk: "venue-00001" }, { lease: "mine", answer: "{}" }], claim);
    expect(await transactIdempotent(core, [action], told)).toEqual({ done: true });
    expect(claim.isSettled).toBe(true);
  });

  it("tells the refusals of its own writes, and none of the claim", async () => {
    const claim = newClaim();
    const { core } = open([{ pk: "venue-00001" }, null], claim);
    const failedConditions = [{ index: 0, item: { pk: "venue-00001" } }];
    expect(await transactIdempotent(core, [action], told)).toEqual({ done: false, ambiguous: false, failedConditions });
    expect(claim.isSettled).toBe(false);
  });
});
