import { TransactGetCommand } from "@aws-sdk/lib-dynamodb";
import { toUnavailable } from "./ambiguous-send.ts";
import type { Key } from "./keys.ts";
import { retry } from "./retry.ts";
import type { Table } from "./table.ts";
import { type Item, isCollision } from "./transact.ts";

/**
 * Reads at most 100 items as of one instant, in the given order, null for each missing one; returns null if on every
 * try one of them was being written. Throws UNAVAILABLE.
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
