import type { PlanBlock, SeatingPlan } from "../plan/seating-plan";

/** Renames a seat type in every block and seat. */
export function renameType(plan: SeatingPlan, index: number, name: string): SeatingPlan {
  const before = plan.seat_types[index] ?? "";
  const isShared = plan.seat_types.some((type, other) => other !== index && type === before);
  const seat_types = plan.seat_types.map((type, at) => (at === index ? name : type));
  return { seat_types, blocks: isShared ? plan.blocks : retype(plan.blocks, before, name) };
}

/** Removes a seat type; its seats get the first one left. */
export function removeType(plan: SeatingPlan, index: number): SeatingPlan {
  const before = plan.seat_types[index] ?? "";
  const seat_types = plan.seat_types.filter((_, at) => at !== index);
  return { seat_types, blocks: retype(plan.blocks, before, seat_types[0] ?? "") };
}

/** Adds a seat type under the first unused name. */
export function addType(plan: SeatingPlan): SeatingPlan {
  const names = ["Standard", "Premium", "Balcony", "Box"];
  const numbered = Array.from({ length: plan.seat_types.length + 1 }, (_, index) => `Type ${index + 1}`);
  const unused = [...names, ...numbered].find((name) => !plan.seat_types.includes(name)) ?? "";
  return { ...plan, seat_types: [...plan.seat_types, unused] };
}

function retype(blocks: readonly PlanBlock[], from: string, to: string): PlanBlock[] {
  return blocks.map((block) => {
    if (block.kind === "rows") return block.seat_type === from ? { ...block, seat_type: to } : block;
    const seats = block.seats.map((seat) => (seat.seat_type === from ? { ...seat, seat_type: to } : seat));
    return { ...block, seats };
  });
}
