import type { SeatProperty } from "@evently/core/seat";
import type { Layout } from "@evently/core/venue/layout";
import { labelInRow, listSeatIds } from "@evently/core/venue/layout.rules";
import { type Box, boxAround, type Point } from "./geometry";

/** A run of seat indexes from `from` up to, not including, `to`, drawn as one row. */
export type HallRow = {
  label: string;
  section: number;
  from: number;
  to: number;
  /** The axis along which most of the row runs, and whether its numbers grow with it. */
  along: "x" | "y";
  forward: boolean;
  box: Box;
};

export type HallSection = { name: string; rows: number[]; seat_count: number; box: Box };

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
  rowOf: Uint16Array;
  rows: HallRow[];
  sections: HallSection[];
  /** The usual distance from a seat to its neighbor. */
  pitch: number;
  box: Box;
  indexOf: Map<string, number>;
};

const usualPitch = 5.5;
const none: readonly SeatProperty[] = [];

/** Lays a layout out flat, and finds its sections and its pitch. */
export function openHall(layout: Layout): Hall {
  const ids: string[] = listSeatIds(layout);
  const count = ids.length;
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
    rowOf: new Uint16Array(count),
    rows: [],
    sections: [],
    pitch: findPitch(layout),
    box: { left: 0, top: 0, right: 0, bottom: 0 },
    indexOf: new Map(ids.map((id, index) => [id, index])),
  };
  for (const row of layout.rows) fillRow(hall, row);
  for (const section of hall.sections) section.box = boxAround(corners(section.rows.map((row) => hall.rows[row]?.box)));
  hall.box = boxAround(corners(hall.sections.map(({ box }) => box)));
  return hall;
}

export const seatPoint = (hall: Hall, index: number): Point => ({ x: hall.xs[index] ?? 0, y: hall.ys[index] ?? 0 });

export const rowOfSeat = (hall: Hall, index: number): HallRow | undefined => hall.rows[hall.rowOf[index] ?? -1];

/** Whether seat `index + 1` is right next to seat `index`: same row and no aisle between them. */
export function isAdjacent(hall: Hall, index: number): boolean {
  if (hall.rowOf[index] !== hall.rowOf[index + 1]) return false;
  const [a, b] = [seatPoint(hall, index), seatPoint(hall, index + 1)];
  return Math.hypot(a.x - b.x, a.y - b.y) <= hall.pitch * 1.6;
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

function fillRow(hall: Hall, row: Layout["rows"][number]): void {
  const last = hall.rows.at(-1);
  const from = last ? last.to : 0;
  const section = findSection(hall, row.section);
  const number = hall.rows.length;
  hall.labels.push(...row.nums.map((_, seat) => labelInRow(row, seat).seat_label));
  hall.xs.set(row.xs, from);
  hall.ys.set(row.ys, from);
  hall.types.set(row.types, from);
  hall.rowOf.fill(number, from, from + row.nums.length);
  for (const seat of row.accessible) hall.accessible[from + seat] = 1;
  for (const { property, seats } of row.properties)
    for (const seat of seats) hall.properties[from + seat] = [...(hall.properties[from + seat] ?? none), property];
  const [dx, dy] = [(row.xs.at(-1) ?? 0) - (row.xs[0] ?? 0), (row.ys.at(-1) ?? 0) - (row.ys[0] ?? 0)];
  const along = Math.abs(dx) >= Math.abs(dy) ? "x" : "y";
  const points = row.xs.map((x, seat) => ({ x, y: row.ys[seat] ?? 0 }));
  hall.rows.push({
    label: row.row_label,
    section,
    from,
    to: from + row.nums.length,
    along,
    forward: (along === "x" ? dx : dy) >= 0,
    box: boxAround(points, hall.pitch / 2),
  });
  const place = hall.sections[section];
  place?.rows.push(number);
  if (place) place.seat_count += row.nums.length;
}

function findSection(hall: Hall, name: string): number {
  const found = hall.sections.findIndex((section) => section.name === name);
  if (found >= 0) return found;
  return hall.sections.push({ name, rows: [], seat_count: 0, box: { left: 0, top: 0, right: 0, bottom: 0 } }) - 1;
}

function findPitch(layout: Layout): number {
  const gaps: number[] = [];
  for (const { xs, ys } of layout.rows)
    for (let seat = 1; seat < xs.length; seat++)
      gaps.push(Math.hypot((xs[seat] ?? 0) - (xs[seat - 1] ?? 0), (ys[seat] ?? 0) - (ys[seat - 1] ?? 0)));
  const usual = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  return usual[Math.floor(usual.length / 2)] ?? usualPitch;
}

function* corners(boxes: (Box | undefined)[]): Generator<Point> {
  for (const box of boxes) {
    if (!box) continue;
    yield { x: box.left, y: box.top };
    yield { x: box.right, y: box.bottom };
  }
}
