import { VenueId } from "@evently/core/ids";
import { SeatProperty } from "@evently/core/seat";
import { NewVenueSeat, type VenueSeat } from "@evently/core/venue";
import { writeSeatCsv } from "@evently/core/venue/seat-csv.rules";
import { assignKeys, labelKey } from "@evently/core/venue/seat-keys.rules";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { PlanSeat } from "../plan/seating-plan";
import { openSeatFile } from "./open-seat-file";
import { readChosen } from "./read-chosen";

/** Texts as the API stores them: what it trims and composes is trimmed and composed. */
const texts = (maxLength: number, field: "section" | "row_label" | "seat_label" | "seat_type") =>
  fc
    .oneof(
      fc.string({ unit: "grapheme", maxLength }),
      fc.constantFrom(
        "=1+1",
        "'=A",
        "''-",
        "-3",
        "@x",
        "+",
        'say "hi"',
        "a;b,c",
        "Ä",
        "Ж 3",
        "12bis",
        "yes",
        "0",
        "sep=;",
        "x",
      ),
    )
    .map((text) =>
      [...text.trim().normalize("NFC")]
        .slice(0, maxLength / 2)
        .join("")
        .trim(),
    )
    .filter((text) => (text === "" ? field === "section" || field === "row_label" : isAllowed({ [field]: text })));

const isAllowed = (part: object) =>
  NewVenueSeat.safeParse({ section: "S", row_label: "A", seat_label: "1", seat_type: "T", ...part }).success;

const coordinate = fc.integer({ min: -100_000_000, max: 100_000_000 }).map((value) => value / 1000);
const place = fc.option(fc.record({ x: coordinate, y: coordinate }), { nil: {} });
const printed = fc.record({
  section: texts(12, "section"),
  row_label: texts(8, "row_label"),
  seat_label: texts(6, "seat_label"),
});
const seat: fc.Arbitrary<PlanSeat> = fc
  .record({
    printed: printed.filter(({ section, row_label }) => section !== "" || row_label !== ""),
    seat_type: texts(10, "seat_type"),
    accessible: fc.boolean(),
    properties: fc.subarray([...SeatProperty.options]),
    place,
  })
  .map(({ printed, place, ...rest }) => ({ ...printed, ...rest, ...place }));
const halls = fc.uniqueArray(seat, { selector: labelKey, minLength: 1, maxLength: 60 });

/** The seats as a venue without others stores them. */
function store(seats: readonly PlanSeat[]): VenueSeat[] {
  const places = assignKeys([], seats);
  return seats.map(({ seat_type, accessible, properties, x = null, y = null }, index) => {
    const key = places[index];
    if (!key) throw new Error("a seat has no key");
    const venue_id = VenueId.parse("venue-00001");
    return { venue_id, ...key, seat_type, accessible, properties, x, y, row_order: null, revision: 1 };
  });
}

test("a venue that is exported and imported again has the same seats, keys and order", () => {
  fc.assert(
    fc.property(halls, (seats) => {
      const stored = store(seats);
      const file = openSeatFile(new TextEncoder().encode([...writeSeatCsv(stored)].join("")));
      if ("refused" in file) throw new Error(file.refused);
      const read = readChosen(file, { merged: [] }, { seat_types: [], taken: new Set(), mayAddTypes: true });
      expect(read.faults).toEqual([]);
      expect(store(read.seats)).toEqual(stored);
    }),
    { numRuns: 300 },
  );
});

test("no text of an exported file begins like a formula", () => {
  fc.assert(
    fc.property(halls, (seats) => {
      const file = openSeatFile(new TextEncoder().encode([...writeSeatCsv(store(seats))].join("")));
      if ("refused" in file) throw new Error(file.refused);
      const numbers = ["x", "y"].map((name) => file.header.indexOf(name));
      for (const { cells } of file.records)
        for (const [index, cell] of cells.entries()) if (!numbers.includes(index)) expect(cell).not.toMatch(/^[=+\-@]/);
    }),
  );
});
