import { arcRows } from "./arc-rows.ts";
import type { Plan, Seat } from "./hall.ts";
import { mirrorRows, sideRows } from "./side-rows.ts";
import { toSeats } from "./to-seats.ts";

const centreY = -330;

const tiers = [
  { code: "T1", name: "First Tier", x: 148, radius: 640, sideRows: 2, rearRows: 3, fromY: -20 },
  { code: "T2", name: "Second Tier", x: 194, radius: 695, sideRows: 2, rearRows: 3, fromY: -20 },
  { code: "T3", name: "Third Tier", x: 240, radius: 750, sideRows: 1, rearRows: 4, fromY: -20 },
];

/** A concert hall of 2,200: a curved orchestra and three tiers round three sides, drawn side by side. */
export const geffenPlan: Plan = {
  seat_types: ["Orchestra Prime", "Orchestra", "First Tier", "Second Tier", "Third Tier", "Side"],
  prices: {
    "Orchestra Prime": 16_500,
    Orchestra: 11_900,
    "First Tier": 13_900,
    "Second Tier": 8_900,
    "Third Tier": 5_200,
    Side: 3_900,
  },
  seats: () => {
    const upstairs = tiers.flatMap(tierSeats);
    return [...orchestraSeats(2_200 - upstairs.length), ...upstairs];
  },
};

function orchestraSeats(total: number): Seat[] {
  const rows = arcRows({
    centreY,
    radius: 358,
    rows: 27,
    bounds: [-25, -6.5, 6.5, 25],
    halfWidth: 126,
    aisle: 13,
    total,
  });
  const isPrime = (row: number, x: number) => row >= 4 && row <= 16 && Math.abs(x) < 75;
  const type = (row: number, { x }: { x: number }) => (isPrime(row, x) ? "Orchestra Prime" : "Orchestra");
  return toSeats({ code: "OR", section: "Orchestra", rows, type, accessible: { rows: [12, 26], ends: 3 } });
}

function tierSeats({ code, name, x, radius, sideRows: depth, rearRows, fromY }: (typeof tiers)[number]): Seat[] {
  const right = sideRows({ x, fromY, toY: 240, rows: depth, box: { seats: 6, gap: 5 } });
  const rear = arcRows({ centreY, radius, rows: rearRows, bounds: [-25, -8.5, 8.5, 25], halfWidth: x + 8, aisle: 13 });
  return [
    ...toSeats({ code: `${code}L`, section: `${name} Left`, rows: mirrorRows(right), type: "Side" }),
    ...toSeats({ code: `${code}R`, section: `${name} Right`, rows: right, type: "Side" }),
    ...toSeats({ code: `${code}C`, section: name, rows: rear, type: name, accessible: { rows: [0], ends: 2 } }),
  ];
}
