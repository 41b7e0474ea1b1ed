import { readMovements } from "../accounting/read-movements.ts";
import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { EventId } from "../ids.ts";
import type { Table } from "../table/table.ts";
import { writeHead, writeLines } from "../text/csv.ts";
import type { TextFile } from "../text/text-file.ts";
import type { Actor } from "../user/user.ts";
import { accountingColumns } from "./accounting-columns.rules.ts";
import { cellsOf, nameExport, namesOf } from "./export.rules.ts";

/**
 * The movements of an event's money as CSV for its managers, a line each, in the order of their bookings; it names nobody. Throws EVENT_NOT_FOUND,
 * FORBIDDEN, EXPORT_LIMIT.
 */
export async function exportAccounting(
  core: Core,
  actor: Actor,
  { event_id }: { event_id: EventId },
): Promise<TextFile> {
  const event = await getOwnEvent(core, actor, event_id);
  return core.exports.open(actor.user_id, nameExport(event, "accounting"), (table) => write(table, event));
}

async function* write(table: Table, event: StoredEvent): AsyncGenerator<string> {
  const columns = accountingColumns(event);
  yield writeHead(namesOf(columns));
  for await (const movements of readMovements(table, event.event_id))
    yield writeLines(movements.map((movement) => cellsOf(columns, movement)));
}
