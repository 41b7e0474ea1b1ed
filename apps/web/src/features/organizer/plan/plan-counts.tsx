import { describeCounts } from "./count-plan";
import type { PlanSeat } from "./seating-plan";

/** How many seats of each type and property a plan has. */
export function PlanCounts({ seat_types, seats }: { seat_types: readonly string[]; seats: readonly PlanSeat[] }) {
  const { types, marked } = describeCounts(seat_types, seats);
  return (
    <div className="flex flex-col gap-1">
      <p className="figures text-14 text-soft">{types}</p>
      {marked === "" ? null : <p className="figures text-14 text-soft">{marked}</p>}
    </div>
  );
}
