import { describe, expect, test } from "vitest";
import { guessUnit, type UnitSeat } from "./guess-unit";

/** Rows of twelve seats with an aisle, in which one unit is so many decimeters. */
function hallIn(decimeters: number, { pitch = 5.5, rows = ["A", "B"] } = {}): UnitSeat[] {
  return rows.flatMap((row, number) =>
    Array.from({ length: 12 }, (_, at) => ({
      row,
      seat_num: at + 1,
      x: ((at - 6) * pitch + (at >= 6 ? 12 : 0)) / decimeters,
      y: (25 + number * 9) / decimeters,
    })),
  );
}

describe("guessUnit", () => {
  test.each([
    ["meters", 10],
    ["feet", 3.048],
    ["inches", 0.254],
    ["centimeters", 0.1],
    ["millimeters", 0.01],
  ])("asks whether coordinates are %s", (unit, decimeters) => {
    for (const pitch of [4.5, 5, 5.5, 6.2, 7])
      expect(guessUnit(hallIn(decimeters, { pitch }))).toMatchObject({ unit, decimeters });
  });

  test.each([4, 4.5, 5.5, 7, 10, 12])("takes decimeters as they are, seats %f apart", (pitch) => {
    expect(guessUnit(hallIn(1, { pitch }))).toBeNull();
  });

  test("says how far apart neighbors are, whatever the numbers and the aisles", () => {
    const odd = hallIn(0.01).map((seat) => ({ ...seat, seat_num: 2 * (seat.seat_num ?? 0) - 1 }));
    expect(guessUnit(odd)?.pitch).toBeCloseTo(550);
  });

  test("offers a scale where no unit fits", () => {
    expect(guessUnit(hallIn(0.001))).toMatchObject({ unit: null, decimeters: expect.closeTo(0.001, 6) });
    expect(guessUnit(hallIn(500))?.unit).toBeNull();
  });

  test("knows nothing of seats without places, of single ones, or of seats at one point", () => {
    expect(guessUnit([])).toBeNull();
    expect(
      guessUnit([
        { row: "A", seat_num: 1 },
        { row: "A", seat_num: 2 },
      ]),
    ).toBeNull();
    expect(guessUnit([{ row: "A", seat_num: 1, x: 900, y: 900 }])).toBeNull();
    expect(guessUnit(hallIn(0.01).map((seat) => ({ ...seat, x: 0, y: 0 })))).toBeNull();
  });
});
