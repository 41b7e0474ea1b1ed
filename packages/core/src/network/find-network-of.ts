import * as z from "zod/mini";
import type { HoldingId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { Network } from "./network.ts";

const Placed = z.object({ network: z.optional(Network) });

/** Where a hold was placed from; null if nothing was limited by that, or its record is gone. Throws UNAVAILABLE. */
export async function findNetworkOf(table: Table, holding_id: HoldingId): Promise<Network | null> {
  const item = await readItem(table, keys.holding(holding_id));
  return item ? (Placed.parse(item).network ?? null) : null;
}
