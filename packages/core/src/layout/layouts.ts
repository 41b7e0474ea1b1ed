import { LRUCache } from "lru-cache";
import { heapShare } from "../caching/heap-share.ts";
import { singleFlight } from "../caching/single-flight.ts";
import { EventlyError } from "../errors.ts";
import type { LayoutId, SeatId } from "../ids.ts";
import type { LabeledLine, Line, SeatLabel } from "../seat/seat.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { featuresInRow, labelInRow, listSeatIds, listSeatTypes, type SeatFeatures } from "./layout.rules.ts";
import { unpackLayout } from "./layout.table.ts";
import type { Layout } from "./layout.ts";
import { findNeighbors, type Neighbors } from "./neighbors.rules.ts";

/** A layout with lookups: index, type and label by seat. */
export type IndexedLayout = {
  layout: Layout;
  seats: SeatId[];
  indexOf: Map<SeatId, number>;
  types: string[];
  /** What is printed on a seat; its key's parts for one that the layout lacks. */
  labelOf(seat: SeatId): SeatLabel;
  /** What is special about a seat; nothing for one that the layout lacks. */
  featuresOf(seat: SeatId): SeatFeatures;
  /** Found when they are asked for first. */
  neighbors(): Neighbors;
};

/**
 * Layouts never change, so each process reads one once; the least recently used are evicted. Throws LAYOUT_NOT_FOUND.
 */
export type Layouts = {
  get(layout_id: LayoutId): Promise<IndexedLayout>;
  /** What is in memory now, for what may not wait. */
  peek(layout_id: LayoutId): IndexedLayout | undefined;
};

const [mostMb, heapPart] = [128, 1 / 16];
/** Each takes some tens of megabytes while it is unpacked. */
const mostAtOnce = 4;
/** Of a seat in its row, and with its lookups and neighbors. */
const [drawnSeatBytes, seatBytes] = [32, 180];
/** Of its own label, of each thing that is special about it; of a row. */
const [labelBytes, featureBytes, rowBytes, layoutBytes] = [60, 12, 1_400, 1_000];

/** Its size in the heap, estimated. */
export const bytesOfLayout = ({ seats, layout }: IndexedLayout): number =>
  bytesOfDrawing(layout) + (seatBytes - drawnSeatBytes) * seats.length;

/** The same without lookups. */
export function bytesOfDrawing(layout: Layout): number {
  let bytes = layoutBytes + drawnSeatBytes * layout.seat_count;
  for (const { labels, accessible, properties } of layout.rows) {
    const features = properties.reduce((sum, { seats }) => sum + seats.length, accessible.length);
    bytes += rowBytes + labelBytes * (labels?.length ?? 0) + featureBytes * features;
  }
  return bytes;
}

export function createLayouts(table: Table, maxSize = heapShare(mostMb, heapPart)): Layouts {
  const layouts = new LRUCache<LayoutId, IndexedLayout>({
    maxSize,
    sizeCalculation: bytesOfLayout,
  });
  const read = singleFlight(async (layout_id: LayoutId) => {
    const item = await readItem(table, keys.layout(layout_id), { consistent: true });
    if (!item) throw new EventlyError("LAYOUT_NOT_FOUND", {});
    const layout = indexLayout(unpackLayout(item));
    layouts.set(layout_id, layout);
    return layout;
  }, mostAtOnce);
  return {
    get: async (layout_id) => layouts.get(layout_id) ?? read(layout_id),
    peek: (layout_id) => layouts.peek(layout_id),
  };
}

export function indexLayout(layout: Layout): IndexedLayout {
  const seats = listSeatIds(layout);
  const types = listSeatTypes(layout);
  const indexOf = new Map(seats.map((seat, i) => [seat, i]));
  const rowOf = Uint16Array.from(layout.rows.flatMap(({ nums }, row) => nums.map(() => row)));
  const starts: number[] = [];
  let start = 0;
  for (const { nums } of layout.rows) {
    starts.push(start);
    start += nums.length;
  }
  const placeOf = (seat: SeatId) => {
    const index = indexOf.get(seat) ?? -1;
    const row = layout.rows[rowOf[index] ?? -1];
    return row && { row, i: index - (starts[rowOf[index] ?? 0] ?? 0) };
  };
  let neighbors: Neighbors | undefined;
  return {
    ...{ layout, seats, types, indexOf },
    neighbors() {
      neighbors ??= findNeighbors(layout);
      return neighbors;
    },
    labelOf(seat) {
      const place = placeOf(seat);
      if (place) return labelInRow(place.row, place.i);
      const [row_label = "", seat_label = ""] = seat.split("-");
      return { section: "", row_label, seat_label };
    },
    featuresOf(seat) {
      const place = placeOf(seat);
      return place ? featuresInRow(place.row, place.i) : { accessible: false, properties: [] };
    },
  };
}

/** The lines of a holding or booking with what the event's layout says of their seats. */
export function labelLines({ labelOf, featuresOf }: IndexedLayout, lines: readonly Line[]): LabeledLine[] {
  return lines.map((line) => {
    const { accessible, properties } = featuresOf(line.seat);
    return {
      ...line,
      ...labelOf(line.seat),
      ...(accessible ? { accessible } : {}),
      ...(properties.length > 0 ? { properties } : {}),
    };
  });
}
