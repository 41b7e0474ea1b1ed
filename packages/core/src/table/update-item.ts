import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { toUnavailable } from "./ambiguous-send.ts";
import { retry } from "./retry.ts";
import type { Table } from "./table.ts";
import type { Item, UpdateAction } from "./transact.ts";

/** One conditional update: returns the attributes after it, or the failed condition. Throws UNAVAILABLE. */
export async function updateItem(
  table: Table,
  { key, update, condition, names, values }: UpdateAction,
): Promise<{ done: true; item: Item } | { done: false; item: Item | null }> {
  const command = new UpdateCommand({
    TableName: table.name,
    Key: key,
    UpdateExpression: update,
    ConditionExpression: condition,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
    ReturnValues: "ALL_NEW",
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
  try {
    const { Attributes } = await retry(
      () => table.send(command),
      isTransactionConflict,
      () => table.eventSink?.({ kind: "write_repeated" }),
    );
    return { done: true, item: Attributes ?? {} };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw toUnavailable(error);
    return { done: false, item: error.Item ? unmarshall(error.Item) : null };
  }
}

function isTransactionConflict(error: unknown): boolean {
  return (error as Error).name === "TransactionConflictException";
}
