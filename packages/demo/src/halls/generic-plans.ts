import { arcRows } from "./arc-rows.ts";
import type { Plan } from "./hall.ts";
import { mirrorRows, sideRows } from "./side-rows.ts";
import { toSeats } from "./to-seats.ts";

/** A generic recital hall of 450 in one gently raked floor. */
export const recitalHall: Plan = {
  seat_types: ["Front", "Centre", "Rear"],
  prices: { Front: 6_000, Centre: 4_800, Rear: 3_200 },
  seats: () => {
    const bounds = [-14, -4.2, 4.2, 14];
    const rows = arcRows({ centreY: -600, radius: 626, rows: 18, bounds, halfWidth: 88, total: 450 });
    const type = (row: number) => (row < 5 ? "Front" : row < 12 ? "Centre" : "Rear");
    return toSeats({ code: "ST", section: "Stalls", rows, type, accessible: { rows: [17], ends: 2 } });
  },
};

/** A generic theatre of 900: stalls of 560, a circle of 340. */
export const theatre: Plan = {
  seat_types: ["Stalls Front", "Stalls", "Circle"],
  prices: { "Stalls Front": 9_500, Stalls: 7_500, Circle: 5_500 },
  seats: () => {
    const stalls = arcRows({ centreY: -330, radius: 355, rows: 17, bounds: [-17, -6, 6, 17], total: 560 });
    const circle = arcRows({ centreY: -330, radius: 550, rows: 7, bounds: [-17, -6, 6, 17], total: 340 });
    const type = (row: number) => (row < 6 ? "Stalls Front" : "Stalls");
    return [
      ...toSeats({ code: "ST", section: "Stalls", rows: stalls, type, accessible: { rows: [16], ends: 3 } }),
      ...toSeats({ code: "CI", section: "Circle", rows: circle, type: "Circle", accessible: { rows: [6], ends: 2 } }),
    ];
  },
};

/** A generic concert hall of 2,000: stalls, side galleries, a circle and a balcony. */
export const concertHall: Plan = {
  seat_types: ["Stalls Front", "Stalls", "Side Gallery", "Circle", "Balcony"],
  prices: { "Stalls Front": 14_000, Stalls: 11_000, "Side Gallery": 4_500, Circle: 8_500, Balcony: 4_800 },
  seats: () => {
    const centreY = -360;
    const stalls = arcRows({ centreY, radius: 388, rows: 25, bounds: [-23, -6.5, 6.5, 23], halfWidth: 138, aisle: 13 });
    const right = sideRows({ x: 166, fromY: 0, toY: 240, rows: 2, box: { seats: 8, gap: 6 } });
    const circle = arcRows({ centreY, radius: 655, rows: 5, bounds: [-17, -6, 6, 17], aisle: 13 });
    const used = [...stalls, ...right, ...right, ...circle].reduce((sum, { places }) => sum + places.length, 0);
    const upper = { centreY, radius: 726, rows: 7, bounds: [-17, -10, -3.5, 3.5, 10, 17], aisle: 13 };
    const balcony = arcRows({ ...upper, total: 2_000 - used });
    const type = (row: number) => (row < 12 ? "Stalls Front" : "Stalls");
    return [
      ...toSeats({ code: "ST", section: "Stalls", rows: stalls, type, accessible: { rows: [24], ends: 3 } }),
      ...toSeats({ code: "GL", section: "Left Gallery", rows: mirrorRows(right), type: "Side Gallery" }),
      ...toSeats({ code: "GR", section: "Right Gallery", rows: right, type: "Side Gallery" }),
      ...toSeats({ code: "CI", section: "Circle", rows: circle, type: "Circle", accessible: { rows: [7], ends: 3 } }),
      ...toSeats({ code: "BA", section: "Balcony", rows: balcony, type: "Balcony" }),
    ];
  },
};

/** A generic outdoor stage of 1,500 numbered places: chairs in front, a lawn of widely spaced places behind. */
export const lawnStage: Plan = {
  seat_types: ["Chairs", "Lawn"],
  prices: { Chairs: 4_500, Lawn: 2_000 },
  seats: () => {
    const bounds = [-44, -27, -9, 9, 27, 44];
    const chairs = arcRows({ centreY: -120, radius: 200, rows: 12, bounds, rowPitch: 11, aisle: 18, total: 600 });
    const shape = { centreY: -120, radius: 372, rows: 18, bounds, rowPitch: 16, seatPitch: 12, aisle: 24 };
    const lawn = arcRows({ ...shape, total: 900 });
    return [
      ...toSeats({ code: "CH", section: "Chairs", rows: chairs, type: "Chairs", accessible: { rows: [11], ends: 4 } }),
      ...toSeats({ code: "LA", section: "Lawn", rows: lawn, type: "Lawn" }),
    ];
  },
};
