import { describe, expect, it } from "vitest";
import { groupSeats, listLabels, nameFirstSeats, nameSeat, nameSeats } from "./name-seats.rules.ts";

const seat = (section: string, row_label: string, seat_label: string) => ({ section, row_label, seat_label });
const row = (section: string, row_label: string, ...labels: string[]) =>
  labels.map((label) => seat(section, row_label, label));

describe("nameSeat", () => {
  it.each([
    [seat("Balcony", "A", "12"), "Balcony, Row A, seat 12"],
    [seat("", "Ж", "12bis"), "Row Ж, seat 12bis"],
    [seat("Loge 3", "", "2"), "Loge 3, seat 2"],
    [seat("", "", "7"), "Seat 7"],
  ])("leaves out what is not printed: %o", (label, name) => {
    expect(nameSeat(label)).toBe(name);
  });
});

describe("nameSeats", () => {
  it("ranges the numbers of a row and lists its other labels", () => {
    expect(nameSeats(row("Balcony", "A", "14", "12bis", "13", "12"))).toBe("Balcony, Row A, seats 12 to 14 and 12bis");
  });

  it("says a section once for the rows that follow, and again for every part without rows", () => {
    const stalls = [...row("Stalls", "A", "1"), ...row("Stalls", "B", "1", "2")];
    expect(nameSeats([...stalls, ...row("Circle", "A", "1")])).toBe(
      "Stalls, Row A, seat 1; Row B, seats 1 and 2; Circle, Row A, seat 1",
    );
    expect(nameSeats([...row("Loge 3", "", "2"), ...row("Loge 4", "", "1")])).toBe("Loge 3, seat 2; Loge 4, seat 1");
  });

  it("keeps equal rows of two sections apart", () => {
    expect(groupSeats([...row("Stalls", "A", "10", "9"), ...row("Circle", "A", "1")])).toEqual([
      { section: "Stalls", row_label: "A", seat_labels: ["9", "10"] },
      { section: "Circle", row_label: "A", seat_labels: ["1"] },
    ]);
  });

  it("never says a seat without a section as if it were in the one before", () => {
    expect(nameSeats([seat("Balcony", "A", "1"), seat("", "B", "2")])).toBe("Row B, seat 2; Balcony, Row A, seat 1");
  });

  it("names only the first of many", () => {
    const seats = row("", "A", "1", "2", "3", "4", "5");
    expect(nameFirstSeats(seats, 3)).toBe("Row A, seats 1 to 3 and 2 more");
    expect(nameFirstSeats(seats, 5)).toBe("Row A, seats 1 to 5");
  });
});

describe("listLabels", () => {
  it.each([
    [["12"], "12"],
    [["12", "13"], "12 and 13"],
    [["12", "13", "14"], "12 to 14"],
    [["12", "14", "15"], "12, 14 and 15"],
    [["1", "3", "5"], "1, 3 and 5"],
    [["0", "1", "2", "7"], "0 to 2 and 7"],
    [["A", "B", "C"], "A, B and C"],
    [["007", "008", "009"], "007, 008 and 009"],
    [[], ""],
  ])("%o as people say them", (labels, said) => {
    expect(listLabels(labels)).toBe(said);
  });
});
