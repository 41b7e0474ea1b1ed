import { inflateRawSync } from "node:zlib";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";

/** Every item of the table with every attribute; stored answers as the text that they were. */
export async function scanTable(table: Table): Promise<Item[]> {
  const items: Item[] = [];
  let after: Item | undefined;
  do {
    const page = await table.send(
      new ScanCommand({ TableName: table.name, ConsistentRead: true, ExclusiveStartKey: after }),
    );
    items.push(...(page.Items ?? []));
    after = page.LastEvaluatedKey;
  } while (after);
  return items.map(unpack);
}

/** The items that have one of these texts in a key or anywhere else, whatever its case; ids only as a whole. */
export function findNaming(items: readonly Item[], texts: readonly string[]): Item[] {
  const escaped = texts.map((text) => text.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const named = new RegExp(escaped.map((text) => `${text}(?![0-9])`).join("|"));
  return items.filter((item) => named.test(write(item).toLowerCase()));
}

const write = (item: Item): string => JSON.stringify(item, (_, value) => (value instanceof Set ? [...value] : value));

const unpack = (item: Item): Item =>
  item.answer instanceof Uint8Array ? { ...item, answer: inflateRawSync(item.answer).toString("utf8") } : item;
