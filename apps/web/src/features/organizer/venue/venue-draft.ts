import { newDraftId } from "~/trpc/idempotency-key";
import { newRowBlock, type SeatingPlan } from "../plan/seating-plan";

/** What is typed of a venue apart from its hall. */
export type VenueFields = {
  name: string;
  city: string;
  timezone: string;
  description: string;
  /** "" where none is stated. */
  address: string;
  map_url: string;
};

/** A venue that is being made. */
export type VenueDraft = VenueFields & {
  /** Part of the idempotency key of what is sent from it. */
  draft_id: string;
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
    address: "",
    map_url: "",
    plan: { seat_types, blocks: [newRowBlock(newDraftId(), "Standard")] },
  };
}
