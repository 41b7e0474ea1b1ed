import { isBox, placeLabels } from "~/features/hall/drawing/row-labels";
import { type Box, boxAround, centerOf, heightOf, type Point, widthOf } from "~/features/hall/geometry";
import { type Hall, type HallRow, nearestSeat, rowOfSeat, seatPoint } from "~/features/hall/hall";
import { toDot, toLine } from "./draw-overview";
import type { Way } from "./find-way";
import { type PlanDrawing, type PlanPart, round } from "./plan-drawing";

/** Width by height, and the least of both in usual distances of seats. */
const aspect = 1.6;
const leastSeats = 8;

/** The seats with those around them, and the last of the way. `name` says which seats. */
export function drawCloseUp(hall: Hall, way: Way, name: string): PlanDrawing {
  const own = new Set(way.seats);
  const entrance = way.path.at(-2);
  const seats = way.seats.map((seat) => seatPoint(hall, seat));
  const frame = widen(boxAround(entrance ? [...seats, entrance] : seats, hall.pitch * 2.5), hall.pitch * leastSeats);
  const others: Point[] = [];
  const rows = new Set<HallRow>();
  for (let seat = 0; seat < hall.ids.length; seat++) {
    const point = seatPoint(hall, seat);
    if (own.has(seat) || !isWithin(frame, point)) continue;
    others.push(point);
    const row = rowOfSeat(hall, seat);
    if (row && row !== way.row && row.section === way.row.section) rows.add(row);
  }
  return {
    name: `The way to ${name}`,
    frame,
    parts: [
      { role: "seats", path: others.map(toDot).join(""), width: round(hall.pitch * 0.7) },
      { role: "way", path: toLine(way.path), width: round(hall.pitch * 0.16) },
      { role: "own", path: seats.map(toDot).join(""), width: round(hall.pitch * 0.9) },
      ...[...rows].flatMap((row) => nameRow(hall, row, frame)),
      ...nameEntrance(hall, way),
      ...way.seats.map((seat): PlanPart => {
        const { x, y } = seatPoint(hall, seat);
        const text = hall.labels[seat] ?? "";
        const size = (hall.pitch * 0.5) / Math.max(1, text.length / 2.2);
        return { role: "own-name", text, x: round(x), y: round(y), size: round(size) };
      }),
    ],
  };
}

/** The row's name beyond the places where the map has it, so that a way along its end passes between. */
function nameRow(hall: Hall, row: HallRow, frame: Box): PlanPart[] {
  if (!row.label || isBox(hall, row)) return [];
  const inner = grow(frame, -hall.pitch / 2);
  const ends = [row.seats[0], row.seats.at(-1)].map((seat) => seatPoint(hall, seat ?? 0));
  return placeLabels(hall, row)
    .map((point, at) => beyond(ends[at] ?? point, point, 1.9))
    .filter((point) => isWithin(inner, point))
    .flatMap((point) => toName(hall, row.label, point));
}

/** The row's own name where one comes into it. */
function nameEntrance(hall: Hall, { row, path }: Way): PlanPart[] {
  const [entrance, seat] = path.slice(-2);
  return entrance && seat && row.label ? toName(hall, row.label, beyond(seat, entrance, 1, hall.pitch * 0.9)) : [];
}

/** Nowhere where a seat is. */
function toName(hall: Hall, text: string, point: Point): PlanPart[] {
  if (nearestSeat(hall, point, hall.pitch * 0.75) !== null) return [];
  return [{ role: "name", text, x: round(point.x), y: round(point.y), size: round(hall.pitch * 0.62) }];
}

/** On the line from one point to another, `times` as far and `more` on top. */
function beyond(from: Point, to: Point, times: number, more = 0): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const share = times + more / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** Grown around its middle to the picture's form. */
function widen(box: Box, least: number): Box {
  const { x, y } = centerOf(box);
  const height = Math.max(heightOf(box), widthOf(box) / aspect, least / aspect);
  const width = Math.max(widthOf(box), height * aspect);
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

const grow = ({ left, top, right, bottom }: Box, by: number): Box => ({
  ...{ left: left - by, top: top - by, right: right + by, bottom: bottom + by },
});

const isWithin = ({ left, top, right, bottom }: Box, { x, y }: Point): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;
