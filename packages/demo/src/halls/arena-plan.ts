import { fitCounts } from "./fit-counts.ts";
import type { Place, Plan, Row, Seat } from "./hall.ts";
import { rowLetters } from "./row-letters.ts";
import { mirrorRows, sideRows } from "./side-rows.ts";
import { toSeats } from "./to-seats.ts";

type Bowl = {
  code: string;
  section: number;
  type: string;
  rearType: string;
  /** Of the first row: distance of the sides from the middle line, of the rear from the stage. */
  halfWidth: number;
  rearY: number;
  corner: number;
  rows: number;
  sides: number;
  perCorner: number;
  rear: number;
};

const seatPitch = 5.2;
const rowPitch = 8.5;
const gangway = 12;
const sideFrom = -20;

const bowls: Bowl[] = [
  {
    code: "L",
    section: 101,
    type: "Lower Bowl",
    rearType: "Lower Bowl End",
    halfWidth: 330,
    rearY: 830,
    corner: 130,
    rows: 18,
    sides: 7,
    perCorner: 3,
    rear: 4,
  },
  {
    code: "U",
    section: 201,
    type: "Upper Bowl",
    rearType: "Upper Bowl End",
    halfWidth: 522,
    rearY: 1_022,
    corner: 322,
    rows: 17,
    sides: 7,
    perCorner: 5,
    rear: 4,
  },
];

/** A demonstration arena of 20,000: a seated floor, a lower bowl of 24 and an upper one of 28 sections, stage at one end. */
export const arenaPlan: Plan = {
  seat_types: ["Floor Front", "Floor", "Lower Bowl", "Lower Bowl End", "Upper Bowl", "Upper Bowl End"],
  prices: {
    "Floor Front": 9_500,
    Floor: 7_500,
    "Lower Bowl": 6_500,
    "Lower Bowl End": 4_900,
    "Upper Bowl": 3_500,
    "Upper Bowl End": 2_500,
  },
  seats: () => {
    const stands = bowls.flatMap(bowlSeats);
    return [...floorSeats(20_000 - stands.length), ...stands];
  },
};

/** Five columns of blocks, four deep, with gangways between; the rearmost rows are shorter so that the total is met. */
function floorSeats(total: number): Seat[] {
  const columns = 5;
  const blockRows = 11;
  const bands = Array.from({ length: 4 }, (_, index) => index);
  const wide = Array.from({ length: bands.length * blockRows }, () => Array.from({ length: columns }, () => 18));
  const counts = fitCounts(wide, total);
  return bands.flatMap((band) => {
    const rows = counts.slice(band * blockRows, (band + 1) * blockRows).map((row, index) => ({
      label: rowLetters(index),
      places: row.flatMap((count, column) => floorPlaces(count, column - 2, 60 + band * 185 + index * 15)),
    }));
    const type = band === 0 ? "Floor Front" : "Floor";
    const accessible = { rows: [blockRows - 1], ends: 4 };
    return toSeats({ code: `F${band + 1}`, section: `Floor ${band + 1}`, rows, type, accessible });
  });
}

/** One block's share of a row, `column` counted from the middle; outer blocks keep to their inner gangway. */
function floorPlaces(count: number, column: number, y: number): Place[] {
  const width = 18 * 5.5;
  const inner = column * (width + 16) - Math.sign(column) * (width / 2);
  const start = column === 0 ? -(count * 5.5) / 2 : column > 0 ? inner : inner - count * 5.5;
  return Array.from({ length: count }, (_, seat) => ({ x: start + (seat + 0.5) * 5.5, y }));
}

function bowlSeats(bowl: Bowl): Seat[] {
  const right = [...sideSections(bowl), ...cornerSections(bowl)];
  const rear = rearSections(bowl);
  const left = right.map(mirrorRows).reverse();
  const sections = [...right, ...rear, ...left];
  return sections.flatMap((rows, index) => {
    const number = bowl.section + index;
    const atEnd = index >= bowl.sides && index < sections.length - bowl.sides;
    return toSeats({
      code: `${bowl.code}${number}`,
      section: `Section ${number}`,
      rows,
      type: atEnd ? bowl.rearType : bowl.type,
      accessible: { rows: [bowl.rows - 1], ends: 1 },
    });
  });
}

function sideSections({ halfWidth, rearY, corner, rows, sides }: Bowl): Row[][] {
  const length = (rearY - corner - sideFrom) / sides;
  return Array.from({ length: sides }, (_, index) => {
    const fromY = sideFrom + index * length + gangway / 2;
    return sideRows({ x: halfWidth, fromY, toY: fromY + length - gangway, rows, rowPitch, seatPitch });
  });
}

function cornerSections({ halfWidth, rearY, corner, rows, perCorner }: Bowl): Row[][] {
  const center = { x: halfWidth - corner, y: rearY - corner };
  const share = Math.PI / 2 / perCorner;
  return Array.from({ length: perCorner }, (_, index) =>
    Array.from({ length: rows }, (_, row) => {
      const middle = Math.PI / 2 - (index + 0.5) * share;
      return { label: rowLetters(row), places: arcPlaces(center, corner + row * rowPitch, middle, share) };
    }),
  );
}

function arcPlaces(center: Place, radius: number, middle: number, share: number): Place[] {
  const count = Math.floor((share * radius - gangway) / seatPitch);
  return Array.from({ length: count }, (_, index) => {
    const angle = middle - ((index - (count - 1) / 2) * seatPitch) / radius;
    return { x: center.x + radius * Math.sin(angle), y: center.y + radius * Math.cos(angle) };
  });
}

function rearSections({ halfWidth, rearY, corner, rows, rear }: Bowl): Row[][] {
  const width = (2 * (halfWidth - corner)) / rear;
  const count = Math.floor((width - gangway) / seatPitch);
  return Array.from({ length: rear }, (_, index) =>
    Array.from({ length: rows }, (_, row) => ({
      label: rowLetters(row),
      places: Array.from({ length: count }, (_, seat) => ({
        x: ((rear - 1) / 2 - index) * width + ((count - 1) / 2 - seat) * seatPitch,
        y: rearY + row * rowPitch,
      })),
    })),
  );
}
