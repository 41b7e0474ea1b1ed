import { LRUCache } from "lru-cache";
import { EventlyError } from "../errors.ts";
import type { LayoutId, SeatId } from "../ids.ts";
import { singleFlight } from "../single-flight.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { listSeatIds } from "./layout.rules.ts";
import { unpackLayout } from "./layout.table.ts";
import type { Layout } from "./layout.ts";
import { findNeighbors, type Neighbors } from "./neighbors.rules.ts";

/** A layout with lookups: index by seat id, type by index. */
export type IndexedLayout = {
  layout: Layout;
  seats: SeatId[];
  indexOf: Map<SeatId, number>;
  types: string[];
  /** Found when they are asked for first. */
  neighbors(): Neighbors;
};

/**
 * Layouts never change, so each process reads one once; the least recently used are evicted. Throws LAYOUT_NOT_FOUND.
 */
export type Layouts = { get(layout_id: LayoutId): Promise<IndexedLayout> };

const mostLayouts = 64;

export function createLayouts(table: Table): Layouts {
  const layouts = new LRUCache<LayoutId, IndexedLayout>({ max: mostLayouts });
  const read = singleFlight(async (layout_id: LayoutId) => {
    const item = await readItem(table, keys.layout(layout_id), { consistent: true });
    if (!item) throw new EventlyError("LAYOUT_NOT_FOUND", {});
    const layout = indexLayout(unpackLayout(item));
    layouts.set(layout_id, layout);
    return layout;
  });
  return { get: async (layout_id) => layouts.get(layout_id) ?? read(layout_id) };
}

export function indexLayout(layout: Layout): IndexedLayout {
  const seats = listSeatIds(layout);
  const types = layout.rows.flatMap((row) => row.types.map((type) => layout.seat_types[type] ?? ""));
  let neighbors: Neighbors | undefined;
  return {
    layout,
    seats,
    indexOf: new Map(seats.map((seat, i) => [seat, i])),
    types,
    neighbors() {
      neighbors ??= findNeighbors(layout);
      return neighbors;
    },
  };
}
