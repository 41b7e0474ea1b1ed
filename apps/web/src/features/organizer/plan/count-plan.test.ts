import { expect, test } from "vitest";
import { describeCounts } from "./count-plan";
import { newListSeat } from "./list-seat.fixture";

test("counts each type and each property of a plan", () => {
  const seats = [
    newListSeat("A", "1", { accessible: true }),
    newListSeat("A", "2", { properties: ["companion", "step_free"] }),
    newListSeat("A", "3", { seat_type: "Box", properties: ["step_free"] }),
  ];
  expect(describeCounts(["Stalls", "Box", ""], seats)).toEqual({
    types: "3 seats: 2 Stalls, 1 Box, 0 without a name",
    marked: "1 wheelchair space, 1 companion seat, 2 step-free seats",
  });
  expect(
    describeCounts(
      ["Stalls"],
      seats.slice(2).map((seat) => ({ ...seat, properties: [] })),
    ),
  ).toEqual({
    types: "1 seat: 0 Stalls, 1 Box",
    marked: "",
  });
});
