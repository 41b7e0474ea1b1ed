import { NewVenueSeat } from "@evently/core/venue";
import { describe, expect, test } from "vitest";
import { csvTemplate, readSeatCsv } from "./read-seat-csv";

const read = (text: string, types = ["Stalls", "Balcony"]) => readSeatCsv(text, types);
const faultsOf = (text: string) => read(text).faults.map(({ line, message }) => `${line}: ${message}`);

describe("a file of seats", () => {
  test("in the form of the template becomes seats in the shape that the API takes", () => {
    const { seats, faults, new_types } = read(csvTemplate);
    expect(faults).toEqual([]);
    expect(new_types).toEqual([]);
    expect(seats).toHaveLength(4);
    for (const seat of seats) expect(NewVenueSeat.parse(seat)).toEqual(seat);
    expect(seats[2]).toEqual({
      row: "A",
      seat_num: 3,
      seat_type: "Stalls",
      section: "",
      row_label: "A",
      x: 5.5,
      y: 25,
      accessible: true,
    });
    expect(seats[3]).toEqual({
      row: "BALA",
      seat_num: 1,
      seat_type: "Balcony",
      section: "Balcony",
      row_label: "A",
      accessible: false,
    });
  });

  test("accepts any order of columns, blanks, quotes, Windows line ends and a byte order mark", () => {
    const { seats, faults } = read('\uFEFF Seat_Type ,ROW,seat_num,section\r\n"Stalls",a, 12 ,"Front, left"\r\n\r\n');
    expect(faults).toEqual([]);
    expect(seats).toEqual([{ row: "A", seat_num: 12, seat_type: "Stalls", section: "Front, left", accessible: false }]);
  });

  test("lists the new seat types once each", () => {
    expect(read("row,seat_num,seat_type\nA,1,Lawn\nA,2,Lawn\nA,3,Stalls").new_types).toEqual(["Lawn"]);
  });
});

describe("lists all faults by line and reads no seat", () => {
  const head = "row,seat_num,seat_type,section,row_label,x,y,accessible";

  test.each([
    ["1A,1,Stalls,,,,,", "row “1A” is not 1 to 8 letters or digits, a letter first"],
    ["A,0,Stalls,,,,,", "seat_num “0” is not a whole number from 1 to 9999"],
    ["A,1.5,Stalls,,,,,", "seat_num “1.5” is not a whole number from 1 to 9999"],
    ["A,,Stalls,,,,,", "seat_num “” is not a whole number from 1 to 9999"],
    ["A,1,,,,,,", "seat_type is missing or longer than 40 characters"],
    [`A,1,Stalls,${"x".repeat(41)},,,,`, "section is longer than 40 characters"],
    ["A,1,Stalls,,123456789,,,", "row_label is longer than 8 characters"],
    ["A,1,Stalls,,,5,,", "x and y go together"],
    ["A,1,Stalls,,,five,2,", "x or y is not a number of decimeters up to 100,000"],
    ["A,1,Stalls,,,1e9,2,", "x or y is not a number of decimeters up to 100,000"],
    ["A,1,Stalls,,,,,maybe", "accessible “maybe” is neither yes nor no"],
    ["A,1,Stalls,,,,,,extra", "more cells than columns"],
  ])("%s", (row, message) => {
    expect(faultsOf(`${head}\nB,1,Stalls,,,,,\n${row}\n`)).toEqual([`3: ${message}`]);
    expect(read(`${head}\n${row}`).seats).toEqual([]);
  });

  test("counts blank lines, and names the first of two duplicate seats", () => {
    expect(faultsOf(`${head}\nA,1,Stalls,,,,,\n\na,1,Balcony,,,,,\nA,,,,,,,`)).toEqual([
      "4: seat A-1 is in line 2 already",
      "5: seat_num “” is not a whole number from 1 to 9999; seat_type is missing or longer than 40 characters",
    ]);
  });

  test("finds missing and unknown columns", () => {
    expect(faultsOf("row,seat,seat_type\nA,1,Stalls")).toEqual([
      "1: there is no column “seat_num”",
      expect.stringMatching(/^1: “seat” is none of the columns row, seat_num/),
    ]);
  });

  test.each(["", "row,seat_num,seat_type", "row,seat_num,seat_type\n\n"])(
    "a file without seats has a fault: %j",
    (text) => {
      expect(read(text).faults.length).toBeGreaterThan(0);
    },
  );
});
