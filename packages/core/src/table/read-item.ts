import { BatchGetCommand, GetCommand } from "@aws-sdk/lib-dynamodb";
import { toUnavailable } from "./ambiguous-send.ts";
import type { Key } from "./keys.ts";
import type { Table } from "./table.ts";
import type { Item } from "./transact.ts";

/** A strongly consistent read by default; null if the item doesn't exist. Throws UNAVAILABLE. */
export async function readItem(table: Table, key: Key, { consistent = true } = {}): Promise<Item | null> {
  const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: consistent });
  const { Item } = await table.send(command).catch((error) => {
    throw toUnavailable(error);
  });
  return Item ?? null;
}

const mostKeys = 100;

/** Reads many items, unordered, without those missing; complete and consistent by default. Throws UNAVAILABLE. */
export async function readItems(
  table: Table,
  wanted: Key[],
  { consistent = true, attributes }: { consistent?: boolean; attributes?: string[] } = {},
): Promise<Item[]> {
  const found: Item[] = [];
  const queue = [...wanted];
  const aliases = attributes?.map((name, i) => [`#a${i}`, name] as const);
  const wish = {
    ConsistentRead: consistent,
    ProjectionExpression: aliases?.map(([alias]) => alias).join(", "),
    ExpressionAttributeNames: aliases && Object.fromEntries(aliases),
  };
  while (queue.length > 0) {
    const Keys = queue.splice(0, mostKeys);
    const command = new BatchGetCommand({ RequestItems: { [table.name]: { ...wish, Keys } } });
    const { Responses, UnprocessedKeys } = await table.send(command).catch((error) => {
      throw toUnavailable(error);
    });
    found.push(...(Responses?.[table.name] ?? []));
    queue.push(...((UnprocessedKeys?.[table.name]?.Keys ?? []) as Key[]));
  }
  return found;
}
