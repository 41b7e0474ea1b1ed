import { toSeatId } from "@evently/core/seat/seat.rules";
import type { NewVenueSeat } from "@evently/core/venue";
import { formatCount } from "~/ui/format/format-count";
import { listBlockSeats } from "./list-plan-seats";
import { listLabels } from "./row-labels";
import {
  type ExistingLayout,
  emptyLayout,
  maxSeats,
  maxSeatsPerRow,
  type PlanFault,
  type RowBlock,
  type SeatingPlan,
} from "./seating-plan";

const highestNum = 9999;

/** The faults of a plan in the order of the page; the API checks the same. */
export function findPlanFaults(plan: SeatingPlan, existing: ExistingLayout = emptyLayout): PlanFault[] {
  const faults = plan.blocks.flatMap((block) => (block.kind === "rows" ? findRowFaults(block, plan) : []));
  return faults.length > 0 ? faults : findSeatFaults(plan, existing);
}

function findRowFaults(block: RowBlock, { seat_types }: SeatingPlan): PlanFault[] {
  const found: [string, string][] = [];
  const range = listLabels(block.first_row, block.last_row);
  if ("fault" in range) found.push([range.field, range.fault]);
  const { seats_a_row: seats, first_num, accessible_ends } = block;
  if (!isWithin(seats, maxSeatsPerRow)) found.push(["seats_a_row", `A whole number from 1 to ${maxSeatsPerRow}.`]);
  if (!isWithin(first_num, highestNum)) found.push(["first_num", `A whole number from 1 to ${highestNum}.`]);
  else if ((first_num ?? 0) + (seats ?? 0) - 1 > highestNum)
    found.push(["first_num", `The last seat would be above ${highestNum}.`]);
  if (!seat_types.includes(block.seat_type)) found.push(["seat_type", "Pick one of the seat types."]);
  if (block.section.trim().length > 40) found.push(["section", "At most 40 characters."]);
  const maxEnds = Math.floor((seats ?? 0) / 2);
  if (block.accessible_row !== "none" && seats && !isWithin(accessible_ends, Math.max(1, maxEnds)))
    found.push(["accessible_ends", `A whole number from 1 to ${Math.max(1, maxEnds)}.`]);
  return found.map(([field, message]) => ({ block: block.id, field, message }));
}

function isWithin(value: number | null, max: number): boolean {
  return value !== null && Number.isInteger(value) && value >= 1 && value <= max;
}

function findSeatFaults(plan: SeatingPlan, existing: ExistingLayout): PlanFault[] {
  const faults: PlanFault[] = [];
  const seen = new Set<string>(existing.seats);
  let count = 0;
  for (const { block, seats } of listBlockSeats(plan, existing)) {
    const duplicates = seats.filter((seat) => seen.has(idOf(seat)));
    const field = block.kind === "rows" ? "first_row" : "";
    if (duplicates.length > 0) faults.push({ block: block.id, field, message: describeDuplicates(duplicates) });
    for (const seat of seats) seen.add(idOf(seat));
    count += seats.length;
  }
  if (faults.length === 0 && count === 0)
    return [{ block: plan.blocks[0]?.id ?? "", field: "", message: "A hall needs seats: add rows or upload a file." }];
  if (count > maxSeats)
    return [{ block: "", field: "", message: `A hall has at most ${formatCount(maxSeats)} seats.` }];
  return faults;
}

const idOf = ({ row, seat_num }: NewVenueSeat) => toSeatId(row, seat_num);

/** Names the rows by the labels printed on them. */
function describeDuplicates(seats: NewVenueSeat[]): string {
  const rows = [...new Set(seats.map(({ row, row_label }) => row_label ?? row))];
  const [first] = seats;
  const named = rows.length === 1 ? `Row ${rows[0]}` : `Rows ${rows[0]} to ${rows.at(-1)}`;
  return `${named} ${rows.length === 1 ? "has" : "have"} a seat ${first?.seat_num} already. Use other rows or other numbers.`;
}
