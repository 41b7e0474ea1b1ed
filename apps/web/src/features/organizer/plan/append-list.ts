import { newDraftId } from "~/trpc/idempotency-key";
import { newRowBlock, type PlanBlock, type PlanSeat, type SeatingPlan } from "./seating-plan";

/** What is kept of a plan beside a file: the untouched rows of a new form are replaced by it. */
export const keepTouched = (plan: SeatingPlan): SeatingPlan => ({ ...plan, blocks: plan.blocks.filter(isTouched) });

/**
 * The plan with the seats of a file behind its own. Where a file may bring its own seat types, those are added, and types
 * that no seat has are not kept.
 */
export function appendList(
  plan: SeatingPlan,
  { name, seats, mayAddTypes }: { name: string; seats: PlanSeat[]; mayAddTypes: boolean },
): SeatingPlan {
  const { blocks, seat_types } = keepTouched(plan);
  const list: PlanBlock = { kind: "list", id: newDraftId(), name, seats };
  const all = [...blocks, list];
  if (!mayAddTypes) return { seat_types, blocks: all };
  const used = new Set(
    all.flatMap((block) => (block.kind === "rows" ? [block.seat_type] : block.seats.map(({ seat_type }) => seat_type))),
  );
  const types = [...new Set([...seat_types, ...used])];
  return { seat_types: types.filter((type) => used.has(type)), blocks: all };
}

function isTouched(block: PlanBlock): boolean {
  return JSON.stringify(block) !== JSON.stringify(newRowBlock(block.id, "seat_type" in block ? block.seat_type : ""));
}
