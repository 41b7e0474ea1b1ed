import type { Table } from "@evently/core/table/table";
import type { Watcher } from "./watch.ts";

/** The same table, with everything that is sent to it told to the watcher. */
export function watchTable<T extends Table>(table: T, watcher: Watcher): T {
  const send = (command: Parameters<Table["send"]>[0]) =>
    watcher.aroundSend(nameOperation(command), () => table.send(command));
  return { ...table, send: send as unknown as Table["send"] };
}

/** TransactWrite for a TransactWriteCommand, and so on. */
function nameOperation(command: object): string {
  return command.constructor.name.replace(/Command$/, "");
}
