import { newDraftId } from "~/trpc/idempotency-key";
import { nextLabel } from "./row-labels";
import { copyShape, newRowBlock, type RowBlock, type SeatingPlan } from "./seating-plan";

/** A row like the last ones, with the next label. What marks single seats is not copied: nobody entered it for this row. */
export function followingBlock({ blocks, seat_types }: SeatingPlan): RowBlock {
  const last = blocks.findLast((block) => block.kind === "rows");
  const id = newDraftId();
  if (!last) return newRowBlock(id, seat_types[0] ?? "");
  const next = nextLabel(last.last_row);
  return copyShape(last, { id, first_row: next, last_row: next });
}
