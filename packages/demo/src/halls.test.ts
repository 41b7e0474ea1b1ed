import { CreateVenue, NewVenueSeat } from "@evently/core/venue";
import { describe, expect, it } from "vitest";
import type { Seat } from "./halls/hall.ts";
import { getHall, halls } from "./halls.ts";
import { readSeason } from "./season.ts";

const drawn = halls.filter(({ seats }, index) => halls.findIndex((other) => other.seats === seats) === index);

describe.each(drawn)("the plan of $name", (hall) => {
  const seats = hall.seats();

  it("keeps the contract of a venue and its seats", () => {
    const { name, city, description, seat_types, timezone } = hall;
    expect(CreateVenue.safeParse({ name, city, description, seat_types, timezone }).success).toBe(true);
    for (const seat of seats) expect(NewVenueSeat.parse(seat)).toEqual(seat);
  });

  it("gives every seat a key and a label of its own, and a row of it one section", () => {
    expect(new Set(seats.map(({ row, seat_num }) => `${row}-${seat_num}`)).size).toBe(seats.length);
    expect(new Set(seats.map((seat) => `${printedRow(seat)} ${seat.seat_num}`)).size).toBe(seats.length);
    for (const row of groupBy(seats, (seat) => seat.row).values()) expect(new Set(row.map(printedRow)).size).toBe(1);
  });

  it("numbers each row from 1 on, without a gap or as odd and even ones", () => {
    for (const row of groupBy(seats, printedRow).values()) {
      const numbers = row.map(({ seat_num }) => seat_num).sort((a, b) => a - b);
      expect(numbers).toEqual(row.map((_, index) => index + 1));
    }
  });

  it("keeps neighbors of a row as far apart as chairs are, and more only at aisles", () => {
    for (const row of groupBy(seats, printedRow).values()) {
      const steps = row.slice(1).map((seat, i) => distance(seat, row[i] ?? seat));
      const pitch = steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 5.5;
      expect(pitch).toBeGreaterThanOrEqual(4.5);
      expect(pitch).toBeLessThanOrEqual(12.5);
    }
  });

  it("seats nobody on the stage, however its rows bend", () => {
    // A stage of 20 m, at whose sides boxes and bowls may begin.
    expect(seats.filter(({ x, y }) => y < 5 && Math.abs(x) < 100)).toEqual([]);
    expect(seats.filter(({ y }) => y < -30)).toEqual([]);
  });

  it("prices exactly the seat types that occur", () => {
    const used = new Set(seats.map(({ seat_type }) => seat_type));
    expect([...used].sort()).toEqual([...hall.seat_types].sort());
    expect(Object.keys(hall.prices).sort()).toEqual([...used].sort());
  });

  it("leaves at least half a metre between any two seats", () => {
    expect(closest(seats)).toBeGreaterThanOrEqual(5);
  });

  it("is its own mirror image", () => {
    const places = new Set(seats.map(({ x, y }) => `${x} ${y}`));
    expect(seats.filter(({ x, y }) => !places.has(`${0 - x} ${y}`))).toEqual([]);
  });

  it("has places for wheelchair users", () => {
    expect(seats.filter(({ accessible }) => accessible).length).toBeGreaterThanOrEqual(4);
  });
});

