import { expect, it } from "vitest";
import { sortSeats } from "./seat-order.rules.ts";

const seatsOf = (labels: readonly string[]) =>
  labels.map((seat_label, i) => ({ row: "A", seat_num: i + 1, seat_label, row_order: 1 }));
const sort = (labels: readonly string[]) => sortSeats(seatsOf(labels)).map(({ seat_label }) => seat_label);

it.each([
  [
    ["10", "12bis", "2", "12", "0", "A"],
    ["0", "2", "10", "12", "12bis", "A"],
  ],
  [
    ["2", "1e3", "1f"],
    ["1e3", "1f", "2"],
  ],
  [
    ["1f", "2", "1e3"],
    ["1e3", "1f", "2"],
  ],
])("the labels %j of a row are in one order, however they come", (labels, sorted) => {
  expect(sort(labels)).toEqual(sorted);
});
