import { findAisles } from "./find-aisles";
import { numberRow } from "./number-row";
import { listLabels } from "./row-labels";
import { frontGap, placeRow, type RowShape, radiusOf, rowGap } from "./row-places";
import {
  type EndMark,
  type ExistingLayout,
  emptyLayout,
  type PlanBlock,
  type PlanSeat,
  type RowBlock,
  type SeatingPlan,
} from "./seating-plan";

/** Between two sections; in decimeters. */
const sectionGap = 10;

/** After the last row drawn: its depth on the middle line, and the depth of the deepest seat so far. */
type Reach = { depth: number; y: number; section: string | null; block: PlanBlock | null };

/** Every seat of the plan, block by block. An incomplete block has none. */
export function listPlanSeats(plan: SeatingPlan, existing: ExistingLayout = emptyLayout): PlanSeat[] {
  return listBlockSeats(plan, existing).flatMap(({ seats }) => seats);
}

/** The seats of a list stay where the list has them; those without a position are placed by the venue. */
export function listBlockSeats(
  plan: SeatingPlan,
  existing: ExistingLayout = emptyLayout,
): { block: PlanBlock; seats: PlanSeat[] }[] {
  let reach: Reach = { depth: existing.depth, y: existing.depth, section: existing.section, block: null };
  return plan.blocks.map((block) => {
    if (block.kind === "list") {
      if (block.seats.length > 0) reach = reachOf(block, block.seats, reach.depth, reach.y);
      return { block, seats: block.seats };
    }
    const depth = findDepth(block, reach);
    const seats = drawRows(block, depth);
    if (seats.length > 0) reach = reachOf(block, seats, depth, reach.y);
    return { block, seats };
  });
}

const shapeOf = (block: RowBlock, count: number): RowShape => ({ ...block, aisles: findAisles(block, count) });

/** Blocks of one radius are parallel. */
function findRadius(block: RowBlock): number {
  const count = block.seats_a_row ?? 1;
  return radiusOf(shapeOf(block, count), count);
}

/** Where the block's first row crosses the middle line: evenly after rows of the same curve, else clear of every earlier seat. */
function findDepth(block: RowBlock, reach: Reach): number {
  const gap = gapAfter(reach, block);
  const { block: before } = reach;
  if (before?.kind === "rows" && findRadius(before) === findRadius(block)) return reach.depth + gap;
  const depth = reach.y + gap;
  const count = block.seats_a_row ?? 1;
  const forward = depth - Math.min(...placeRow(shapeOf(block, count), count, depth).map(({ y }) => y));
  return reach.y === 0 ? depth : depth + forward;
}

function gapAfter({ y, section }: Reach, block: RowBlock): number {
  if (y === 0) return frontGap;
  return rowGap + (block.section.trim() === section ? 0 : sectionGap);
}

function reachOf(block: PlanBlock, seats: PlanSeat[], depth: number, before: number): Reach {
  const y = seats.reduce((most, seat) => Math.max(most, seat.y ?? 0), before);
  if (block.kind === "list") return { depth: y, y, section: null, block };
  const rows = new Set(seats.map(({ row_label }) => row_label)).size;
  return { depth: depth + (rows - 1) * rowGap, y, section: block.section.trim(), block };
}

function drawRows(block: RowBlock, depth: number): PlanSeat[] {
  const range = listLabels(block.first_row, block.last_row);
  const { seats_a_row: count, first_num } = block;
  if ("fault" in range || !count || count < 1 || first_num === null) return [];
  const numbers = numberRow(block, count);
  const shape = shapeOf(block, count);
  return range.labels.flatMap((row_label, index) =>
    placeRow(shape, count, depth + index * rowGap).map((place, seat): PlanSeat => {
      const at = { row: index, rows: range.labels.length, seat, seats: count };
      return {
        section: block.section.trim(),
        row_label,
        seat_label: String(numbers[seat]),
        seat_type: block.seat_type,
        ...place,
        accessible: isMarked(block, "accessible", at),
        properties: (["companion", "restricted_view"] as const).filter((mark) => isMarked(block, mark, at)),
      };
    }),
  );
}

type At = { row: number; rows: number; seat: number; seats: number };

/** Companion seats are next to the wheelchair spaces of their row, on the inside. */
function isMarked(block: RowBlock, mark: EndMark, at: At): boolean {
  if (!isMarkedRow(block[`${mark}_row`], at)) return false;
  const { seat, seats } = at;
  const fromEnd = Math.min(seat, seats - 1 - seat);
  const outside = mark === "companion" && isMarkedRow(block.accessible_row, at) ? (block.accessible_ends ?? 0) : 0;
  return fromEnd >= outside && fromEnd < outside + (block[`${mark}_ends`] ?? 0);
}

function isMarkedRow(marked: RowBlock["accessible_row"], { row, rows }: At): boolean {
  if (marked === "first") return row === 0;
  if (marked === "last") return row === rows - 1;
  return marked === "every";
}
