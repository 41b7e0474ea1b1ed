import { describe, expect, test } from "vitest";
import type { PlanSeat } from "../plan/seating-plan";
import { findSpellings, mergeSpellings } from "./find-spellings";
import { guessColumns } from "./guess-columns";
import { openSeatFile } from "./open-seat-file";
import { findColumnFaults, type ReadOptions, readSeats } from "./read-seats";
import { type SeatListFile, seatLists } from "./seat-lists.fixture";

const none = new Map<string, string>();
const defaults = {
  seat_type: "Standard",
  spellings: { section: none, seat_type: none },
  scale: 1,
  taken: new Set<string>(),
  seat_types: null,
};

function open(bytes: Uint8Array) {
  const file = openSeatFile(bytes);
  if ("refused" in file) throw new Error(file.refused);
  return file;
}

function read({ bytes }: Pick<SeatListFile, "bytes">, more: Partial<ReadOptions> = {}) {
  const { header, records } = open(bytes);
  return readSeats(records, { ...defaults, columns: guessColumns(header), ...more });
}
const text = (...lines: string[]) => ({ bytes: new TextEncoder().encode(lines.join("\n")) });
const print = ({ section, row_label, seat_label, seat_type }: PlanSeat) =>
  [section, row_label, seat_label, seat_type].join("|");
const printed = (list: Pick<SeatListFile, "bytes">) => {
  const { seats, faults } = read(list);
  expect(faults).toEqual([]);
  return seats.map(print);
};

describe("a seat list", () => {
  test("may have a row A in each of two sections", () => {
    expect(printed(seatLists.twoSections)).toEqual([
      "Stalls|A|1|Full",
      "Stalls|A|2|Full",
      "Circle|A|1|Reduced",
      "Circle|A|2|Reduced",
    ]);
  });

  test("keeps the file's order of numeric rows, and a column that is none of ours is left out", () => {
    expect(printed(seatLists.numericRows)).toEqual(["|12|1|Full", "|12|2|Full", "|2|1|Full", "|1|1|Full"]);
    expect(guessColumns(open(seatLists.numericRows.bytes).header)).toEqual([
      "row_label",
      "seat_label",
      "seat_type",
      null,
    ]);
  });

  test("in German has decimal commas, ja and x, and an umlaut as a row", () => {
    const { seats, faults } = read(seatLists.german);
    expect(faults).toEqual([]);
    expect(seats.map(print)).toEqual(["Parkett|1|1|PK 1", "Parkett|1|2|PK 1", "Rang links|Ä|1|PK 2"]);
    expect(seats).toMatchObject([
      { x: -2.75, y: 25, accessible: false, properties: [] },
      { x: 2.75, y: 25, accessible: true, properties: [] },
      { x: -2.75, y: 34.5, accessible: false, properties: ["companion"] },
    ]);
  });

  test("in French has its rows under Rang", () => {
    expect(printed(seatLists.french)).toEqual([
      "Parterre|A|1|1re série",
      "Parterre|A|1bis|1re série",
      "Loge d’honneur|A|1|Loge",
    ]);
    expect(read(seatLists.french).seats).toMatchObject([
      { accessible: true, properties: [] },
      { accessible: false, properties: ["restricted_view"] },
      { accessible: false, properties: [] },
    ]);
  });

  test("in UTF-16 with a line sep=; is read in its own script", () => {
    expect(open(seatLists.excelUnicode.bytes).encoding).toBe("utf-16le");
    expect(printed(seatLists.excelUnicode)).toEqual(["Партер|Ж|1|Партер", "Партер|Ж|2|Партер"]);
  });

  test("in Windows-1252 keeps its umlauts", () => {
    expect(open(seatLists.windows.bytes).encoding).toBe("windows-1252");
    expect(printed(seatLists.windows)).toEqual(["Bühne Süd|Ö|1|Ermäßigt", "Bühne Süd|Ö|2|Ermäßigt"]);
  });

  test("has seats 0, 12A, 12bis, A and 007", () => {
    expect(read(seatLists.oddLabels).seats.map(({ seat_label }) => seat_label)).toEqual([
      "0",
      "12",
      "12A",
      "12bis",
      "A",
      "B",
      "007",
    ]);
  });

  test("has odd numbers on one side and even ones on the other", () => {
    const { seats } = read(seatLists.oddEven);
    expect(seats.map(({ seat_label, x }) => [seat_label, x])).toEqual(
      [5, 3, 1, 2, 4, 6].map((seat, at) => [String(seat), (at - 2.5) * 5.5]),
    );
  });

  test("has a title above its columns, separated by tabs, and boxes without rows", () => {
    expect(open(seatLists.boxes.bytes).above).toBe(1);
    expect(printed(seatLists.boxes)).toEqual(["Box 3||1|Box", "Box 3||2|Box", "Box 4||1|Box"]);
    expect(read(seatLists.boxes).seats.map(({ properties }) => properties)).toEqual([["step_free"], ["step_free"], []]);
  });

  test("has 2,000 seats", () => {
    const { seats, faults } = read(seatLists.large);
    expect(faults).toEqual([]);
    expect(seats).toHaveLength(2000);
    expect(seats.at(-1)).toMatchObject({ section: "Parkett", row_label: "50", seat_label: "40", x: 107.25, y: 475 });
  });

  test("with a quote that never closes is refused with its line", () => {
    const refused = "line 3: a quotation mark opens here and is not closed in its cell";
    expect(openSeatFile(seatLists.openQuote.bytes)).toEqual({ refused });
    const closedBelow = text("Row,Seat,Notes", 'A,1,"by the door', "A,2,", 'A,3,near the stage"', "A,4,");
    expect(openSeatFile(closedBelow.bytes)).toEqual({ refused: refused.replace("3", "2") });
    const closedWithin = text("Row,Seat,Notes", "A,1,", 'A,2,"by" the door');
    expect(openSeatFile(closedWithin.bytes)).toEqual({ refused });
  });

  test("with sections and zones that differ only in case, accents or blanks names them, and merges them if asked", () => {
    const apart = read(seatLists.zonesInCase);
    expect(apart.faults).toEqual([]);
    expect(new Set(apart.seats.map(({ section }) => section)).size).toBe(5);
    const sections = findSpellings(apart.seats.map(({ section }) => section));
    const types = findSpellings(
      apart.seats.map(({ seat_type }) => seat_type),
      ["ZONE 2"],
    );
    expect(sections).toEqual([
      { keep: "Parkett", others: ["parkett", "PARKETT"] },
      { keep: "Galerie", others: ["Galérie"] },
    ]);
    expect(types).toEqual([
      { keep: "Zone 1", others: ["zone 1"] },
      { keep: "ZONE 2", others: ["Zone 2"] },
    ]);
    const spellings = { section: mergeSpellings(sections), seat_type: mergeSpellings(types) };
    expect(read(seatLists.zonesInCase, { spellings }).seats.map(print)).toEqual([
      "Parkett|A|1|Zone 1",
      "Parkett|A|2|Zone 1",
      "Parkett|A|3|Zone 1",
      "Galerie|A|1|ZONE 2",
      "Galerie|A|2|ZONE 2",
      "Galerie|A|3|ZONE 2",
    ]);
  });
});

