import { newDraftId } from "~/trpc/idempotency-key";
import type { Occurrence } from "./zoned-time";

/** The draft's dates and times. */
export type TimeName = "start_time" | "doors_time" | "sales_start" | "sales_end";

/** An event as it is typed: times in the venue's time zone, prices in the currency's major unit. */
export type EventDraft = {
  /** Part of the idempotency key of what is sent from it. */
  draft_id: string;
  venue_id: string;
  name: string;
  start_time: string;
  /** "" where no doors time is stated. */
  doors_time: string;
  /** Of times that the clocks show twice, which one is meant. */
  meant: Readonly<Partial<Record<TimeName, Occurrence>>>;
  /** Minutes. */
  duration: number | null;
  description: string;
  programme: string;
  /** One per line. */
  artists: string;
  /** Separated by commas. */
  tags: string;
  /** Years; "" where no age is stated. */
  min_age: string;
  /** "" for those of the venue. */
  address: string;
  map_url: string;
  currency: string;
  /** By seat type. */
  prices: Readonly<Record<string, string>>;
  opens: "now" | "later";
  sales_start: string;
  closes: "start" | "set";
  sales_end: string;
  /** Until when buyers may cancel: until it begins, `notice` hours before, or never. */
  cancellation: "start" | "notice" | "never";
  notice: string;
  /** How much of the price they get back then. */
  percent: string;
  /** Which drawing of the poster; null for the usual one. */
  poster_seed?: number | null;
};

/** Changes a draft at the control of this name. */
export type UpdateDraft = (change: Partial<EventDraft>, control: string) => void;

export const newEventDraft = (venue_id: string, currency = "USD"): EventDraft => ({
  draft_id: newDraftId(),
  venue_id,
  name: "",
  start_time: "",
  doors_time: "",
  meant: {},
  duration: 120,
  description: "",
  programme: "",
  artists: "",
  tags: "",
  min_age: "",
  address: "",
  map_url: "",
  currency,
  prices: {},
  opens: "now",
  sales_start: "",
  closes: "start",
  sales_end: "",
  cancellation: "start",
  notice: "24",
  percent: "100",
});
