import { limitConcurrency } from "../concurrency/limit-concurrency.ts";
import type { Table } from "./table.ts";

/** Runs a request once it is its turn. */
export type InTurn = ReturnType<typeof limitConcurrency>;

/** The same table, to which at most `most` requests are under way at once through this view; the others wait in order. */
export const limitTurns = (table: Table, most: number): Table => sendInTurn(table, limitConcurrency(most));

export function sendInTurn(table: Table, inTurn: InTurn): Table {
  const send = (command: Parameters<Table["send"]>[0]) => inTurn(() => table.send(command));
  return { ...table, send: send as unknown as Table["send"] };
}
