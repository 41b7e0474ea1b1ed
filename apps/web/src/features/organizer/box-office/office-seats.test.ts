import { describe, expect, test } from "vitest";
import { describeChosen, describeOfficeState, groupByReason, listOfficeSeats } from "./office-seats";

const saved = ["A-1", "A-2", "A-3", "A-4"].map((seat_pos, i) => ({
  ...{ seat_pos, section: "", row_label: "A", seat_label: `${i + 1}` },
  ...{ seat_type: i === 3 ? "Box" : "Stalls", accessible: false, properties: [] },
}));
const reasons = new Map([["A-4", "Press"]]);
const event = { seat_type_prices: { Stalls: 4500, Box: 9000 } };
const seats = listOfficeSeats(saved, { map: { states: "ahbx" }, reasons }, event);

describe("the seats of a box office", () => {
  test("have their states, prices, and why the house keeps them", () => {
    expect(seats.map(({ state, price, reason }) => [state, price, reason])).toEqual([
      ["free", 4500, null],
      ["held", 4500, null],
      ["sold", 4500, null],
      ["blocked", 9000, "Press"],
    ]);
    expect(seats.map(describeOfficeState)).toEqual(["Free", "On hold", "Sold", "Blocked: Press"]);
  });

  test("are counted by state where they are chosen", () => {
    expect(describeChosen(seats)).toBe("4 seats: 1 free, 1 on hold, 1 sold, 1 blocked");
    expect(describeChosen(seats.slice(0, 1))).toBe("1 seat: 1 free");
  });

  test("count as sold while the map does not name them", () => {
    expect(listOfficeSeats(saved, { map: { states: "" }, reasons }, event)[0]?.state).toBe("sold");
  });

  test("are grouped by reason, the largest group first", () => {
    const many = listOfficeSeats(
      saved,
      {
        map: { states: "xxxx" },
        reasons: new Map([
          ["A-1", "Press"],
          ["A-2", "Choir"],
          ["A-3", "Choir"],
        ]),
      },
      event,
    );
    expect(groupByReason(many).map(({ reason, seats: own }) => [reason, own.length])).toEqual([
      ["Choir", 2],
      ["No reason known yet", 1],
      ["Press", 1],
    ]);
  });
});
