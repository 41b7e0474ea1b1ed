import { countFeatures } from "~/features/hall/seat-features";
import { formatCount } from "~/ui/format/format-count";
import type { PlanSeat } from "./seating-plan";

/** "200 seats: 160 Stalls, 40 Balcony", and "4 wheelchair spaces, 2 companion seats"; `marked` is empty for none. */
export function describeCounts(
  seat_types: readonly string[],
  seats: readonly Pick<PlanSeat, "seat_type" | "accessible" | "properties">[],
): { types: string; marked: string } {
  const types = new Map(seat_types.map((type) => [type, 0]));
  for (const { seat_type } of seats) types.set(seat_type, (types.get(seat_type) ?? 0) + 1);
  const counts = [...types].map(([type, count]) => `${formatCount(count)} ${type || "without a name"}`);
  const total = seats.length === 1 ? "1 seat" : `${formatCount(seats.length)} seats`;
  return { types: `${total}: ${counts.join(", ")}`, marked: countFeatures(seats) };
}
