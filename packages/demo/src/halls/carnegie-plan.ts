import { arcRows } from "./arc-rows.ts";
import { boxRows } from "./box-rows.ts";
import type { Plan, Seat } from "./hall.ts";
import { toSeats } from "./to-seats.ts";

/** A horseshoe house of 2,804: parquet 1,021, boxes 264 and 238, dress circle 444, balcony 837. */
export const carnegiePlan: Plan = {
  seat_types: ["Parquet", "First Tier Box", "Second Tier Box", "Dress Circle", "Balcony Front", "Balcony"],
  prices: {
    Parquet: 14_500,
    "First Tier Box": 16_800,
    "Second Tier Box": 12_400,
    "Dress Circle": 8_600,
    "Balcony Front": 5_900,
    Balcony: 3_400,
  },
  seats: () => [...parquetSeats(), ...boxSeats(), ...circleSeats(), ...balconySeats()],
};

function parquetSeats(): Seat[] {
  const rows = arcRows({
    centreY: -330,
    radius: 358,
    rows: 26,
    bounds: [-25, -6, 6, 25],
    halfWidth: 126,
    aisle: 13,
    total: 1_021,
  });
  return toSeats({ code: "PA", section: "Parquet", rows, type: "Parquet", accessible: { rows: [10, 25], ends: 3 } });
}

function boxSeats(): Seat[] {
  const first = boxRows(
    { halfWidth: 150, frontY: 5, rearY: 300, corner: 90 },
    Array.from({ length: 33 }, () => 8),
  );
  const eights = Array.from({ length: 13 }, () => 8);
  const sizes = [6, 6, ...eights, 6, ...eights, 6, 6];
  const second = boxRows({ halfWidth: 195, frontY: 5, rearY: 345, corner: 135 }, sizes);
  return [
    ...toSeats({ code: "FT", section: "First Tier", rows: first, type: "First Tier Box" }),
    ...toSeats({ code: "ST", section: "Second Tier", rows: second, type: "Second Tier Box" }),
  ];
}

function circleSeats(): Seat[] {
  const bounds = [-30, -10, 0, 10, 30];
  const rows = arcRows({ centreY: -330, radius: 735, rows: 6, bounds, halfWidth: 229, aisle: 13, total: 444 });
  const accessible = { rows: [5], ends: 3 };
  return toSeats({ code: "DC", section: "Dress Circle", rows, type: "Dress Circle", accessible });
}

function balconySeats(): Seat[] {
  const bounds = [-30, -10.5, -3.5, 3.5, 10.5, 30];
  const rows = arcRows({ centreY: -330, radius: 815, rows: 12, bounds, halfWidth: 229, aisle: 13, total: 837 });
  const type = (row: number) => (row < 4 ? "Balcony Front" : "Balcony");
  return toSeats({ code: "BA", section: "Balcony", rows, type });
}
