import { expect, it } from "vitest";
import { refuseTooMany } from "./refuse-seats.ts";

it.each([
  [30_000, 60_000, null],
  [30_001, 30_001, "the venue would have 30001 seats; it can have 30000"],
  [1, 60_001, "the venue would have 60001 seats with those removed; it can have 60000: make another venue"],
])("a venue of %d seats that has known %d: %s", (seat_count, known, message) => {
  if (message === null) return expect(() => refuseTooMany(seat_count, known)).not.toThrow();
  const refused = expect.objectContaining({ details: { faults: [{ path: "seats", message }] } });
  expect(() => refuseTooMany(seat_count, known)).toThrow(refused);
});
