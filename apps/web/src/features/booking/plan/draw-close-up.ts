import { placeLabels } from "~/features/hall/drawing/row-labels";
import { type Box, boxAround, centerOf, heightOf, type Point, widthOf } from "~/features/hall/geometry";
import { type Hall, rowOfSeat, seatPoint } from "~/features/hall/hall";
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
  const rows = new Set([way.row]);
  for (let seat = 0; seat < hall.ids.length; seat++) {
    const point = seatPoint(hall, seat);
    if (own.has(seat) || !isWithin(frame, point)) continue;
    others.push(point);
    const row = rowOfSeat(hall, seat);
    if (row) rows.add(row);
  }
  return {
    name: `The way to ${name}`,
    frame,
    parts: [
      { role: "seats", path: others.map(toDot).join(""), width: round(hall.pitch * 0.7) },
      { role: "way", path: toLine(way.path), width: round(hall.pitch * 0.22) },
      { role: "own", path: seats.map(toDot).join(""), width: round(hall.pitch * 0.9) },
      ...[...rows].flatMap((row) => nameRow(hall, row, frame)),
      ...way.seats.map((seat): PlanPart => {
        const { x, y } = seatPoint(hall, seat);
        const text = hall.labels[seat] ?? "";
        const size = (hall.pitch * 0.5) / Math.max(1, text.length / 2.2);
        return { role: "own-name", text, x: round(x), y: round(y), size: round(size) };
      }),
    ],
  };
}

function nameRow(hall: Hall, row: Way["row"], frame: Box): PlanPart[] {
  if (!row.label) return [];
  const inner = { ...frame, left: frame.left + hall.pitch / 2, right: frame.right - hall.pitch / 2 };
  return placeLabels(hall, row)
    .filter((point) => isWithin(inner, point))
    .map(({ x, y }): PlanPart => {
      return { role: "name", text: row.label, x: round(x), y: round(y), size: round(hall.pitch * 0.62) };
    });
}

/** Grown around its middle to the picture's form. */
function widen(box: Box, least: number): Box {
  const { x, y } = centerOf(box);
  const height = Math.max(heightOf(box), widthOf(box) / aspect, least / aspect);
  const width = Math.max(widthOf(box), height * aspect);
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

const isWithin = ({ left, top, right, bottom }: Box, { x, y }: Point): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;
