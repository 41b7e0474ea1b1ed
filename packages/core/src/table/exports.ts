import { EventlyError } from "../errors.ts";
import { TextFile } from "../text-file.ts";
import { limitTurns } from "./limit-turns.ts";
import type { Table } from "./table.ts";

export type Exports = {
  /**
   * A file that reads the table while it is written, through a narrowTable of its own, so that sales never wait for it. Throws
   * EXPORT_LIMIT if too many are under way; each counts until it is closed.
   */
  open(user_id: string, name: string, write: (table: Table) => AsyncIterable<string>): TextFile;
};

/** How many of a process's requests to the table all exports together may have in flight. */
const turnsToTable = 2;
/** How many exports a process writes at once, and of these for one person. */
const mostExports = 4;
const mostExportsEach = 2;
/** When a refused one is worth another try, in seconds: most exports take less. */
const retryAfter = 5;

export function createExports(table: Table): Exports {
  const narrowTable = limitTurns(table, turnsToTable);
  const open = new Map<symbol, string>();
  return {
    open(user_id, name, write) {
      const own = [...open.values()].filter((other) => other === user_id).length;
      if (open.size >= mostExports || own >= mostExportsEach)
        throw new EventlyError("EXPORT_LIMIT", { retry_after: retryAfter });
      const slot = Symbol(name);
      open.set(slot, user_id);
      return new TextFile(
        name,
        () => write(narrowTable),
        () => void open.delete(slot),
      );
    },
  };
}
