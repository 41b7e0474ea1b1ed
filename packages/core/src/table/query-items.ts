import { QueryCommand, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { toUnavailable } from "./ambiguous-send.ts";
import { indexes } from "./keys.ts";
import type { Table } from "./table.ts";
import type { Item } from "./transact.ts";

export type Query = {
  index?: keyof typeof indexes;
  /** Value of the partition key (of the index, if one is named). */
  partition: string;
  /** Bounds of the sort key; `from` is inclusive, `below` is exclusive. */
  from?: string;
  below?: string;
  newestFirst?: boolean;
  consistent?: boolean;
  attributes?: string[];
  limit?: number;
  after?: Item;
};

/** A page and the position of the next one, null at the end. Throws UNAVAILABLE. */
export async function queryPage(table: Table, query: Query): Promise<{ items: Item[]; next: Item | null }> {
  const { Items, LastEvaluatedKey } = await table.send(new QueryCommand(toInput(table, query))).catch((error) => {
    throw toUnavailable(error);
  });
  return { items: Items ?? [], next: LastEvaluatedKey ?? null };
}

/** All pages of a query, of `limit` items where that is given, read on demand. Throws UNAVAILABLE. */
export async function* queryPages(table: Table, query: Query): AsyncGenerator<Item[]> {
  for (let after = query.after; ; ) {
    const page = await queryPage(table, { ...query, ...(after ? { after } : {}) });
    yield page.items;
    if (!page.next) return;
    after = page.next;
  }
}

/** All items of a query, reading page by page on demand. Throws UNAVAILABLE. */
export async function* queryItems(table: Table, query: Query): AsyncGenerator<Item> {
  for await (const items of queryPages(table, query)) yield* items;
}

/** Counts the items of a query without returning them; those of the first `mostPages`, of a megabyte each. Throws UNAVAILABLE. */
export async function countItems(table: Table, query: Query, mostPages = Number.POSITIVE_INFINITY): Promise<number> {
  let count = 0;
  let pages = 0;
  let after = query.after;
  do {
    const input: QueryCommandInput = {
      ...toInput(table, { ...query, ...(after ? { after } : {}) }),
      Select: "COUNT",
    };
    const page = await table.send(new QueryCommand(input)).catch((error) => {
      throw toUnavailable(error);
    });
    count += page.Count ?? 0;
    after = page.LastEvaluatedKey;
    pages++;
  } while (after && pages < mostPages);
  return count;
}

function toInput({ name: TableName, itemsAPage }: Table, query: Query): QueryCommandInput {
  const index = query.index ? indexes[query.index] : { name: undefined, hash: "pk", range: "sk" };
  const attributes = query.attributes?.map((name, i) => [`#a${i}`, name] as const);
  return {
    TableName,
    IndexName: index.name,
    KeyConditionExpression: toKeyCondition(query),
    ExpressionAttributeNames: {
      "#hash": index.hash,
      ...(query.from !== undefined || query.below !== undefined ? { "#range": index.range } : {}),
      ...Object.fromEntries(attributes ?? []),
    },
    ExpressionAttributeValues: {
      ":hash": query.partition,
      ...(query.from === undefined ? {} : { ":from": query.from }),
      ...(query.below === undefined ? {} : { ":below": query.below }),
    },
    ProjectionExpression: attributes?.map(([alias]) => alias).join(", "),
    ScanIndexForward: !query.newestFirst,
    ConsistentRead: query.index ? undefined : query.consistent,
    Limit: query.limit ?? itemsAPage,
    ExclusiveStartKey: query.after,
  };
}

/**
 * A key condition takes one bound on the sort key: BETWEEN would include `below`, so only one of the two may be set.
 */
function toKeyCondition({ from, below }: Query): string {
  if (from !== undefined) return "#hash = :hash AND #range >= :from";
  return below === undefined ? "#hash = :hash" : "#hash = :hash AND #range < :below";
}
