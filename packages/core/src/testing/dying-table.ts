import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { Table } from "../table/table.ts";
import { interpose } from "./interpose.ts";

/** Selects transactions; all by default. */
export type Fits = (command: TransactWriteCommand) => boolean;

/** The table of a process that can die: from a chosen transaction on it sends nothing, until it is revived. */
export type Dying = {
  wrap(table: Table): Table;
  /** Dies at the n-th transaction that `fits`, counted from 1: before it is sent, or after it without its response. */
  die(transaction: number, when: "before" | "after", fits?: Fits): void;
  rise(): void;
};

export function createDying(): Dying {
  let left = Number.POSITIVE_INFINITY;
  let moment: "before" | "after" = "before";
  let fits: Fits = () => true;
  let dead = false;
  const broken = () => Object.assign(new Error("the process died"), { $metadata: { attempts: 4 } });
  return {
    wrap: (table) =>
      interpose(table, async (command, send) => {
        if (dead) throw broken();
        if (!(command instanceof TransactWriteCommand) || !fits(command) || --left > 0) return send();
        dead = true;
        if (moment === "after") await send();
        throw broken();
      }),
    die(transaction, when, which = () => true) {
      left = transaction;
      moment = when;
      fits = which;
    },
    rise() {
      left = Number.POSITIVE_INFINITY;
      dead = false;
    },
  };
}
