import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { toUnavailable } from "./ambiguous-send.ts";
import type { Table } from "./table.ts";
import type { Item } from "./transact.ts";

/**
 * All items of the table with the given attributes, page by page: for operator commands, never for a request. Throws
 * UNAVAILABLE.
 */
export async function* scanItems(table: Table, attributes: readonly string[]): AsyncGenerator<Item> {
  const names = Object.fromEntries(attributes.map((name, i) => [`#a${i}`, name]));
  let after: Item | undefined;
  do {
    const command = new ScanCommand({
      TableName: table.name,
      ConsistentRead: true,
      ProjectionExpression: Object.keys(names).join(", "),
      ExpressionAttributeNames: names,
      ExclusiveStartKey: after,
    });
    const page = await table.send(command).catch((error) => {
      throw toUnavailable(error);
    });
    yield* page.Items ?? [];
    after = page.LastEvaluatedKey;
  } while (after);
}
