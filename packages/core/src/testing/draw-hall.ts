import { type LayoutId, VenueId } from "../ids.ts";
import { gridStep } from "../layout/layout.rules.ts";
import type { Layout, LayoutRow } from "../layout/layout.ts";

type Point = { x: number; y: number };

export type RowShape = {
  blocks: readonly number[];
  aisle: number;
  numbering: "rightwards" | "leftwards" | "from the middle" | "to the middle" | "odd" | "even" | "from 101";
  spacing: number;
  isSpread: boolean;
  isByNumber: boolean;
};

export type SectionShape = {
  kind: "straight" | "curved" | "wavy" | "fan" | "horseshoe" | "boxes" | "three sections";
  rows: readonly RowShape[];
  turn: number;
  distance: number;
};

export type HallShape = {
  sections: readonly SectionShape[];
  pitch: number;
  positions: "given" | "none" | "none, only odd numbers";
  mixedTypes: boolean;
};

/** A hall of which is known who sits next to whom: `runs` are seats by their index in the layout, `pitch` as drawn. */
export type TestHall = { layout: Layout; runs: number[][]; pitch: number };

/** A row in the order in which its seats stand; `runs` are their places in it. */
type PlacedRow = { row: string; row_label: string; section: string; nums: number[]; points: Point[]; runs: number[][] };

const rowGap = 9.5;
const seatTypes = ["Front", "Middle", "Rear"];

export function drawHall(shape: HallShape): TestHall {
  const rows = shape.sections.flatMap((section, at) => placeSection(section, at, shape));
  const layoutRows: LayoutRow[] = [];
  const runs: number[][] = [];
  let from = 0;
  rows.forEach((row, number) => {
    const placed = shape.positions === "given" ? row : { ...row, points: placeOnGrid(row.nums, number * gridStep) };
    const drawn = drawRow(placed, shapeOf(shape, number), (at) => (shape.mixedTypes && at % 5 === 4 ? 2 : number % 2));
    layoutRows.push(...drawn.rows);
    runs.push(...row.runs.map((run) => run.map((at) => from + (drawn.indexes[at] ?? 0))));
    from += row.nums.length;
  });
  const layout: Layout = {
    layout_id: "layout-venue-00001-1" as LayoutId,
    venue_id: VenueId.parse("venue-00001"),
    seat_types: seatTypes,
    seat_count: from,
    rows: layoutRows,
  };
  return { layout, runs, pitch: { given: shape.pitch, none: gridStep }[shape.positions as "given"] ?? 2 * gridStep };
}

function placeOnGrid(nums: readonly number[], y: number): Point[] {
  const middle = (Math.min(...nums) + Math.max(...nums)) / 2;
  return nums.map((num) => ({ x: (num - middle) * gridStep, y }));
}

/** Whether the row at this place is under two codes, and ordered by number; without positions rows have one code. */
function shapeOf({ sections, positions }: HallShape, number: number): { isSpread: boolean; isByNumber: boolean } {
  const shapes = sections.flatMap(({ rows }) => rows);
  const { isSpread = false, isByNumber = true } = shapes[number % shapes.length] ?? {};
  return { isSpread: isSpread && positions === "given", isByNumber };
}

function placeSection(section: SectionShape, at: number, { pitch, positions }: HallShape): PlacedRow[] {
  const name = section.kind === "straight" && at === 0 ? "" : `Section ${at + 1}`;
  return section.rows.flatMap((shape, number) => {
    const code = `${String.fromCharCode(65 + at)}${number}`;
    const widened = section.kind === "fan" ? shape.blocks.map((seats) => seats + number) : shape.blocks;
    const blocks = section.kind === "boxes" ? widened.slice(0, 2) : widened;
    const places = placeRow(section, { ...shape, blocks }, number, pitch);
    const nums = numberRow(blocks, shape, positions);
    const whole = {
      row: code,
      row_label: String(number + 1),
      section: name,
      nums,
      points: places,
      runs: splitAt(blocks),
    };
    if (section.kind === "boxes") return [{ ...whole, section: `Box ${at}-${number}`, row_label: "1" }];
    return section.kind === "three sections" ? cutInThree(whole) : [whole];
  });
}

