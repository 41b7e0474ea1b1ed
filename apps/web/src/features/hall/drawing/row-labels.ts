import { boxAround, centerOf, type Point } from "../geometry";
import { type Hall, type HallRow, seatPoint } from "../hall";
import { svgElement } from "./svg-element";

/** The size of a label, and how wide its letters are, as shares of the pitch and of that size. */
const sizeShare = 0.62;
const letterShare = 0.56;
const mostInBox = 12;

/** The row's name at both of its ends, or once behind the seats where they stand together as a box; seen when the map is near. */
export function rowLabels(hall: Hall, row: HallRow): SVGTextElement[] {
  return placeLabels(hall, row).map(({ x, y }) => {
    const label = svgElement("text", {
      class: "seat-row-label",
      "aria-hidden": "true",
      x,
      y,
      "font-size": hall.pitch * sizeShare,
    });
    label.textContent = row.label;
    return label;
  });
}

/** The middles of a row's labels. */
export function placeLabels(hall: Hall, row: HallRow): Point[] {
  const seats = listPoints(hall, row);
  if (isBox(hall, row)) return [behindBox(hall, row, seats)];
  const [first, last] = [seats[0], seats.at(-1)];
  if (!first || !last) return [];
  if (seats.length === 1) return [beyond(first, first, hall.pitch)];
  return [beyond(first, seats[1] ?? first, hall.pitch), beyond(last, seats.at(-2) ?? last, hall.pitch)];
}

/** Few seats that are nearer to each other than a line of them could be. */
export function isBox(hall: Hall, row: HallRow): boolean {
  if (row.seats.length > mostInBox) return false;
  const seats = listPoints(hall, row);
  const middle = centerOf(boxAround(seats));
  const reach = Math.max(...seats.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y)));
  return 2 * reach < (seats.length - 1) * hall.pitch * 0.75;
}

const listPoints = (hall: Hall, row: HallRow) => row.seats.map((seat) => seatPoint(hall, seat));

/** Outward from the hall's middle line, at the rear from the middle of the curve on which its section's boxes stand. */
function behindBox(hall: Hall, row: HallRow, seats: Point[]): Point {
  const middle = centerOf(hall.box).x;
  const section = hall.sections[row.section]?.box ?? hall.box;
  const radius = Math.max(Math.abs(section.left - middle), Math.abs(section.right - middle));
  const at = centerOf(boxAround(seats));
  const [dx, dy] = [at.x - middle, at.y - Math.min(at.y, section.bottom - radius)];
  const length = Math.hypot(dx, dy) || 1;
  const out = { x: dx / length, y: dy / length };
  const edge = Math.max(...seats.map(({ x, y }) => (x - at.x) * out.x + (y - at.y) * out.y));
  const size = hall.pitch * sizeShare;
  const half = (Math.abs(out.x) * row.label.length * size * letterShare + Math.abs(out.y) * size) / 2;
  const distance = edge + hall.pitch * 0.7 + half;
  return { x: at.x + out.x * distance, y: at.y + out.y * distance };
}

/** At the left of a seat that is alone. */
function beyond(end: Point, inner: Point, pitch: number): Point {
  const length = Math.hypot(end.x - inner.x, end.y - inner.y);
  if (length === 0) return { x: end.x - pitch, y: end.y };
  return { x: end.x + ((end.x - inner.x) / length) * pitch, y: end.y + ((end.y - inner.y) / length) * pitch };
}
