import type { HoldingView } from "@evently/core/hold";

/** Seats that went to someone else, and free ones to take instead; `whole` where these replace the entire selection. */
export type Lost = { seats: readonly number[]; instead: readonly number[]; whole: boolean };

export type Notice =
  | { kind: "limit" }
  | { kind: "not_adjacent"; count: number }
  | { kind: "ended"; seats: readonly number[] }
  | { kind: "released"; count: number }
  | { kind: "failed"; text: string };

/** What the panels beside the map show. Seats are indexes into the hall; every change makes a new object. */
export type PickerState = {
  selected: readonly number[];
  /** Sent to be held, no answer yet. */
  placing: readonly number[];
  holds: readonly HoldingView[];
  lost: Lost | null;
  notice: Notice | null;
  /** Seat types that stay bright; empty for all. */
  kept: ReadonlySet<number>;
  party: number;
  /** Seats that anyone may take now, by seat type. */
  freeByType: readonly number[];
};

export const emptyState: PickerState = {
  selected: [],
  placing: [],
  holds: [],
  lost: null,
  notice: null,
  kept: new Set(),
  party: 1,
  freeByType: [],
};

/** More than this the box office does not hold at once. */
export const seatLimit = 10;
