import type { Table } from "../table/table.ts";

/** Wraps the table: may inspect the command, send it, send it twice, or not at all. */
export type Around = (command: { input: unknown }, send: () => Promise<unknown>) => Promise<unknown>;

/** The same table with `around` wrapped around every request. */
export function interpose(table: Table, around: Around): Table {
  const send = (command: Parameters<Table["send"]>[0]) => around(command, () => table.send(command));
  return { ...table, send: send as unknown as Table["send"] };
}
