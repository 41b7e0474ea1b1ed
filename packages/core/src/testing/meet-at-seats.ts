import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { Table } from "../table/table.ts";
import { interpose } from "./interpose.ts";

/**
 * Tables of two processes whose first writes of the same seat, or of another item that they contend for, wait for each other, so that both are sent at once; whose goes
 * first is drawn.
 */
export function meetAtSeats(isFirst: () => boolean, isMeeting: (sk: string, pk: string) => boolean) {
  const waiting = new Map<string, () => void>();
  const met = new Set<string>();

  function meet(seat: string): Promise<void> {
    if (met.has(seat)) return Promise.resolve();
    const earlier = waiting.get(seat);
    return new Promise((resolve) => {
      if (!earlier) {
        waiting.set(seat, resolve);
        return;
      }
      met.add(seat);
      const both = isFirst() ? [earlier, resolve] : [resolve, earlier];
      for (const go of both) go();
    });
  }

  const wrap = (table: Table): Table =>
    interpose(table, async (command, send) => {
      const seat = command instanceof TransactWriteCommand ? listSeats(command, isMeeting)[0] : undefined;
      if (seat !== undefined) await meet(seat);
      return send();
    });
  return { wrap };
}

/** The seats that it updates, each with its event. */
const listSeats = ({ input }: TransactWriteCommand, isMeeting: (sk: string, pk: string) => boolean): string[] =>
  (input.TransactItems ?? []).flatMap(({ Update }) => {
    const { pk, sk } = Update?.Key ?? {};
    return isMeeting(String(sk), String(pk)) ? [`${pk} ${sk}`] : [];
  });
