import type { OwnerId } from "../ids.ts";
import { queryItems } from "../table/query-items.ts";
import type { Table } from "../table/table.ts";

/** What owners have whose ids begin so, drafts too. Throws UNAVAILABLE. */
export async function* listOwned<Id extends string>(
  table: Table,
  owners: readonly OwnerId[],
  from: string,
): AsyncGenerator<Id> {
  for (const partition of owners)
    for await (const { sk } of queryItems(table, { partition, from })) {
      if (!String(sk).startsWith(from)) break;
      yield sk as Id;
    }
}
