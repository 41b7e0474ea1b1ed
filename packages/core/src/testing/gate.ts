import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { Table } from "../table/table.ts";
import type { Fits } from "./dying-table.ts";
import { interpose } from "./interpose.ts";

/** A table whose next matching transaction after `close` waits until `open`. */
export type Gate = {
  wrap(table: Table): Table;
  /** Resolves when a transaction that `fits` is waiting. */
  close(fits?: Fits): Promise<void>;
  open(): void;
};

export function createGate(): Gate {
  let arrive: (() => void) | null = null;
  let fits: Fits = () => true;
  let open: () => void = () => undefined;
  return {
    wrap: (table) =>
      interpose(table, async (command, send) => {
        if (arrive && command instanceof TransactWriteCommand && fits(command)) {
          const opened = new Promise<void>((resume) => {
            open = resume;
          });
          arrive();
          arrive = null;
          await opened;
        }
        return send();
      }),
    close: (which = () => true) =>
      new Promise((resume) => {
        fits = which;
        arrive = resume;
      }),
    open: () => open(),
  };
}
