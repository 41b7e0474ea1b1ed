import type { SeatProperty } from "@evently/core/seat";
import { formatCount } from "~/ui/format/format-count";
import type { PlanSeat } from "./seating-plan";

const words: Record<"accessible" | SeatProperty, readonly [singular: string, plural: string]> = {
  accessible: ["wheelchair space", "wheelchair spaces"],
  companion: ["companion seat", "companion seats"],
  restricted_view: ["seat with a restricted view", "seats with a restricted view"],
  step_free: ["step-free seat", "step-free seats"],
  hearing_loop: ["seat with a hearing loop", "seats with a hearing loop"],
};

/** "200 seats: 160 Stalls, 40 Balcony", and "4 wheelchair spaces, 2 companion seats"; `marked` is empty for none. */
export function describeCounts(
  seat_types: readonly string[],
  seats: readonly Pick<PlanSeat, "seat_type" | "accessible" | "properties">[],
): { types: string; marked: string } {
  const types = new Map(seat_types.map((type) => [type, 0]));
  const marked = new Map(Object.keys(words).map((mark) => [mark, 0]));
  for (const { seat_type, accessible, properties } of seats) {
    types.set(seat_type, (types.get(seat_type) ?? 0) + 1);
    for (const mark of accessible ? ["accessible", ...properties] : properties)
      marked.set(mark, (marked.get(mark) ?? 0) + 1);
  }
  const counts = [...types].map(([type, count]) => `${formatCount(count)} ${type || "without a name"}`);
  const marks = Object.entries(words).flatMap(([mark, [singular, plural]]) => {
    const count = marked.get(mark) ?? 0;
    return count === 0 ? [] : [`${formatCount(count)} ${count === 1 ? singular : plural}`];
  });
  const total = seats.length === 1 ? "1 seat" : `${formatCount(seats.length)} seats`;
  return { types: `${total}: ${counts.join(", ")}`, marked: marks.join(", ") };
}