describe("lists what it can't read by line, beside the good lines", () => {
  const head = "section,row_label,seat_label,seat_type,x,y,accessible,seat_pos";
  const good = "Stalls,A,1,Full,,,,";
  const faultsOf = (...lines: string[]) =>
    read(text(head, ...lines)).faults.map(({ line, message }) => `${line}: ${message}`);

  test.each([
    ["Stalls,A,,Full,,,,", "there is no seat number"],
    [",,2,Full,,,,", "there is no row"],
    ["Stalls,,2,Full,,,,", "there is no row, as other seats of this section have"],
    ["Stalls,A,2,,,,,", "there is no category"],
    [`${"x".repeat(61)},A,2,Full,,,,`, `Section “${"x".repeat(61)}” is longer than 60 characters`],
    ["Stalls,seventeen letters,2,Full,,,,", "Row “seventeen letters” is longer than 16 characters"],
    ["Stalls,A,123456789,Full,,,,", "Seat number “123456789” is longer than 8 characters"],
    ["Stalls,A,2,a category of 25 letters.,,,,", "Category “a category of 25 letters.” is longer than 24 characters"],
    ["Stalls,A,2,Full,5,,,", "x and y go together"],
    ["Stalls,A,2,Full,five,2,,", "x “five” or y “2” is not a coordinate"],
    ["Stalls,A,2,Full,1e9,2,,", "x “1000000000” is too far away"],
    ["Stalls,A,2,Full,,,maybe,", "Wheelchair space “maybe” is neither yes nor no"],
    ["Stalls,A,2,Full,,,,a-1", "seat_pos “a-1” is no key of a seat"],
    ["Stalls,A,2,Full,,,,,extra", "more cells than columns"],
    ["Stalls,A,1,Full,,,,", "Stalls, Row A, seat 1 is in line 2 already"],
  ])("%s", (line, message) => {
    expect(faultsOf(good, line, "Stalls,A,7,Full,,,,")).toEqual([`3: ${message}`]);
    expect(read(text(head, good, line)).seats).toHaveLength(1);
  });

  test("a box whose seats have no rows needs none", () => {
    const { seats, faults } = read(text(head, good, "Box 3,,1,Full,,,,", "Box 3,,2,Full,,,,"));
    expect(faults).toEqual([]);
    expect(seats.map(print)).toEqual(["Stalls|A|1|Full", "Box 3||1|Full", "Box 3||2|Full"]);
  });

  test("counts blank lines and the lines of a quoted cell", () => {
    expect(read(text("Row,Seat,Type,Notes", 'A,1,Full,"two', 'lines"', "", "A,,Full,")).faults).toEqual([
      { line: 5, message: "there is no seat number" },
    ]);
  });

  test("names seats, keys and types that the hall has or lacks", () => {
    const taken = new Set(["Stalls\nA\n1"]);
    expect(read(text(head, good), { taken }).faults).toEqual([
      { line: 2, message: "the hall has Stalls, Row A, seat 1 already" },
    ]);
    expect(read(text(head, good), { seat_types: ["Box"] }).faults).toEqual([
      { line: 2, message: "the hall has no seat type “Full”, only Box" },
    ]);
    expect(faultsOf("Stalls,A,1,Full,,,,A-1", "Stalls,A,2,Full,,,,A-1")).toEqual([
      "3: seat_pos A-1 is in line 2 already",
    ]);
  });
});

test("columns that must be chosen are named", () => {
  expect(findColumnFaults(["section", "seat_label"])).toEqual([]);
  expect(findColumnFaults([null, "x"])).toEqual([
    "Choose the column with the seat numbers.",
    "Choose the column with the rows.",
    "Choose the columns of both x and y, or of neither.",
  ]);
});

test("coordinates in another unit are taken in decimeters, and a type for all seats where no column says one", () => {
  const list = text("Row,Seat,x,y", 'A,1,"1.250,5",2500', "A,2,-1250,2500");
  expect(read(list, { scale: 0.01 }).seats).toMatchObject([
    { x: 12.505, y: 25, seat_type: "Standard" },
    { x: -12.5, y: 25 },
  ]);
});
