import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { SeatId } from "../ids.ts";
import { assignKeys, type KnownSeat, labelKey } from "./seat-keys.rules.ts";
import { NewVenueSeat } from "./venue.ts";

type Seat = Partial<z.input<typeof NewVenueSeat>>;
const parse = (seats: readonly Seat[]) => seats.map((seat) => NewVenueSeat.parse({ seat_type: "Stalls", ...seat }));
const keysOf = (seats: readonly Seat[], known: readonly KnownSeat[] = []) =>
  assignKeys(known, parse(seats)).map(({ seat_pos }) => seat_pos);
const addTo = (known: readonly KnownSeat[], seats: readonly Seat[]): KnownSeat[] => [
  ...known,
  ...assignKeys(known, parse(seats)).map((place) => ({ ...place, removed: false })),
];

describe("the key of an added seat", () => {
  it("is its row and number where nothing printed is named", () => {
    expect(
      keysOf([
        { row: "A", seat_num: 1 },
        { row: "BALA", seat_num: 12 },
      ]),
    ).toEqual(["A-1", "BALA-12"]);
    const stalls = addTo([], [{ section: "Stalls", row: "A", seat_num: 1 }]);
    expect(keysOf([{ row: "A", seat_num: 2 }], stalls)).toEqual(["A-2"]);
  });

  it("has the wanted code for the first printed row that asks for it, and another for the next", () => {
    const [stalls, circle, second] = keysOf([
      { section: "Stalls", row: "A", seat_num: 1 },
      { section: "Circle", row: "A", seat_num: 1 },
      { section: "Circle", row: "A", seat_num: 2 },
    ]);
    expect(stalls).toBe("A-1");
    expect(circle).toMatch(/^R[A-Z0-9]{1,7}-1$/);
    expect(second).toBe(circle?.replace("-1", "-2"));
  });

  it("has the row's own text as code although another label is printed", () => {
    const seats = [{ row: "BALA", row_label: "A", section: "Balcony", seat_num: 3 }];
    expect(assignKeys([], parse(seats))).toEqual([
      { seat_pos: "BALA-3", row: "BALA", seat_num: 3, section: "Balcony", row_label: "A", seat_label: "3" },
    ]);
  });

  it("has the next number of the row where the label is no number, and never one that is printed", () => {
    const labels = ["12A", "0", "1", "2"].map((seat_label) => ({ row: "A", section: "", seat_label }));
    expect(keysOf(labels)).toEqual(["A-3", "A-4", "A-1", "A-2"]);
  });

  it("is the one that the caller names", () => {
    expect(keysOf([{ seat_pos: "RX-7" as SeatId, section: "Loge 3", seat_label: "1" }])).toEqual(["RX-7"]);
    expect(assignKeys([], parse([{ seat_pos: "C-7" as SeatId }]))).toEqual([
      { seat_pos: "C-7", row: "C", seat_num: 7, section: "", row_label: "C", seat_label: "7" },
    ]);
  });

  it("prints its row where the row's label and the section are left empty", () => {
    const [seat] = assignKeys([], parse([{ seat_pos: "C-7" as SeatId, row_label: "", section: "" }]));
    expect(seat).toMatchObject({ section: "", row_label: "C", seat_label: "7" });
  });

  it("is never taken by another seat before one that names it", () => {
    expect(
      keysOf([
        { row: "A", seat_label: "5" },
        { seat_pos: "A-5" as SeatId, row: "B", seat_label: "1" },
      ]),
    ).toEqual(["A-1", "A-5"]);
  });

  it("of a removed seat is given to the same label again, and to no other", () => {
    const known = addTo([], [{ section: "Stalls", row: "A", seat_num: 1 }]).map((seat) => ({ ...seat, removed: true }));
    const [same, other] = keysOf(
      [
        { section: "Stalls", row: "A", seat_label: "1" },
        { section: "Circle", row: "A", seat_label: "1" },
      ],
      known,
    );
    expect(same).toBe("A-1");
    expect(other).not.toBe("A-1");
  });

  it("of a removed seat is not given to its label where another seat of the same call names it", () => {
    const known = addTo([], [{ section: "Stalls", row: "A", seat_num: 1 }]).map((seat) => ({ ...seat, removed: true }));
    const seats = [
      { section: "Stalls", row: "A", seat_label: "1" },
      { seat_pos: "A-1" as SeatId, section: "Loge 3", seat_label: "1" },
    ];
    expect(keysOf(seats, known)).toEqual(["A-2", "A-1"]);
  });
});

it("keys are unique, valid and stay as they were, whatever is added to any hall in any order", () => {
  const seat = fc.record({
    row: fc.constantFrom("A", "a", "12", "Ж", "Ä", "Reihe 1", "RAAAAAAA"),
    section: fc.constantFrom("Parkett", "Loge 3", "Ярус"),
    seat_label: fc.constantFrom("0", "1", "2", "9999", "12bis", "A", "７"),
  });
  const additions = fc.array(fc.uniqueArray(seat, { selector: (item) => JSON.stringify(item), maxLength: 30 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(additions, (parts) => {
      let known: KnownSeat[] = [];
      const codes = new Map<string, string>();
      for (const part of parts) {
        const printed = new Set(known.map(labelKey));
        const isNew = (item: (typeof part)[number]) => !printed.has(labelKey({ ...item, row_label: item.row }));
        known = addTo(known, part.filter(isNew));
        for (const { section, row_label, row } of known) {
          const printedRow = `${section} ${row_label}`;
          expect(codes.get(printedRow) ?? row).toBe(row);
          codes.set(printedRow, row);
        }
      }
      expect(new Set(known.map(({ seat_pos }) => seat_pos)).size).toBe(known.length);
      for (const { seat_pos, row, seat_num } of known) {
        expect(z.safeParse(SeatId, seat_pos).success).toBe(true);
        expect(seat_pos).toBe(`${row}-${seat_num}`);
      }
      expect(new Set(codes.values()).size).toBe(codes.size);
    }),
  );
});
