import { newDraftId } from "~/trpc/idempotency-key";

/** An event as it is typed: times in the venue's time zone, prices in the currency's major unit. */
export type EventDraft = {
  /** Part of the idempotency key of what is sent from it. */
  draft_id: string;
  venue_id: string;
  name: string;
  start_time: string;
  /** Minutes. */
  duration: number | null;
  description: string;
  programme: string;
  /** One per line. */
  artists: string;
  /** Separated by commas. */
  tags: string;
  currency: string;
  /** By seat type. */
  prices: Readonly<Record<string, string>>;
  opens: "now" | "later";
  sales_start: string;
  closes: "start" | "earlier";
  sales_end: string;
};

/** Changes a draft at the control of this name. */
export type UpdateDraft = (change: Partial<EventDraft>, control: string) => void;

export const newEventDraft = (venue_id: string): EventDraft => ({
  draft_id: newDraftId(),
  venue_id,
  name: "",
  start_time: "",
  duration: 120,
  description: "",
  programme: "",
  artists: "",
  tags: "",
  currency: "USD",
  prices: {},
  opens: "now",
  sales_start: "",
  closes: "start",
  sales_end: "",
});
