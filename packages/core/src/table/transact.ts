import { randomUUID } from "node:crypto";
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { TransactWriteCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { EventlyError } from "../errors.ts";
import { sends, toUnavailable } from "./ambiguous-send.ts";
import type { Key } from "./keys.ts";
import { retry } from "./retry.ts";
import type { Table } from "./table.ts";

export type Item = Record<string, unknown>;

type Unconditional = { condition?: never; names?: never; values?: never };

type Expression = { condition?: string; names?: Record<string, string>; values?: Item };

declare const checked: unique symbol;
/** Created by the functions of actions.ts, which check the names and values of their expressions. */
type Checked = Expression & { readonly [checked]: true };

/** An update of one item; also the kind of write that updateItem sends alone. */
export type UpdateAction = { update: string; key: Key } & Checked;

/** One write of a transaction, without the table name; its condition decides. */
export type Action =
  | UpdateAction
  | ({ put: Item } & (Checked | Unconditional))
  | ({ remove: Key } & (Checked | Unconditional))
  | ({ check: Key } & Checked);

/** A write whose condition failed; `item` is the existing item, null if there was none. */
export type FailedCondition = { index: number; item: Item | null };

/**
 * `ambiguous`: an earlier send got no response, so our own write may have failed the condition: read before trusting
 * it.
 */
export type Outcome = { done: true } | { done: false; ambiguous: boolean; failedConditions: FailedCondition[] };

/**
 * Writes all actions or none, at most 100. Returns the failed conditions; retries, with full jitter, a transaction that
 * conflicted or was throttled. Throws UNAVAILABLE if the outcome is unknown.
 */
export async function transact(table: Table, actions: Action[]): Promise<Outcome> {
  const input: TransactWriteCommandInput = {
    ClientRequestToken: randomUUID(),
    TransactItems: actions.map((action) => toTransactItem(table.name, action)),
  };
  let ambiguous = false;
  const send = () =>
    table.send(new TransactWriteCommand(input)).catch((error: unknown) => {
      ambiguous ||= sends(error) > 1;
      throw error;
    });
  try {
    await retry(send, isCollision, () => table.eventSink?.({ kind: "write_repeated" }));
    return { done: true };
  } catch (error) {
    const failedConditions = readFailedConditions(error);
    if (failedConditions.length > 0) return { done: false, ambiguous, failedConditions };
    throw isCollision(error) ? new EventlyError("UNAVAILABLE", {}, undefined, { cause: error }) : toUnavailable(error);
  }
}

function toTransactItem(
  TableName: string,
  action: Action,
): NonNullable<TransactWriteCommandInput["TransactItems"]>[number] {
  const common = {
    TableName,
    ConditionExpression: action.condition,
    ExpressionAttributeNames: action.names,
    ExpressionAttributeValues: action.values,
    ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
  };
  if ("put" in action) return { Put: { ...common, Item: action.put } };
  if ("update" in action) return { Update: { ...common, Key: action.key, UpdateExpression: action.update } };
  if ("remove" in action) return { Delete: { ...common, Key: action.remove } };
  return { ConditionCheck: { ...common, Key: action.check, ConditionExpression: action.condition } };
}

function readFailedConditions(error: unknown): FailedCondition[] {
  if (!(error instanceof TransactionCanceledException)) return [];
  return (error.CancellationReasons ?? []).flatMap(({ Code, Item }, index) =>
    Code === "ConditionalCheckFailed" ? [{ index, item: Item ? unmarshall(Item) : null }] : [],
  );
}

const passing = new Set(["None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]);

/** Whether a transaction only conflicted with another or was throttled, so a retry may succeed. */
export function isCollision(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException))
    return (error as Error).name === "TransactionInProgressException";
  const reasons = error.CancellationReasons ?? [];
  return reasons.length > 0 && reasons.every(({ Code }) => passing.has(Code ?? "None"));
}
