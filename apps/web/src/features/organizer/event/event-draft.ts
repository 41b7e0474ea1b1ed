import { newDraftId } from "~/trpc/idempotency-key";

/** An event that is being written: as it is typed. Times are those of the venue's clocks, prices in the currency's own unit. */
export type EventDraft = {
  /** Names what is sent from it, so that sending it again makes nothing twice. */
  draft_id: string;
  venue_id: string;
  name: string;
  start_time: string;
  /** Minutes. */
  duration: number | null;
  description: string;
  programme: string;
  /** One a line. */
  artists: string;
  /** Between commas. */
  tags: string;
  currency: string;
  /** By seat type. */
  prices: Readonly<Record<string, string>>;
  opens: "now" | "later";
  sales_start: string;
  closes: "start" | "earlier";
  sales_end: string;
};

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
