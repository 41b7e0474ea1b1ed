import { TransactGetCommand } from "@aws-sdk/lib-dynamodb";
import { toUnavailable } from "./ambiguous-send.ts";
import type { Key } from "./keys.ts";
import { retry } from "./retry.ts";
import type { Table } from "./table.ts";
import { type Item, isCollision } from "./transact.ts";

/**
 * At most 100 items as they all stood at one instant, in the order asked for, null where there is none; null instead of
 * all where one of them was being written whenever it was asked. Throws UNAVAILABLE.
 */
export async function readTogether(table: Table, wanted: Key[]): Promise<(Item | null)[] | null> {
  const TransactItems = wanted.map((key) => ({ Get: { TableName: table.name, Key: key } }));
  try {
    const { Responses } = await retry(() => table.send(new TransactGetCommand({ TransactItems })), isCollision);
    return wanted.map((_, i) => Responses?.[i]?.Item ?? null);
  } catch (error) {
    if (isCollision(error)) return null;
    throw toUnavailable(error);
  }
}
