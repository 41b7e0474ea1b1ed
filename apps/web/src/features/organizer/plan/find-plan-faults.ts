import { toSeatId } from "@evently/core/seat/seat.rules";
import type { NewVenueSeat } from "@evently/core/venue";
import { formatCount } from "~/ui/format/format-count";
import { listBlockSeats } from "./list-plan-seats";
import { listLabels } from "./row-labels";
import {
  emptyHall,
  mostSeats,
  mostSeatsARow,
  type PlanFault,
  type RowBlock,
  type SeatingPlan,
  type Standing,
} from "./seating-plan";

const highestNum = 9999;

/** What is wrong with a plan, in the order of the page; the API asks the same of it. */
export function findPlanFaults(plan: SeatingPlan, standing: Standing = emptyHall): PlanFault[] {
  const faults = plan.blocks.flatMap((block) => (block.kind === "rows" ? findRowFaults(block, plan) : []));
  return faults.length > 0 ? faults : findSeatFaults(plan, standing);
}

function findRowFaults(block: RowBlock, { seat_types }: SeatingPlan): PlanFault[] {
  const found: [string, string][] = [];
  const range = listLabels(block.first_row, block.last_row);
  if ("fault" in range) found.push([range.field, range.fault]);
  const { seats_a_row: seats, first_num, accessible_ends } = block;
  if (!isWithin(seats, mostSeatsARow)) found.push(["seats_a_row", `A whole number from 1 to ${mostSeatsARow}.`]);
  if (!isWithin(first_num, highestNum)) found.push(["first_num", `A whole number from 1 to ${highestNum}.`]);
  else if ((first_num ?? 0) + (seats ?? 0) - 1 > highestNum)
    found.push(["first_num", `The last seat would be above ${highestNum}.`]);
  if (!seat_types.includes(block.seat_type)) found.push(["seat_type", "Pick one of the seat types."]);
  if (block.section.trim().length > 40) found.push(["section", "At most 40 characters."]);
  const mostEnds = Math.floor((seats ?? 0) / 2);
  if (block.accessible_row !== "none" && seats && !isWithin(accessible_ends, Math.max(1, mostEnds)))
    found.push(["accessible_ends", `A whole number from 1 to ${Math.max(1, mostEnds)}.`]);
  return found.map(([field, message]) => ({ block: block.id, field, message }));
}

function isWithin(value: number | null, most: number): boolean {
  return value !== null && Number.isInteger(value) && value >= 1 && value <= most;
}

function findSeatFaults(plan: SeatingPlan, standing: Standing): PlanFault[] {
  const faults: PlanFault[] = [];
  const seen = new Set<string>(standing.seats);
  let count = 0;
  for (const { block, seats } of listBlockSeats(plan, standing)) {
    const twice = seats.filter((seat) => seen.has(idOf(seat)));
    const field = block.kind === "rows" ? "first_row" : "";
    if (twice.length > 0) faults.push({ block: block.id, field, message: sayTwice(twice) });
    for (const seat of seats) seen.add(idOf(seat));
    count += seats.length;
  }
  if (faults.length === 0 && count === 0)
    return [{ block: plan.blocks[0]?.id ?? "", field: "", message: "A hall needs seats: add rows or bring a file." }];
  if (count > mostSeats)
    return [{ block: "", field: "", message: `A hall has at most ${formatCount(mostSeats)} seats.` }];
  return faults;
}

const idOf = ({ row, seat_num }: NewVenueSeat) => toSeatId(row, seat_num);

/** "Row A has its seats 1 to 12 already: …": named by what is printed on the row. */
function sayTwice(seats: NewVenueSeat[]): string {
  const rows = [...new Set(seats.map(({ row, row_label }) => row_label ?? row))];
  const [first] = seats;
  const named = rows.length === 1 ? `Row ${rows[0]}` : `Rows ${rows[0]} to ${rows.at(-1)}`;
  return `${named} ${rows.length === 1 ? "is" : "are"} there already, with seat ${first?.seat_num}. Use other rows or other numbers.`;
}
