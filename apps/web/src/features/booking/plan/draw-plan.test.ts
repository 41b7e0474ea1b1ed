import { expect, test } from "vitest";
import { openHall } from "~/features/hall/hall";
import { twoSections } from "~/features/hall/two-sections.fixture";
import { drawPlan } from "./draw-plan";

const hall = openHall(twoSections);
const wordsFor = (...seats: string[]) => drawPlan(hall, seats)?.ways.map(({ name, words }) => `${name}: ${words}`);
const partsOf = (role: string, ...seats: string[]) =>
  drawPlan(hall, seats)?.ways.map(({ closeUp }) =>
    closeUp?.parts.flatMap((part) => (part.role === role && "path" in part ? [part.path] : [])).join(""),
  );

test("a seat at an aisle is right there, and one in a row is counted from its nearest end", () => {
  expect(wordsFor("A-3")).toEqual(["Stalls, Row A, seat 3: It is right at the nearest aisle."]);
  expect(wordsFor("C-2")).toEqual([
    "Stalls, Row C, seat 2: Seat 1 is at the nearest end of the row: yours is the 2nd seat from there.",
  ]);
});

test("a row that is numbered from right to left is entered at the end that is nearer, whatever its number", () => {
  expect(wordsFor("B-4", "B-5")).toEqual([
    "Stalls, Row B, seats 4 and 5: Seat 6 is at the nearest end of the row: yours begin with the 2nd seat from there.",
  ]);
});

test("seats on both sides of an aisle are two ways, and seats of several rows as many", () => {
  expect(drawPlan(hall, ["A-3", "A-4"])?.ways.map(({ name }) => name)).toEqual([
    "Stalls, Row A, seat 3",
    "Stalls, Row A, seat 4",
  ]);
  expect(drawPlan(hall, ["C-1", "SA-2"])?.ways.map(({ name }) => name)).toEqual([
    "Stalls, Row C, seat 1",
    "Side, Row A, seat 2",
  ]);
});

test("the way runs from the foremost row along the ends of the rows, and beside a row that leads away from the stage", () => {
  expect(partsOf("way", "C-2")).toEqual(["M-5 10L-5 19L-5 28L5 28"]);
  expect(partsOf("way", "SA-2")).toEqual(["M60 5L60 15"]);
});

test("own seats are drawn as such, the others around them as dots", () => {
  expect(partsOf("own", "C-1", "C-2")).toEqual(["M0 28h.01M5 28h.01"]);
  expect(partsOf("seats", "C-1", "C-2")?.[0]).toContain("M10 28h.01");
});

test("the overview has all sections, the booked one as such", () => {
  const { parts = [] } = drawPlan(hall, ["SA-1"])?.overview ?? {};
  expect(parts.map(({ role }) => role)).toEqual(["stage", "name", "section", "own-section", "way", "own", "name"]);
});

test("a hall that lacks the seats has no plan", () => {
  expect(drawPlan(hall, ["Z-1"])).toBeNull();
});
