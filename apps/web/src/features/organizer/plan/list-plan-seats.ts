import { compareSeats } from "@evently/core/seat/seat.rules";
import type { NewVenueSeat } from "@evently/core/venue";
import { listLabels, nameRow } from "./row-labels";
import { frontGap, type Place, placeRow, radiusOf, rowGap } from "./row-places";
import {
  type ExistingLayout,
  emptyLayout,
  type ListBlock,
  type PlanBlock,
  type RowBlock,
  type SeatingPlan,
  usualGap,
} from "./seating-plan";
import { codeSections } from "./section-codes";

/** Between two sections; in decimeters. */
const sectionGap = 10;

/** After the last row drawn: its depth on the middle line, and the depth of the deepest seat so far. */
type Reach = { depth: number; y: number; section: string | null; block: PlanBlock | null };

/** Every seat of the plan, block by block. An incomplete block has none. */
export function listPlanSeats(plan: SeatingPlan, existing: ExistingLayout = emptyLayout): NewVenueSeat[] {
  return listBlockSeats(plan, existing).flatMap(({ seats }) => seats);
}

export function listBlockSeats(
  plan: SeatingPlan,
  existing: ExistingLayout = emptyLayout,
): { block: PlanBlock; seats: NewVenueSeat[] }[] {
  const sections = plan.blocks.flatMap((block) => (block.kind === "rows" ? [block.section.trim()] : []));
  const codes = codeSections(sections, existing.codes);
  let reach: Reach = { depth: existing.depth, y: existing.depth, section: existing.section, block: null };
  return plan.blocks.map((block) => {
    const depth = block.kind === "rows" ? findDepth(block, reach) : reach.y + gapAfter(reach, block);
    const seats =
      block.kind === "rows" ? drawRows(block, codes.get(block.section.trim()) ?? "", depth) : placeList(block, depth);
    if (seats.length > 0) reach = reachOf(block, seats, depth, reach.y);
    return { block, seats };
  });
}

/** Where the block's first row crosses the middle line: evenly after rows of the same curve, else clear of every earlier seat. */
function findDepth(block: RowBlock, reach: Reach): number {
  const gap = gapAfter(reach, block);
  const { block: before } = reach;
  const radius = radiusOf(block, block.seats_a_row ?? 1);
  if (before?.kind === "rows" && radiusOf(before, before.seats_a_row ?? 1) === radius) return reach.depth + gap;
  const depth = reach.y + gap;
  const forward = depth - Math.min(...placeRow(block, block.seats_a_row ?? 1, depth).map(({ y }) => y));
  return reach.y === 0 ? depth : depth + forward;
}

function gapAfter({ y, section }: Reach, block: PlanBlock): number {
  if (y === 0) return frontGap;
  return rowGap + (block.kind === "rows" && block.section.trim() === section ? 0 : sectionGap);
}

function reachOf(block: PlanBlock, seats: NewVenueSeat[], depth: number, before: number): Reach {
  const y = seats.reduce((most, seat) => Math.max(most, seat.y ?? 0), before);
  if (block.kind === "list") return { depth: y, y, section: null, block };
  const rows = new Set(seats.map(({ row }) => row)).size;
  return { depth: depth + (rows - 1) * rowGap, y, section: block.section.trim(), block };
}

function drawRows(block: RowBlock, code: string, depth: number): NewVenueSeat[] {
  const range = listLabels(block.first_row, block.last_row);
  const { seats_a_row: count, first_num } = block;
  if ("fault" in range || !count || count < 1 || first_num === null) return [];
  return range.labels.flatMap((label, index) =>
    placeRow(block, count, depth + index * rowGap).map((place, seat) => ({
      row: nameRow(code, label),
      row_label: label,
      seat_num: first_num + (block.begins === "left" ? seat : count - 1 - seat),
      seat_type: block.seat_type,
      section: block.section.trim(),
      ...place,
      accessible: isAccessible(block, { row: index, rows: range.labels.length, seat, seats: count }),
    })),
  );
}

type At = { row: number; rows: number; seat: number; seats: number };

function isAccessible({ accessible_row, accessible_ends }: RowBlock, { row, rows, seat, seats }: At): boolean {
  if (accessible_row === "none" || row !== (accessible_row === "first" ? 0 : rows - 1)) return false;
  const ends = accessible_ends ?? 0;
  return seat < ends || seat >= seats - ends;
}

/** Places seats without coordinates in straight rows, one behind the other. */
function placeList({ seats }: ListBlock, depth: number): NewVenueSeat[] {
  const rows = new Map<string, NewVenueSeat[]>();
  for (const seat of seats.toSorted(compareSeats))
    if (seat.x === undefined || seat.y === undefined) rows.set(seat.row, [...(rows.get(seat.row) ?? []), seat]);
  const places = new Map<NewVenueSeat, Place>();
  [...rows.values()].forEach((row, index) => {
    const straight = placeRow({ seat_gap: usualGap, curve: "straight", aisles: 0 }, row.length, depth + index * rowGap);
    row.forEach((seat, at) => {
      const place = straight[at];
      if (place) places.set(seat, place);
    });
  });
  return seats.map((seat) => ({ ...seat, ...places.get(seat) }));
}
