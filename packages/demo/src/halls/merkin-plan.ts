import { arcRows } from "./arc-rows.ts";
import type { Plan } from "./hall.ts";
import { toSeats } from "./to-seats.ts";

/** A recital hall of 449: 357 in the orchestra, 92 in the balcony. */
export const merkinPlan: Plan = {
  seat_types: ["Orchestra Front", "Orchestra", "Balcony"],
  prices: { "Orchestra Front": 6_500, Orchestra: 5_200, Balcony: 3_800 },
  seats: () => {
    const shape = { centreY: -800, bounds: [-12, -2.9, 2.9, 12], aisle: 12 };
    const orchestra = arcRows({ ...shape, radius: 826, rows: 17, halfWidth: 74, total: 357 });
    const balcony = arcRows({ ...shape, radius: 1_008, rows: 4, halfWidth: 80, total: 92 });
    return [
      ...toSeats({
        code: "OR",
        section: "Orchestra",
        rows: orchestra,
        type: (row) => (row < 6 ? "Orchestra Front" : "Orchestra"),
        accessible: { rows: [16], ends: 3 },
      }),
      ...toSeats({ code: "BA", section: "Balcony", rows: balcony, type: "Balcony" }),
    ];
  },
};
