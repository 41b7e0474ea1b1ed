import type { Table } from "../table/table.ts";

export type WriteCount = { wrap(table: Table): Table; count(): number; reset(): void };

/** Wraps a table to count the writes. */
export function countWrites(): WriteCount {
  let writes = 0;
  return {
    wrap(table) {
      const send: typeof table.send = (command: { constructor: { name: string } }) => {
        if (isWrite(command)) writes++;
        return table.send(command as never) as never;
      };
      return { ...table, send };
    },
    count: () => writes,
    reset() {
      writes = 0;
    },
  };
}

/** Whether a command may change the table. */
export function isWrite(command: { constructor: { name: string } }): boolean {
  return !/^(Get|BatchGet|TransactGet|Query|Scan)Command$/.test(command.constructor.name);
}
