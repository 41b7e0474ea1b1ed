import { limitConcurrency } from "../limit-concurrency.ts";
import type { Table } from "./table.ts";

/** The same table, to which at most `most` requests are under way at once through this view; the others wait in order. */
export function limitTurns(table: Table, most: number): Table {
  const inTurn = limitConcurrency(most);
  const send = (command: Parameters<Table["send"]>[0]) => inTurn(() => table.send(command));
  return { ...table, send: send as unknown as Table["send"] };
}
