import type { Table } from "../table/table.ts";

/** What stands between the domain and the engine: may look at the command, send it, send it twice, or not at all. */
export type Around = (command: { input: unknown }, send: () => Promise<unknown>) => Promise<unknown>;

/** The same table with `around` in the way of everything that is sent. */
export function interpose(table: Table, around: Around): Table {
  const send = (command: Parameters<Table["send"]>[0]) => around(command, () => table.send(command));
  return { ...table, send: send as unknown as Table["send"] };
}
