import type { Holder } from "@evently/core/hold";
import { expect, test } from "vitest";
import { mergeHolders } from "./merge-holders";

const hold = (number: number, seats: number) =>
  ({ holding_id: `holding-0000${number}`, seats }) as unknown as Holder["holds"][number];
const holder = (connection: string | null, ...holds: Holder["holds"]): Holder => ({
  ...{ connection, wider: null, holds },
  seats: holds.reduce((sum, { seats }) => sum + seats, 0),
});

test("a connection that goes on at the next page is shown once, and ranked by all its seats", () => {
  const pages = [
    { items: [holder("a", hold(1, 4)), holder("b", hold(2, 3))] },
    { items: [holder("b", hold(3, 3)), holder(null, hold(4, 1))] },
  ];
  expect(mergeHolders(pages).map(({ connection, seats, holds }) => [connection, seats, holds.length])).toEqual([
    ["b", 6, 2],
    ["a", 4, 1],
    [null, 1, 1],
  ]);
});

test("a hold that is on two pages counts once", () => {
  const page = { items: [holder("a", hold(1, 4))] };
  expect(mergeHolders([page, page])).toEqual([{ ...holder("a", hold(1, 4)), inWider: null }]);
});

test("connections of one wider network say what it holds together", () => {
  const [a, b] = [holder("a", hold(1, 4)), holder("b", hold(2, 3))].map((flat) => ({ ...flat, wider: "w" }));
  if (!a || !b) throw new Error("there are no holders");
  const items = [a, b, holder("c", hold(3, 1))];
  const together = { seats: 7, connections: 2 };
  expect(mergeHolders([{ items }]).map(({ inWider }) => inWider)).toEqual([together, together, null]);
});
