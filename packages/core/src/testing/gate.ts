import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { Table } from "../table/table.ts";
import { interpose } from "./interpose.ts";

/** A table whose next transaction, once `close` was called, stands still until `open`. */
export type Gate = {
  wrap(table: Table): Table;
  /** Resolves when a transaction stands before the gate. */
  close(): Promise<void>;
  open(): void;
};

export function createGate(): Gate {
  let arrive: (() => void) | null = null;
  let open: () => void = () => undefined;
  return {
    wrap: (table) =>
      interpose(table, async (command, send) => {
        if (arrive && command instanceof TransactWriteCommand) {
          const opened = new Promise<void>((resume) => {
            open = resume;
          });
          arrive();
          arrive = null;
          await opened;
        }
        return send();
      }),
    close: () =>
      new Promise((resume) => {
        arrive = resume;
      }),
    open: () => open(),
  };
}
