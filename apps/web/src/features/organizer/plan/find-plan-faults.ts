import { maxVenueSeats } from "@evently/core/venue";
import { labelKey } from "@evently/core/venue/seat-keys.rules";
import { formatCount } from "~/ui/format/format-count";
import { readAisles } from "./find-aisles";
import { listBlockSeats } from "./list-plan-seats";
import { numberRow } from "./number-row";
import { listLabels } from "./row-labels";
import {
  type ExistingLayout,
  emptyLayout,
  endMarks,
  maxSeatsPerRow,
  type PlanFault,
  type PlanSeat,
  type RowBlock,
  type SeatingPlan,
} from "./seating-plan";

const highestNum = 9999;
const longest = { section: 60, row_label: 16 } as const;

/** The faults of a plan in the order of the page; the API checks the same. */
export function findPlanFaults(plan: SeatingPlan, existing: ExistingLayout = emptyLayout): PlanFault[] {
  const faults = plan.blocks.flatMap((block) => (block.kind === "rows" ? findRowFaults(block, plan) : []));
  return faults.length > 0 ? faults : findSeatFaults(plan, existing);
}

function findRowFaults(block: RowBlock, { seat_types }: SeatingPlan): PlanFault[] {
  const found = [
    ...findLabelFaults(block),
    ...findNumberFaults(block),
    ...(seat_types.includes(block.seat_type) ? [] : [["seat_type", "Pick one of the seat types."] as const]),
    ...(block.aisles === "chosen" && readAisles(block.aisles_after) === null
      ? [["aisles_after", "Whole numbers, such as 4, 12."] as const]
      : []),
    ...findEndFaults(block),
  ];
  return found.map(([field, message]) => ({ block: block.id, field, message }));
}

type Found = readonly (readonly [string, string])[];

function findLabelFaults({ first_row, last_row, section }: RowBlock): Found {
  const range = listLabels(first_row, last_row);
  if ("fault" in range) return [[range.field, range.fault]];
  if (section.trim().length > longest.section) return [["section", `At most ${longest.section} characters.`]];
  if (range.labels.some((label) => label.length > longest.row_label))
    return [["first_row", `At most ${longest.row_label} characters.`]];
  const isUnnamed = section.trim() === "" && range.labels.includes("");
  return isUnnamed ? [["first_row", "Name the row, or its section."]] : [];
}

function findNumberFaults(block: RowBlock): Found {
  const { seats_a_row: seats, first_num } = block;
  const found: [string, string][] = [];
  if (!isWithin(seats, maxSeatsPerRow)) found.push(["seats_a_row", `A whole number from 1 to ${maxSeatsPerRow}.`]);
  if (first_num === null || first_num > highestNum)
    found.push(["first_num", `A whole number from 0 to ${highestNum}.`]);
  else if (isWithin(seats, maxSeatsPerRow) && Math.max(...numberRow(block, seats)) > highestNum)
    found.push(["first_num", `The last seat would be above ${highestNum}.`]);
  return found;
}

function findEndFaults(block: RowBlock): Found {
  const most = Math.max(1, Math.floor((block.seats_a_row ?? 0) / 2));
  return endMarks
    .filter((mark) => block[`${mark}_row`] !== "none" && block.seats_a_row && !isWithin(block[`${mark}_ends`], most))
    .map((mark) => [`${mark}_ends`, `A whole number from 1 to ${most}.`] as const);
}

function isWithin(value: number | null, max: number): value is number {
  return value !== null && Number.isInteger(value) && value >= 1 && value <= max;
}

function findSeatFaults(plan: SeatingPlan, existing: ExistingLayout): PlanFault[] {
  const faults: PlanFault[] = [];
  const seen = new Set<string>(existing.seats);
  let count = 0;
  for (const { block, seats } of listBlockSeats(plan, existing)) {
    const duplicates = seats.filter((seat) => seen.has(labelKey(seat)));
    const field = block.kind === "rows" ? "first_row" : "";
    if (duplicates.length > 0) faults.push({ block: block.id, field, message: describeDuplicates(duplicates) });
    for (const seat of seats) seen.add(labelKey(seat));
    count += seats.length;
  }
  if (faults.length === 0 && count === 0)
    return [{ block: plan.blocks[0]?.id ?? "", field: "", message: "A hall needs seats: add rows or upload a file." }];
  if (count + existing.seats.size > maxVenueSeats)
    return [{ block: "", field: "", message: `A hall has at most ${formatCount(maxVenueSeats)} seats.` }];
  return faults;
}

/** Names the rows by what is printed on them. */
function describeDuplicates(seats: PlanSeat[]): string {
  const rows = [...new Set(seats.map(({ row_label }) => row_label))];
  const [first] = seats;
  const section = first?.section ?? "";
  const named = rows.length === 1 ? `Row ${rows[0]}` : `Rows ${rows[0]} to ${rows.at(-1)}`;
  const where = rows.every((row) => row === "") ? section : section === "" ? named : `${named} of ${section}`;
  const has = rows.length === 1 ? "has" : "have";
  return `${where} ${has} a seat ${first?.seat_label} already. Use other rows or other numbers.`;
}
