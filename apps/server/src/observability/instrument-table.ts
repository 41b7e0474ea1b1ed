import type { Table } from "@evently/core/table/table";
import type { Instrumentation } from "./instrumentation.ts";

/** A table whose requests pass through the instrumentation. */
export function instrumentTable<T extends Table>(table: T, instrumentation: Instrumentation): T {
  const send = (command: Parameters<Table["send"]>[0]) =>
    instrumentation.aroundSend(nameOperation(command), () => table.send(command));
  return { ...table, send: send as unknown as Table["send"] };
}

/** TransactWrite for a TransactWriteCommand, and so on. */
function nameOperation(command: object): string {
  return command.constructor.name.replace(/Command$/, "");
}
