import { convexHull, measurePolygon } from "~/features/hall/convex-hull";
import { type Box, centerOf, heightOf, type Point, widthOf } from "~/features/hall/geometry";
import { type Hall, outlineSeats, seatPoint } from "~/features/hall/hall";
import { findStage, frameHall } from "~/features/hall/stage";
import type { Way } from "./find-way";
import { type PlanDrawing, type PlanPart, round } from "./plan-drawing";

/** How wide letters are, as a share of their size. */
const letterShare = 0.6;

/** The hall as from above: its stage, its sections, and where in them the seats are. */
export function drawOverview(hall: Hall, ways: readonly Way[]): PlanDrawing {
  const frame = frameHall(hall);
  const own = new Set(ways.map(({ row }) => row.section));
  const sections = hall.sections.map((_, number) => outlineSection(hall, number));
  const unit = Math.max(widthOf(frame), heightOf(frame)) / 100;
  const ends = ways.flatMap(({ path }) => path.at(-1) ?? []);
  const isNamed = hall.sections.length > 1;
  return {
    name: `Map of the hall with your ${ways.flatMap(({ seats }) => seats).length === 1 ? "seat" : "seats"}`,
    frame,
    parts: [
      ...drawStage(findStage(hall), unit),
      ...sections.flatMap((outline, number): PlanPart[] =>
        own.has(number) ? [] : [{ role: "section", path: `${toLine(outline)}Z`, width: round(hall.pitch * 1.4) }],
      ),
      // Row by row: a tier around the hall has an outline that would cover what it is around.
      ...[...own].map((number): PlanPart => {
        const rows = rowsOf(hall, number).map((row) => toLine(outlineSeats(row).map((seat) => seatPoint(hall, seat))));
        return { role: "own-section", path: rows.join(""), width: round(hall.pitch * 2.2) };
      }),
      { role: "way", path: ways.map(({ path }) => toLine(path)).join(""), width: round(unit * 0.9) },
      { role: "own", path: ends.map(toDot).join(""), width: round(unit * 4) },
      ...sections.flatMap((outline, number): PlanPart[] => {
        const name = hall.sections[number]?.name;
        if (!isNamed || !own.has(number) || !name) return [];
        return placeName(name, measurePolygon(outline).center, { frame, ends, size: unit * 4.5 });
      }),
    ],
  };
}

type Room = { frame: Box; ends: readonly Point[]; size: number };

/** Within the picture and beside the seats; nowhere if it is wider than that. */
function placeName(text: string, { x, y }: Point, { frame, ends, size }: Room): PlanPart[] {
  const half = (text.length * size * letterShare) / 2;
  if (2 * half > widthOf(frame)) return [];
  const within = Math.min(Math.max(x, frame.left + half), frame.right - half);
  const hidden = ends.find((end) => Math.abs(end.x - within) < half + size / 2 && Math.abs(end.y - y) < size);
  const aside = hidden ? hidden.y + (hidden.y > y ? -1.4 : 1.4) * size : y;
  return [{ role: "name", text, x: round(within), y: round(aside), size: round(size) }];
}

function drawStage(stage: Box, unit: number): PlanPart[] {
  const { x, y } = centerOf(stage);
  const bow = heightOf(stage) * 0.3;
  const [left, right, low] = [round(stage.left), round(stage.right), round(stage.bottom - bow)];
  const path = `M${left} ${round(stage.top)}H${right}V${low}Q${round(x)} ${round(stage.bottom + bow)} ${left} ${low}Z`;
  const size = Math.min(unit * 4.5, heightOf(stage) * 0.6, widthOf(stage) * 0.25);
  return [
    { role: "stage", path, width: 0 },
    { role: "name", text: "Stage", x: round(x), y: round(y), size: round(size) },
  ];
}

const rowsOf = (hall: Hall, section: number) =>
  hall.sections[section]?.rows.flatMap((row) => hall.rows[row] ?? []) ?? [];

const outlineSection = (hall: Hall, section: number): Point[] =>
  convexHull(
    rowsOf(hall, section)
      .flatMap(outlineSeats)
      .map((seat) => seatPoint(hall, seat)),
  );

export const toLine = (points: readonly Point[]): string =>
  points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");

/** A line that is hardly one: with round ends it is a dot. Some readers of PDF draw none without any length. */
export const toDot = ({ x, y }: Point): string => `M${round(x)} ${round(y)}h.01`;
