import type { PlanSeat } from "./seating-plan";

/** A seat of a file. */
export const newListSeat = (row_label: string, seat_label: string, more: Partial<PlanSeat> = {}): PlanSeat => ({
  section: "",
  row_label,
  seat_label,
  seat_type: "Stalls",
  accessible: false,
  properties: [],
  ...more,
});
