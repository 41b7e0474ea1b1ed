import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { EventId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { type Verified, verifyCounts } from "./verify-counts.ts";

/** Visits all events by their number, since no index lists every status. */
export async function* verifyEveryEvent(core: Core): AsyncGenerator<Verified> {
  const counter = await readItem(core.table, keys.sequence("event"));
  for (let number = 1; number <= Number(counter?.n ?? 0); number++) {
    const event_id = EventId.parse(`event-${String(number).padStart(5, "0")}`);
    try {
      yield await verifyCounts(core, event_id);
    } catch (error) {
      // A number that was leased but never used.
      if (!(error instanceof EventlyError && error.code === "EVENT_NOT_FOUND")) throw error;
    }
  }
}
