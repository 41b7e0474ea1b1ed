import { workThrough } from "../concurrency/work-through.ts";
import type { Core } from "../core.ts";
import type { OwnerId } from "../ids.ts";
import { dropReason, entriesOf } from "../journal/journal.table.ts";
import { queryItems } from "../table/query-items.ts";
import { updateItem } from "../table/update-item.ts";

/** What the operator wrote of a person, or of an organization that ended with them. False if `signal` asked it to return. */
export const dropReasons = ({ table }: Core, subject: OwnerId, signal: AbortSignal | undefined): Promise<boolean> =>
  workThrough(queryItems(table, entriesOf(subject)), signal, async (entry) => {
    if (entry.reason !== null) await updateItem(table, dropReason(entry));
  });