/** Where the seats stand: along a straight line or a circle around the stage, turned around it. */
function placeRow({ kind, turn, distance }: SectionShape, shape: RowShape, number: number, pitch: number): Point[] {
  const step = pitch * shape.spacing;
  const offsets: number[] = [];
  for (const [block, seats] of shape.blocks.entries())
    for (let seat = 0; seat < seats; seat++) {
      const gap = seat > 0 ? step : block > 0 ? step * shape.aisle : 0;
      offsets.push((offsets.at(-1) ?? 0) + gap);
    }
  const length = offsets.at(-1) ?? 0;
  const depth = distance + number * rowGap;
  // A horseshoe takes five sixths of its circle, whatever its length; a curve at most a third.
  const radius = kind === "horseshoe" ? Math.max(length, 90) / ((5 / 3) * Math.PI) : Math.max(depth, length / 2);
  const isBent = kind === "horseshoe" || kind === "curved";
  return offsets.map((offset) => {
    const along = offset - length / 2;
    const bent = { x: radius * Math.sin(along / radius), y: radius * Math.cos(along / radius) };
    const wave = kind === "wavy" ? 2 * Math.sin(along / 12) : 0;
    return turned(isBent ? bent : { x: along, y: depth + wave }, (turn * Math.PI) / 180);
  });
}

function turned({ x, y }: Point, angle: number): Point {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const round = (value: number) => Math.round(value * 10) / 10 + 0;
  return { x: round(x * cos - y * sin), y: round(x * sin + y * cos) };
}

/** Without positions an aisle is two numbers that are left out: one would be odd-only numbering. */
function numberRow(blocks: readonly number[], { numbering }: RowShape, positions: HallShape["positions"]): number[] {
  const count = blocks.reduce((sum, seats) => sum + seats, 0);
  if (positions !== "given") {
    const nums = blocks
      .flatMap((seats, block) => Array.from({ length: seats }, () => block))
      .map((block, at) => at + 2 * block + 1);
    return positions === "none" ? nums : nums.map((num) => 2 * num - 1);
  }
  const half = Math.floor(count / 2);
  const number = {
    rightwards: (at: number) => at + 1,
    leftwards: (at: number) => count - at,
    "from the middle": (at: number) => (at < half ? 2 * (half - at) - 1 : 2 * (at - half + 1)),
    "to the middle": (at: number) => (at < half ? 2 * at + 1 : 2 * (count - at)),
    odd: (at: number) => 2 * at + 1,
    even: (at: number) => 2 * at + 2,
    "from 101": (at: number) => 101 + at,
  }[numbering];
  return Array.from({ length: count }, (_, at) => number(at));
}

function splitAt(blocks: readonly number[]): number[][] {
  let from = 0;
  return blocks.map((seats) => {
    from += seats;
    return Array.from({ length: seats }, (_, seat) => from - seats + seat);
  });
}

/** One row label and one code, three sections: their seats are apart although nothing stands between them. */
function cutInThree(row: PlacedRow): PlacedRow[] {
  const third = Math.ceil(row.nums.length / 3);
  return ["Left", "Center", "Right"].flatMap((side, part) => {
    const [from, to] = [part * third, Math.min(row.nums.length, (part + 1) * third)];
    if (from >= to) return [];
    const runs = row.runs.map((run) => run.filter((at) => at >= from && at < to).map((at) => at - from));
    return [
      {
        ...row,
        section: `${row.section} ${side}`,
        nums: row.nums.slice(from, to),
        points: row.points.slice(from, to),
        runs: runs.filter((run) => run.length > 0),
      },
    ];
  });
}

/** The row as a layout has it, and the index that each of its seats has there. */
function drawRow(
  { row, row_label, section, nums, points }: PlacedRow,
  { isSpread, isByNumber }: { isSpread: boolean; isByNumber: boolean },
  typeOf: (at: number) => number,
): { rows: LayoutRow[]; indexes: number[] } {
  const order = [...nums.keys()];
  if (isByNumber) order.sort((a, b) => (nums[a] ?? 0) - (nums[b] ?? 0));
  const parts = isSpread ? [order.filter((at) => at % 3 !== 1), order.filter((at) => at % 3 === 1)] : [order];
  const indexes: number[] = [];
  for (const [index, at] of parts.flat().entries()) indexes[at] = index;
  const rows = parts
    .filter((part) => part.length > 0)
    .map((part, number) => ({
      row: number === 0 ? row : `R${row}`,
      row_label,
      section,
      nums: part.map((at) => nums[at] ?? 0),
      // Such labels say nothing of who sits next to whom.
      labels: isSpread ? part.map((at) => `${nums[at]}bis`) : null,
      xs: part.map((at) => points[at]?.x ?? 0),
      ys: part.map((at) => points[at]?.y ?? 0),
      types: part.map(typeOf),
      accessible: [],
      properties: [],
    }));
  return { rows, indexes };
}
