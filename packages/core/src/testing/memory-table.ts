import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  BatchWriteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactGetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import { fakeTable } from "./fake-table.ts";
import { interpose } from "./interpose.ts";
import { updated } from "./memory/change.ts";
import { isTrue } from "./memory/condition.ts";
import { Items } from "./memory/items.ts";

type Write = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];
type Expressions = {
  ConditionExpression?: string | undefined;
  ExpressionAttributeNames?: Record<string, string> | undefined;
  ExpressionAttributeValues?: Item | undefined;
};

const $metadata = { attempts: 1, httpStatusCode: 400 };

/**
 * An in-memory table for tests with thousands of histories, without capacity or request tokens: a transaction that is
 * sent again is carried out again, as by an engine that was restarted. It evaluates the same expressions as the engines,
 * and throws on one that it doesn't support.
 */
export function createMemoryTable(): Table {
  const items = new Items();
  const answers = new Map<unknown, (input: never) => object>([
    [TransactWriteCommand, (input: TransactWriteCommand["input"]) => transactWrite(items, input)],
    [UpdateCommand, (input: UpdateCommand["input"]) => update(items, input)],
    [PutCommand, (input: PutCommand["input"]) => put(items, input)],
    [QueryCommand, (input: QueryCommand["input"]) => items.query(input)],
    [ScanCommand, (input: ScanCommand["input"]) => items.scan(input)],
    [GetCommand, ({ Key = {} }: GetCommand["input"]) => ({ Item: items.find(Key) })],
    [BatchGetCommand, (input: BatchGetCommand["input"]) => batchGet(items, input)],
    [BatchWriteCommand, (input: BatchWriteCommand["input"]) => batchWrite(items, input)],
    [
      TransactGetCommand,
      ({ TransactItems = [] }: TransactGetCommand["input"]) => ({
        Responses: TransactItems.map(({ Get }) => ({ Item: items.find(Get?.Key ?? {}) })),
      }),
    ],
  ]);
  return interpose(fakeTable(() => ({})).table, async (command) => {
    const answer = answers.get(command.constructor);
    if (!answer) throw new Error(`not understood: ${command.constructor.name}`);
    return answer(command.input as never);
  });
}

function transactWrite(items: Items, { TransactItems = [] }: TransactWriteCommandInput): object {
  const reasons = TransactItems.map((write) => {
    const request = write.Put ?? write.Update ?? write.Delete ?? write.ConditionCheck;
    const old = items.find(keyOf(write));
    if (!request || isMet(old, request)) return { Code: "None" };
    return { Code: "ConditionalCheckFailed", ...(old ? { Item: marshall(old) } : {}) };
  });
  if (reasons.some(({ Code }) => Code !== "None"))
    throw new TransactionCanceledException({ message: "cancelled", $metadata, CancellationReasons: reasons });
  for (const write of TransactItems) carryOut(items, write);
  return {};
}

function update(items: Items, input: UpdateCommand["input"]): object {
  checkOne(items, input.Key ?? {}, input);
  carryOut(items, { Update: input as Write["Update"] });
  return { Attributes: items.find(input.Key ?? {}) };
}

function put(items: Items, input: PutCommand["input"]): object {
  checkOne(items, input.Item ?? {}, input);
  items.set(input.Item ?? {});
  return {};
}

function checkOne(items: Items, key: Item, request: Expressions): void {
  const old = items.find(key);
  if (isMet(old, request)) return;
  throw new ConditionalCheckFailedException({ message: "no", $metadata, ...(old ? { Item: marshall(old) } : {}) });
}

function batchGet(items: Items, { RequestItems = {} }: BatchGetCommand["input"]): object {
  const wanted = Object.entries(RequestItems);
  return {
    Responses: Object.fromEntries(
      wanted.map(([name, { Keys = [] }]) => [name, Keys.flatMap((key) => items.find(key) ?? [])]),
    ),
  };
}

function batchWrite(items: Items, { RequestItems = {} }: BatchWriteCommand["input"]): object {
  for (const { PutRequest, DeleteRequest } of Object.values(RequestItems).flat()) {
    if (PutRequest?.Item) items.set(PutRequest.Item);
    if (DeleteRequest?.Key) items.remove(DeleteRequest.Key);
  }
  return {};
}

const keyOf = ({ Put, Update, Delete, ConditionCheck }: Write): Item =>
  Put?.Item ?? Update?.Key ?? Delete?.Key ?? ConditionCheck?.Key ?? {};

function isMet(old: Item | undefined, request: Expressions): boolean {
  const { ConditionExpression: condition } = request;
  return condition === undefined || isTrue(toExpression(condition, request), old ?? {});
}

function carryOut(items: Items, { Put, Update, Delete }: Write): void {
  if (Put?.Item) items.set(Put.Item);
  else if (Update?.Key)
    items.set(updated(toExpression(Update.UpdateExpression ?? "", Update), items.find(Update.Key) ?? Update.Key));
  else if (Delete?.Key) items.remove(Delete.Key);
}

const toExpression = (expression: string, { ExpressionAttributeNames, ExpressionAttributeValues }: Expressions) => ({
  expression,
  names: ExpressionAttributeNames ?? {},
  values: ExpressionAttributeValues ?? {},
});
