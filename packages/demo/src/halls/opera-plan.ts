import { arcRows } from "./arc-rows.ts";
import { boxRows } from "./box-rows.ts";
import type { Place, Plan, Row, Seat } from "./hall.ts";
import { mirrorRows, sideRows } from "./side-rows.ts";
import { toSeats } from "./to-seats.ts";

const centreY = -330;
const restricted = "Eingeschränkte Sicht";

/**
 * An opera house as many European ones are: stalls with the odd numbers left and the even ones right of the middle
 * aisle, two tiers of boxes in a horseshoe, and two balconies, the upper one with galleries along the sides.
 */
export const operaPlan: Plan = {
  seat_types: ["Parkett vorn", "Parkett", "Loge vorn", "Loge hinten", "1. Rang", "2. Rang", restricted],
  prices: {
    "Parkett vorn": 16_900,
    Parkett: 13_900,
    "Loge vorn": 14_900,
    "Loge hinten": 8_900,
    "1. Rang": 10_900,
    "2. Rang": 5_900,
    [restricted]: 2_200,
  },
  seats: () => [...stalls(), ...boxes(), ...firstBalcony(), ...secondBalcony()],
};

/** At both ends of the last row, which has no steps, three places for wheelchair users and as many for companions. */
function stalls(): Seat[] {
  const rows = arcRows({ centreY, radius: 395, rows: 14, bounds: [-17, 0, 17], halfWidth: 113, rowPitch: 9.5 });
  const last = rows.length - 1;
  const fromEnd = (seat: number, count: number) => Math.min(seat, count - 1 - seat);
  return toSeats({
    code: "P",
    section: "Parkett",
    rows: rows.map(numbered),
    numbering: "odd and even",
    type: (row) => (row < 7 ? "Parkett vorn" : "Parkett"),
    accessible: (row, seat, count) => row === last && [0, 2, 4].includes(fromEnd(seat, count)),
    properties: {
      companion: (row, seat, count) => row === last && [1, 3, 5].includes(fromEnd(seat, count)),
      step_free: (row) => row === last,
      hearing_loop: (row) => row >= 3 && row <= 5,
    },
  });
}

const tiers = [
  {
    code: "LP",
    section: "Parterrelogen",
    shape: { halfWidth: 137, frontY: 45, rearY: 242, corner: 110 },
    boxes: 25,
  },
  {
    code: "LR",
    section: "Logen 1. Rang",
    shape: { halfWidth: 170, frontY: 45, rearY: 278, corner: 140 },
    boxes: 27,
  },
];

/** Six to a box, three at the parapet; from the boxes next to the stage only these see all of it, from the first none. */
function boxes(): Seat[] {
  return tiers.flatMap(({ code, section, shape, boxes: count }) => {
    const rows = boxRows(
      shape,
      Array.from({ length: count }, () => 6),
    ).map(({ code: box = "", places }) => ({ label: `Loge ${box}`, code: box, places }));
    const fromStage = (box: number) => Math.min(box, count - 1 - box);
    const isRestricted = (box: number, seat: number) => fromStage(box) === 0 || (fromStage(box) < 5 && seat > 2);
    return toSeats({
      code,
      section,
      rows,
      type: (box, _, seat) => (isRestricted(box, seat) ? restricted : seat > 2 ? "Loge hinten" : "Loge vorn"),
      properties: { restricted_view: isRestricted },
    });
  });
}

function firstBalcony(): Seat[] {
  const rows = arcRows({ centreY, radius: 640, rows: 4, bounds: [-16, 0, 16], halfWidth: 166 });
  return toSeats({
    code: "E",
    section: "1. Rang",
    rows: rows.map(numbered),
    numbering: "odd and even",
    type: "1. Rang",
  });
}

function secondBalcony(): Seat[] {
  const rows = arcRows({ centreY, radius: 704, rows: 6, bounds: [-16, -5.5, 5.5, 16], halfWidth: 180 });
  const right = sideRows({ x: 206, fromY: 50, toY: 250, rows: 2 }).map(numbered);
  const isRestricted = (row: number, _: number, __: number, { y }: Place) => row > 0 || y < 150;
  const gallery = {
    type: (row: number, place: Place) => (isRestricted(row, 0, 0, place) ? restricted : "2. Rang"),
    properties: { restricted_view: isRestricted },
  };
  return [
    ...toSeats({ code: "Z", section: "2. Rang", rows: rows.map(numbered), type: "2. Rang" }),
    ...toSeats({ code: "ZL", section: "2. Rang links", rows: mirrorRows(right), ...gallery }),
    ...toSeats({ code: "ZR", section: "2. Rang rechts", rows: right, ...gallery }),
  ];
}

const numbered = (row: Row, index: number): Row => ({ ...row, label: String(index + 1) });
