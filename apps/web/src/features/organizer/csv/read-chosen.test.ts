import { describe, expect, test } from "vitest";
import { describeUnused } from "./column-names";
import { assignColumn } from "./guess-columns";
import { openSeatFile } from "./open-seat-file";
import { findColumns, type KnownHall, type ReadChoice, readChosen, spellingKey } from "./read-chosen";
import { seatLists } from "./seat-lists.fixture";

const hall: KnownHall = { seat_types: ["Standard"], taken: new Set(), mayAddTypes: true };

function open(bytes: Uint8Array) {
  const file = openSeatFile(bytes);
  if ("refused" in file) throw new Error(file.refused);
  return file;
}
const read = (bytes: Uint8Array, choice: Partial<ReadChoice> = {}, known: Partial<KnownHall> = {}) =>
  readChosen(open(bytes), { merged: [], ...choice }, { ...hall, ...known });
const text = (...lines: string[]) => new TextEncoder().encode(lines.join("\n"));

test("of the twelve lists all but the one with an open quote are read as they are", () => {
  const { openQuote, ...others } = seatLists;
  const counts = Object.values(others).map(({ bytes }) => {
    const { seats, faults, problems } = read(bytes);
    return [seats.length, faults.length, problems.length];
  });
  expect(counts).toEqual([4, 4, 3, 3, 2, 2, 7, 6, 3, 2000, 6].map((count) => [count, 0, 0]));
  expect(openSeatFile(openQuote.bytes)).toHaveProperty("refused");
});

describe("what a person corrects", () => {
  const bytes = text("Foo,Bar,Baz", "A,1,Full", "A,2,Full");

  test("are the columns, which are asked for until they are enough", () => {
    expect(read(bytes).problems).toEqual([
      "Choose the column with the seat numbers.",
      "Choose the column with the rows.",
    ]);
    expect(read(bytes).seats).toEqual([]);
    const columns = ["row_label", "seat_label", null] as const;
    expect(read(bytes, { columns }).seats).toMatchObject([
      { row_label: "A", seat_label: "1", seat_type: "Standard" },
      {},
    ]);
    expect(describeUnused(open(bytes).header, columns)).toBe("Column Baz is not used.");
    expect(describeUnused(open(bytes).header, [null, null, null])).toBe("Columns Foo, Bar and Baz are not used.");
    expect(describeUnused([], [])).toBe("");
  });

  test("are a column at a time: one use has one column", () => {
    expect(assignColumn(["row_label", "seat_label", null], 2, "row_label")).toEqual([null, "seat_label", "row_label"]);
    expect(assignColumn(["row_label", null], 0, null)).toEqual([null, null]);
  });

  test("is the line of column names", () => {
    const named = openSeatFile(bytes, { hasHeader: false });
    expect("records" in named && findColumns(named, { merged: [] })).toEqual([null, null, null]);
  });

  test("are spellings, each group for itself", () => {
    const { spellings } = read(seatLists.zonesInCase.bytes);
    expect(spellings.map(spellingKey)).toEqual([
      "section Parkett",
      "section Galerie",
      "seat_type Zone 1",
      "seat_type Zone 2",
    ]);
    const { seats } = read(seatLists.zonesInCase.bytes, { merged: ["section Parkett"] });
    expect(new Set(seats.map(({ section }) => section))).toEqual(new Set(["Parkett", "Galerie", "Galérie"]));
    expect(new Set(seats.map(({ seat_type }) => seat_type)).size).toBe(4);
  });
});

test("more categories than a hall may have are a sign of the wrong column", () => {
  const lines = Array.from({ length: 41 }, (_, index) => `A,${index},${index} Euro`);
  expect(read(text("Row,Seat,Category", ...lines)).problems).toEqual([
    "The file has 41 categories; a hall has at most 40. Is Category the right column?",
  ]);
});

test("the types of a saved venue are kept to, in its spelling if asked", () => {
  const list = text("Row,Seat,Category", "A,1,STANDARD", "A,2,Box");
  const known = { mayAddTypes: false };
  expect(read(list, {}, known).faults.map(({ line }) => line)).toEqual([2, 3]);
  const merged = read(list, { merged: ["seat_type Standard"] }, known);
  expect(merged.seats).toMatchObject([{ seat_type: "Standard" }]);
  expect(merged.faults).toEqual([{ line: 3, message: "the hall has no seat type “Box”, only Standard" }]);
});

describe("coordinates", () => {
  const rows = (scale: number) =>
    text("Row,Seat,x,y", ...[1, 2, 3, 4].map((seat) => `A,${seat},${(seat * 5.5 * scale).toFixed(3)},${25 * scale}`));

  test.each([
    ["meters", 0.1, 10],
    ["millimeters", 100, 0.01],
  ])("that look like %s are asked about, and taken as a person says", (unit, scale, decimeters) => {
    const asked = read(rows(scale));
    expect(asked).toMatchObject({ seats: [], problems: [`x and y look like ${unit}. Choose what they are in.`] });
    expect(asked.unit).toMatchObject({ unit, decimeters });
    const { seats, problems } = read(rows(scale), { scale: decimeters });
    expect(problems).toEqual([]);
    expect(seats).toMatchObject([5.5, 11, 16.5, 22].map((x) => ({ x, y: 25 })));
    expect(read(rows(scale), { scale: 1 }).problems).toEqual([]);
  });

  test("in decimeters are taken as they are", () => {
    expect(read(rows(1))).toMatchObject({ unit: null, problems: [], seats: [{ x: 5.5 }, {}, {}, {}] });
  });
});
