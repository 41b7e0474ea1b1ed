import type { Layout } from "@evently/core/layout";
import { labelInRow, listSeatIds } from "@evently/core/layout/layout.rules";
import { findNeighbors, type Neighbors, type PrintedRow } from "@evently/core/layout/neighbors.rules";
import type { SeatProperty } from "@evently/core/seat";
import { type Box, boxAround, type Point } from "./geometry";

/** What is printed as one row, whatever its codes. */
export type HallRow = {
  label: string;
  section: number;
  /** From one end to the other: from left to right, or away from the stage. */
  seats: readonly number[];
  /** The axis along which most of the row runs. */
  along: "x" | "y";
  box: Box;
};

export type HallSection = { name: string; rows: number[]; seat_count: number; box: Box };

/** What a filter can tell seats apart by. */
export type SeatKind = { type: number; accessible: boolean; properties: readonly SeatProperty[] };

/** A layout laid out flat: seat i is `ids[i]` at `xs[i]`, `ys[i]`, in the order of SeatMap.states. Decimeters. */
export type Hall = {
  layout_id: string;
  seat_types: string[];
  ids: string[];
  /** What is printed on the seat. */
  labels: string[];
  xs: Float32Array;
  ys: Float32Array;
  types: Uint8Array;
  accessible: Uint8Array;
  properties: (readonly SeatProperty[])[];
  /** The kinds of seats that there are, and each seat's. */
  kinds: SeatKind[];
  kindOf: Uint16Array;
  rows: HallRow[];
  /** The row of each seat, and its place among that row's seats. */
  rowOf: Uint16Array;
  placeInRow: Uint16Array;
  sections: HallSection[];
  /** Who sits next to whom. */
  neighbors: Neighbors;
  /** The usual distance from a seat to its neighbor. */
  pitch: number;
  box: Box;
  indexOf: Map<string, number>;
};

const none: readonly SeatProperty[] = [];

/** Lays a layout out flat, and finds its rows, its sections and its pitch. */
export function openHall(layout: Layout): Hall {
  const ids: string[] = listSeatIds(layout);
  const count = ids.length;
  const neighbors = findNeighbors(layout);
  const hall: Hall = {
    layout_id: layout.layout_id,
    seat_types: layout.seat_types,
    ids,
    labels: [],
    xs: new Float32Array(count),
    ys: new Float32Array(count),
    types: new Uint8Array(count),
    accessible: new Uint8Array(count),
    properties: Array.from({ length: count }, () => none),
    kinds: [],
    kindOf: new Uint16Array(count),
    rows: [],
    rowOf: new Uint16Array(count),
    placeInRow: new Uint16Array(count),
    sections: [],
    neighbors,
    pitch: neighbors.pitch,
    box: { left: 0, top: 0, right: 0, bottom: 0 },
    indexOf: new Map(ids.map((id, index) => [id, index])),
  };
  fillSeats(hall, layout);
  sortKinds(hall);
  for (const row of neighbors.rows) addRow(hall, row);
  for (const section of hall.sections) section.box = boxAround(corners(section.rows.map((row) => hall.rows[row]?.box)));
  hall.box = boxAround(corners(hall.sections.map(({ box }) => box)));
  return hall;
}

export const seatPoint = (hall: Hall, index: number): Point => ({ x: hall.xs[index] ?? 0, y: hall.ys[index] ?? 0 });

export const rowOfSeat = (hall: Hall, index: number): HallRow | undefined => hall.rows[hall.rowOf[index] ?? -1];

/** Seats of a row from which its outline can be drawn: both ends, and where it bends between. */
export function outlineSeats({ seats }: HallRow): number[] {
  return [0, 0.25, 0.5, 0.75, 1].map((share) => seats[Math.round((seats.length - 1) * share)] ?? 0);
}

/** The seat nearest to a point of the hall, at most `radius` decimeters away; null where there is none. */
export function nearestSeat(hall: Hall, { x, y }: Point, radius: number): number | null {
  let best: number | null = null;
  let least = radius * radius;
  for (let index = 0; index < hall.ids.length; index++) {
    const [dx, dy] = [(hall.xs[index] ?? 0) - x, (hall.ys[index] ?? 0) - y];
    const distance = dx * dx + dy * dy;
    if (distance <= least) [best, least] = [index, distance];
  }
  return best;
}

function fillSeats(hall: Hall, { rows }: Layout): void {
  let from = 0;
  for (const row of rows) {
    hall.labels.push(...row.nums.map((_, seat) => labelInRow(row, seat).seat_label));
    hall.xs.set(row.xs, from);
    hall.ys.set(row.ys, from);
    hall.types.set(row.types, from);
    for (const seat of row.accessible) hall.accessible[from + seat] = 1;
    for (const { property, seats } of row.properties)
      for (const seat of seats) hall.properties[from + seat] = [...(hall.properties[from + seat] ?? none), property];
    from += row.nums.length;
  }
}

function sortKinds(hall: Hall): void {
  const known = new Map<string, number>();
  for (let seat = 0; seat < hall.ids.length; seat++) {
    const kind = {
      type: hall.types[seat] ?? 0,
      accessible: hall.accessible[seat] === 1,
      properties: hall.properties[seat] ?? none,
    };
    const key = JSON.stringify([kind.type, kind.accessible, kind.properties]);
    const number = known.get(key) ?? hall.kinds.push(kind) - 1;
    known.set(key, number);
    hall.kindOf[seat] = number;
  }
}

function addRow(hall: Hall, { section: name, label, seats, along }: PrintedRow): void {
  const section = findSection(hall, name);
  const number = hall.rows.length;
  hall.rows.push({
    label,
    section,
    seats,
    along,
    box: boxAround(
      seats.map((seat) => seatPoint(hall, seat)),
      hall.pitch / 2,
    ),
  });
  for (const [at, seat] of seats.entries()) {
    hall.rowOf[seat] = number;
    hall.placeInRow[seat] = at;
  }
  const place = hall.sections[section];
  place?.rows.push(number);
  if (place) place.seat_count += seats.length;
}

function findSection(hall: Hall, name: string): number {
  const found = hall.sections.findIndex((section) => section.name === name);
  if (found >= 0) return found;
  return hall.sections.push({ name, rows: [], seat_count: 0, box: { left: 0, top: 0, right: 0, bottom: 0 } }) - 1;
}

function* corners(boxes: (Box | undefined)[]): Generator<Point> {
  for (const box of boxes) {
    if (!box) continue;
    yield { x: box.left, y: box.top };
    yield { x: box.right, y: box.bottom };
  }
}
