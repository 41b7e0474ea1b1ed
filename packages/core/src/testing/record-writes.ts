import type { Table } from "../table/table.ts";
import { isWrite } from "./count-writes.ts";
import { interpose } from "./interpose.ts";

type Key = Record<string, unknown>;
type Single = { Item?: Key; Key?: Key };
type Transaction = { TransactItems?: { Put?: Single; Update?: Single; Delete?: Single }[] };

export type WriteRecord = {
  wrap(table: Table): Table;
  /** The keys of all items written since the last call, as `event-00001 EVENT`; failed writes are excluded. */
  take(): string[];
};

/** Wraps a table to record the written items. */
export function recordWrites(): WriteRecord {
  const written: string[] = [];
  return {
    wrap: (table) =>
      interpose(table, async (command, send) => {
        const answer = await send();
        if (isWrite(command)) written.push(...keysIn(command.input as Single & Transaction));
        return answer;
      }),
    take: () => written.splice(0),
  };
}

function keysIn({ TransactItems, ...single }: Single & Transaction): string[] {
  const writes = TransactItems?.map(({ Put, Update, Delete }) => Put ?? Update ?? Delete ?? {}) ?? [single];
  return writes.flatMap(({ Item, Key = Item }) => (Key ? [`${Key.pk} ${Key.sk}`] : []));
}
