import type { Hall } from "~/features/hall/hall";
import { describeWay } from "./describe-way";
import { drawCloseUp } from "./draw-close-up";
import { drawOverview } from "./draw-overview";
import { findWays } from "./find-way";
import type { PlanDrawing } from "./plan-drawing";

/** The hall with the seats of a booking, and each of their rows from near with a way to them. */
export type SeatPlan = { overview: PlanDrawing; ways: { name: string; words: string; closeUp: PlanDrawing | null }[] };

/** More groups of seats than this are drawn from afar alone. */
const mostCloseUps = 4;

/** Null where the hall has none of these seats. */
export function drawPlan(hall: Hall, seat_ids: readonly string[]): SeatPlan | null {
  const ways = findWays(
    hall,
    seat_ids.flatMap((seat) => hall.indexOf.get(seat) ?? []),
  );
  if (ways.length === 0) return null;
  return {
    overview: drawOverview(hall, ways),
    ways: ways.map((way) => {
      const described = describeWay(hall, way);
      return { ...described, closeUp: ways.length > mostCloseUps ? null : drawCloseUp(hall, way, described.name) };
    }),
  };
}