describe("the halls", () => {
  it("have their plausible sizes", () => {
    const sizes = Object.fromEntries(drawn.map(({ key, seats }) => [key, seats().length]));
    expect(sizes).toEqual({
      "david-geffen-hall": 2200,
      "merkin-hall": 449,
      "stern-auditorium-carnegie-hall": 2804,
      "gerald-r-ford-amphitheater": 1260,
      "demonstration-arena": 20000,
      "opernhaus-musterstadt": 1586,
      "good-shepherd-faith-presbyterian-church": 450,
      "juilliard-theater": 900,
      "cathedral-of-saint-john-the-divine": 2000,
      "van-cortlandt-park": 1500,
    });
  });

  it("seat as many a level as Carnegie and Merkin do", () => {
    expect(countSections(getHall("stern-auditorium-carnegie-hall").seats())).toEqual({
      Parquet: 1021,
      "First Tier": 264,
      "Second Tier": 238,
      "Dress Circle": 444,
      Balcony: 837,
    });
    expect(countSections(getHall("merkin-hall").seats())).toEqual({ Orchestra: 357, Balcony: 92 });
  });

  it("number the stalls of the opera house odd on the left and even on the right of its aisle", () => {
    const row = getHall("opernhaus-musterstadt")
      .seats()
      .filter((seat) => printedRow(seat) === "Parkett 1")
      .map(({ seat_num, x }) => [seat_num, Math.sign(x)]);
    expect(row.filter(([num = 0]) => num % 2 === 1).every(([, side]) => side === -1)).toBe(true);
    expect(row.filter(([num = 0]) => num % 2 === 0).every(([, side]) => side === 1)).toBe(true);
    const middle = row.findIndex(([num]) => num === 1);
    expect(row.slice(middle - 1, middle + 3).map(([num]) => num)).toEqual([3, 1, 2, 4]);
  });

  it("mark what an opera-goer asks for: companions beside wheelchair users, restricted views at a price of their own", () => {
    const seats = getHall("opernhaus-musterstadt").seats();
    const having = (property: (typeof seats)[number]["properties"][number]) =>
      seats.filter(({ properties }) => properties.includes(property));
    const wheelchair = seats.filter(({ accessible }) => accessible);
    expect(wheelchair).toHaveLength(6);
    expect(having("companion")).toHaveLength(6);
    for (const companion of having("companion")) {
      expect(wheelchair.some((seat) => distance(seat, companion) < 6)).toBe(true);
    }
    expect(having("restricted_view")).toEqual(seats.filter(({ seat_type }) => seat_type === "Eingeschränkte Sicht"));
    expect(new Set(having("restricted_view").map(({ section }) => section))).toEqual(
      new Set(["Parterrelogen", "Logen 1. Rang", "2. Rang links", "2. Rang rechts"]),
    );
  });

  it("cut the arena's bowls into 24 and 28 sections", () => {
    const sections = Object.keys(countSections(getHall("demonstration-arena").seats()));
    expect(sections.filter((name) => name.startsWith("Section 1"))).toHaveLength(24);
    expect(sections.filter((name) => name.startsWith("Section 2"))).toHaveLength(28);
  });

  it("keep the sections of a plan apart by more than a seat", () => {
    for (const { seats } of drawn) {
      const all = seats();
      expect(closest(all, (a, b) => a.section !== b.section)).toBeGreaterThan(9);
    }
  });

  it("stand for every venue of the catalog, one hall a key", () => {
    expect(new Set(halls.map(({ key }) => key)).size).toBe(halls.length);
    for (const { venue } of readSeason()) expect(getHall(venue).key).toBe(venue);
  });

  it("ask round prices in the currency of the place", () => {
    expect(getHall("seoul-arts-center").prices["Stalls Front"]).toBe(180_000);
    expect(getHall("shanghai-symphony-hall").prices.Circle).toBe(38_000);
  });
});

const printedRow = ({ section, row_label }: Seat) => `${section} ${row_label}`;
const distance = (a: Seat, b: Seat) => Math.hypot(a.x - b.x, a.y - b.y);

function countSections(seats: Seat[]): Record<string, number> {
  return Object.fromEntries([...groupBy(seats, ({ section }) => section)].map(([name, list]) => [name, list.length]));
}

function groupBy(seats: Seat[], keyOf: (seat: Seat) => string): Map<string, Seat[]> {
  const groups = new Map<string, Seat[]>();
  for (const seat of seats) {
    const group = groups.get(keyOf(seat));
    if (group) group.push(seat);
    else groups.set(keyOf(seat), [seat]);
  }
  return groups;
}

/** The smallest distance between two seats that `counts`, looked for in a grid of 15 dm; 15 when none is nearer. */
function closest(seats: Seat[], counts: (a: Seat, b: Seat) => boolean = () => true): number {
  const cell = ({ x, y }: { x: number; y: number }) => `${Math.floor(x / 15)} ${Math.floor(y / 15)}`;
  const grid = groupBy(seats, cell);
  const steps = [-15, 0, 15];
  let least = 15;
  for (const seat of seats) {
    const near = steps.flatMap((dx) => steps.flatMap((dy) => grid.get(cell({ x: seat.x + dx, y: seat.y + dy })) ?? []));
    for (const other of near) {
      if (other !== seat && counts(seat, other))
        least = Math.min(least, Math.hypot(seat.x - other.x, seat.y - other.y));
    }
  }
  return least;
}
