import type { EventId } from "../ids.ts";
import { queryItems } from "../table/query-items.ts";
import type { Table } from "../table/table.ts";
import { updateItem } from "../table/update-item.ts";
import type { EventSeats } from "./event-seats.ts";
import { type Accounts, packAccounts, readAccounts, shareAccounts, sharedAccounts } from "./network.table.ts";

type Sharing = { event: EventSeats; process: string; now: number };

/**
 * Writes this process's item of an event if a network is near its limit, or no longer is; then reads the others'. In
 * this order of two processes that do it at once one sees the other, or both do. Throws UNAVAILABLE.
 */
export async function shareEventSeats(table: Table, event_id: EventId, sharing: Sharing): Promise<void> {
  const { event } = sharing;
  event.isChanged = false;
  try {
    await writeEventSeats(table, event_id, sharing);
    await readEventSeats(table, event_id, sharing);
    // What is known of a network that turns out to be near its limit elsewhere.
    await writeEventSeats(table, event_id, sharing);
  } catch (error) {
    event.isChanged = true;
    throw error;
  }
}

async function writeEventSeats(table: Table, event_id: EventId, { event, process, now }: Sharing): Promise<void> {
  const networks = packAccounts(event.listShared(now));
  const text = JSON.stringify(networks);
  if (text === event.shared) return;
  // Until it is answered it is unknown what the others see.
  event.shared = null;
  await updateItem(table, shareAccounts(event_id, process, { networks, now }));
  event.shared = text;
}

async function readEventSeats(table: Table, event_id: EventId, { event, process, now }: Sharing): Promise<void> {
  event.readAt = now;
  const others: Accounts[] = [];
  for await (const item of queryItems(table, sharedAccounts(event_id))) {
    if (item.sk !== process && Number(item.purge_at) >= now) others.push(readAccounts(item));
  }
  event.others = others;
}
