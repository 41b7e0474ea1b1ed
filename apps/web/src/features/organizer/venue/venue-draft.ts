import { newDraftId } from "~/trpc/idempotency-key";
import { newRowBlock, type SeatingPlan } from "../plan/seating-plan";

/** A venue that is being edited. */
export type VenueDraft = {
  /** Part of the idempotency key of what is sent from it. */
  draft_id: string;
  name: string;
  city: string;
  timezone: string;
  description: string;
  plan: SeatingPlan;
};

export function newVenueDraft(): VenueDraft {
  const seat_types = ["Standard"];
  return {
    draft_id: newDraftId(),
    name: "",
    city: "",
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    description: "",
    plan: { seat_types, blocks: [newRowBlock(newDraftId(), "Standard")] },
  };
}
