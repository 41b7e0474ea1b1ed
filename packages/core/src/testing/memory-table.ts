import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  GetCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import { isTrue, updated } from "./evaluate-expression.ts";
import { fakeTable } from "./fake-table.ts";
import { interpose } from "./interpose.ts";

type Write = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];
type Expressions = { ExpressionAttributeNames?: Record<string, string>; ExpressionAttributeValues?: Item };

const $metadata = { attempts: 1, httpStatusCode: 400 };

/**
 * An in-memory table for tests with thousands of histories, without indexes, capacity or request tokens. It evaluates
 * the same expressions as the engines, and throws on one it doesn't support.
 */
export function createMemoryTable(): Table {
  const { partition, find, isMet, carryOut } = createItems();

  function transactWrite({ TransactItems = [] }: TransactWriteCommandInput): object {
    const reasons = TransactItems.map((write) => {
      const request = write.Put ?? write.Update ?? write.Delete ?? write.ConditionCheck;
      const key = write.Put?.Item ?? write.Update?.Key ?? write.Delete?.Key ?? write.ConditionCheck?.Key ?? {};
      if (isMet(request?.ConditionExpression, key, request ?? {})) return { Code: "None" };
      const old = find(key);
      return { Code: "ConditionalCheckFailed", ...(old ? { Item: marshall(old) } : {}) };
    });
    if (reasons.some(({ Code }) => Code !== "None"))
      throw new TransactionCanceledException({ message: "cancelled", $metadata, CancellationReasons: reasons });
    TransactItems.forEach(carryOut);
    return {};
  }

  function update({ input }: UpdateCommand): object {
    const key = input.Key ?? {};
    if (!isMet(input.ConditionExpression, key, input)) {
      const old = find(key);
      throw new ConditionalCheckFailedException({ message: "no", $metadata, ...(old ? { Item: marshall(old) } : {}) });
    }
    carryOut({ Update: input as Write["Update"] });
    return { Attributes: find(key) };
  }

  function query({ input }: QueryCommand): object {
    const condition = toExpression(input.KeyConditionExpression ?? "", input);
    const found = [...partition(condition.values[":hash"]).values()].filter((item) => isTrue(condition, item));
    return { Items: found.toSorted((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1)).map((item) => ({ ...item })) };
  }

  function batchGet({ input }: BatchGetCommand): object {
    const wanted = Object.entries(input.RequestItems ?? {});
    return {
      Responses: Object.fromEntries(
        wanted.map(([name, { Keys = [] }]) => [name, Keys.flatMap((key) => find(key) ?? [])]),
      ),
    };
  }

  return interpose(fakeTable(() => ({})).table, async (command) => {
    if (command instanceof TransactWriteCommand) return transactWrite(command.input);
    if (command instanceof UpdateCommand) return update(command);
    if (command instanceof QueryCommand) return query(command);
    if (command instanceof GetCommand) return { Item: find(command.input.Key ?? {}) };
    if (command instanceof BatchGetCommand) return batchGet(command);
    if (command instanceof TransactGetCommand)
      return { Responses: command.input.TransactItems?.map(({ Get }) => ({ Item: find(Get?.Key ?? {}) })) };
    throw new Error(`not understood: ${command.constructor.name}`);
  });
}

/** The items by partition, with evaluation of conditions and updates. */
function createItems() {
  const partitions = new Map<unknown, Map<unknown, Item>>();
  const partition = (pk: unknown): Map<unknown, Item> => {
    const items = partitions.get(pk) ?? new Map<unknown, Item>();
    partitions.set(pk, items);
    return items;
  };
  const find = ({ pk, sk }: Item): Item | undefined => partition(pk).get(sk);
  const set = (item: Item) => partition(item.pk).set(item.sk, item);

  function isMet(condition: string | undefined, key: Item, expressions: Expressions): boolean {
    return condition === undefined || isTrue(toExpression(condition, expressions), find(key) ?? {});
  }

  function carryOut({ Put, Update, Delete }: Write): void {
    if (Put?.Item) set({ ...Put.Item });
    else if (Update?.Key) set(change(Update.Key, Update.UpdateExpression, Update));
    else if (Delete?.Key) partition(Delete.Key.pk).delete(Delete.Key.sk);
  }

  const change = (key: Item, expression = "", expressions: Expressions): Item =>
    updated(toExpression(expression, expressions), find(key) ?? key);

  return { partition, find, isMet, carryOut };
}

const toExpression = (expression: string, { ExpressionAttributeNames, ExpressionAttributeValues }: Expressions) => ({
  expression,
  names: ExpressionAttributeNames ?? {},
  values: ExpressionAttributeValues ?? {},
});
