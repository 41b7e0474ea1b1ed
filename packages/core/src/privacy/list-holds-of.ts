import type { Core } from "../core.ts";
import { findHolding } from "../hold/get-hold.ts";
import type { Holding } from "../hold/hold.ts";
import { entryIn, slots } from "../hold/quota.table.ts";
import type { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import type { Item } from "../table/transact.ts";

const readAtOnce = 100;

/** What counts the holds of somebody for the events that are in the catalog of this process. Throws UNAVAILABLE. */
export async function* listQuotasOf(core: Pick<Core, "table" | "catalog">, user_id: UserId): AsyncGenerator<Item> {
  const events = core.catalog.list();
  for (let from = 0; from < events.length; from += readAtOnce) {
    const wanted = events.slice(from, from + readAtOnce).map(({ event_id }) => keys.quota(event_id, user_id));
    yield* await readItems(core.table, wanted);
  }
}

/** The last holds of somebody for those events, open or not. Throws UNAVAILABLE. */
export async function* listHoldsOf(core: Core, user_id: UserId): AsyncGenerator<Holding> {
  for await (const quota of listQuotasOf(core, user_id))
    for (const slot of slots) {
      const entry = entryIn(quota, slot);
      const holding = entry && (await findHolding(core, entry.holding_id));
      if (holding) yield holding;
    }
}
