import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { Table } from "../table/table.ts";
import { interpose } from "./interpose.ts";

/** Capacity units of each request as reported by the engine, in the order of the responses. */
export type Units = { wrap(table: Table): Table; take(): Counted[] };
export type Counted = { units: number; transaction: boolean };

type Consumed = { CapacityUnits?: number };

export function createUnits(): Units {
  let counted: Counted[] = [];
  return {
    wrap: (table) =>
      interpose(table, async (command, send) => {
        Object.assign(command.input as object, { ReturnConsumedCapacity: "TOTAL" });
        const answer = (await send()) as { ConsumedCapacity?: Consumed | Consumed[] };
        const consumed = [answer.ConsumedCapacity ?? []].flat();
        const units = consumed.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        counted.push({ units, transaction: command instanceof TransactWriteCommand });
        return answer;
      }),
    take() {
      const taken = counted;
      counted = [];
      return taken;
    },
  };
}
