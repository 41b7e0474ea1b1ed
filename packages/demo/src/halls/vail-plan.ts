import { arcRows } from "./arc-rows.ts";
import type { Plan } from "./hall.ts";
import { toSeats } from "./to-seats.ts";

/** A roofed mountain amphitheatre of 1,260 reserved seats in a wide fan, a cross aisle between its two parts. */
export const vailPlan: Plan = {
  seat_types: ["Pavilion Front", "Pavilion Centre", "Pavilion Side", "Terrace"],
  prices: { "Pavilion Front": 13_500, "Pavilion Centre": 10_900, "Pavilion Side": 7_900, Terrace: 5_500 },
  seats: () => {
    const shape = { centreY: -70, bounds: [-52, -33, -11.5, 11.5, 33, 52], aisle: 14, rowPitch: 10, seatPitch: 5.8 };
    const front = arcRows({ ...shape, radius: 130, rows: 13 });
    const terrace = arcRows({ ...shape, radius: 286, rows: 8, total: 1_260 - countPlaces(front) });
    const sideways = (x: number, y: number) => Math.abs(x) / (y + 70) > Math.tan((33 * Math.PI) / 180);
    const pavilion = (row: number, { x, y }: { x: number; y: number }) => {
      if (sideways(x, y)) return "Pavilion Side";
      return row < 5 ? "Pavilion Front" : "Pavilion Centre";
    };
    return [
      ...toSeats({
        code: "PA",
        section: "Pavilion",
        rows: front,
        type: pavilion,
        accessible: { rows: [12], ends: 5 },
      }),
      ...toSeats({
        code: "TE",
        section: "Terrace",
        rows: terrace,
        type: "Terrace",
        accessible: { rows: [0], ends: 3 },
      }),
    ];
  },
};

function countPlaces(rows: { places: unknown[] }[]): number {
  return rows.reduce((sum, { places }) => sum + places.length, 0);
}
