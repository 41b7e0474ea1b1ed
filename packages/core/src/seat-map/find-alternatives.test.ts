import fc from "fast-check";
import { expect, it } from "vitest";
import { id } from "../testing/id.ts";
import { type Hall, openHall, rowOf } from "../testing/open-hall.ts";
import { findAlternatives } from "./find-alternatives.ts";

const find = ({ core, event }: Hall, ...lost: string[]) => findAlternatives(core, event, id.seats(...lost));
/** Others take seats, and a second passes, after which this process has seen it. */
const take = ({ seats, core }: Hall, ...taken: string[]) => {
  core.clock.advance(1);
  for (const seat of taken) seats.set(seat, { seat_state: "held", hold_ttl: core.clock() + 60 });
};
const without = (places: ReturnType<typeof rowOf>, ...nums: number[]) =>
  places.filter(({ seat_num }) => !nums.includes(seat_num ?? 0));

it("are as many adjacent seats as were requested", async () => {
  const hall = openHall([...rowOf("A", 10), ...rowOf("B", 10)]);
  take(hall, "A-4", "A-5");
  const groups = await find(hall, "A-4", "A-5");
  expect(groups.length).toBeGreaterThan(0);
  for (const [left, right, more] of groups) {
    expect(more).toBeUndefined();
    expect(left?.split("-")[0]).toBe(right?.split("-")[0]);
    expect(Number(right?.split("-")[1]) - Number(left?.split("-")[1])).toBe(1);
  }
});

it("never reach over an aisle, which is a gap in the numbers", async () => {
  const hall = openHall(without(rowOf("A", 9), 3, 6));
  take(hall, "A-1", "A-5", "A-8");
  expect(await find(hall, "A-1", "A-5")).toEqual([]);
});

it("never reach over a taken seat", async () => {
  const hall = openHall(rowOf("A", 5));
  take(hall, "A-2", "A-3");
  expect(await find(hall, "A-2", "A-3")).toEqual([["A-4", "A-5"]]);
});

it("never reach from the end of one row into the next", async () => {
  const hall = openHall([...rowOf("A", 2), { row: "B", seat_num: 3 }, { row: "B", seat_num: 4 }]);
  take(hall, "A-1", "B-4");
  expect(await find(hall, "A-1", "B-4")).toEqual([]);
});

it("are of the requested types", async () => {
  const hall = openHall([...rowOf("A", 4), ...rowOf("B", 4, { seat_type: "Balcony" })]);
  take(hall, "A-1", "A-2", "A-3");
  expect(await find(hall, "A-1")).toEqual([["A-4"]]);
  take(hall, "A-4");
  expect(await find(hall, "A-1")).toEqual([]);
  expect((await find(hall, "A-1", "B-1")).length).toBeGreaterThan(0);
});

it("are none if no group is left, or every seat is taken", async () => {
  const hall = openHall(rowOf("A", 4));
  take(hall, "A-1", "A-3");
  expect(await find(hall, "A-1", "A-3")).toEqual([]);
  take(hall, "A-2", "A-4");
  expect(await find(hall, "A-1")).toEqual([]);
});

it("treat a seat with an expired hold as free", async () => {
  const hall = openHall(rowOf("A", 2));
  take(hall, "A-1", "A-2");
  expect(await find(hall, "A-1")).toEqual([]);
  hall.core.clock.advance(61);
  expect(await find(hall, "A-1")).toEqual(expect.arrayContaining([["A-1"], ["A-2"]]));
});

it("are near the requested seats: never the far end of a long row while adjacent seats are free", async () => {
  const hall = openHall(rowOf("A", 60));
  take(hall, "A-1");
  for (let i = 0; i < 20; i++) {
    for (const [seat] of await find(hall, "A-1")) expect(Number(seat?.split("-")[1])).toBeLessThan(7);
  }
});

it("differ between requests, so that a rush is not sent to the same seats", async () => {
  const hall = openHall([...rowOf("A", 30), ...rowOf("B", 30), ...rowOf("C", 30)]);
  take(hall, "B-15");
  const firsts = await Promise.all(Array.from({ length: 40 }, async () => (await find(hall, "B-15"))[0]?.[0]));
  expect(new Set(firsts).size).toBeGreaterThan(3);
});

it("are at most three groups of free seats, no seat in two of them, whatever is taken", async () => {
  const hall = openHall([...without(rowOf("A", 12), 6), ...rowOf("B", 12), ...rowOf("C", 8)]);
  const ids = [...hall.seats.keys()];
  const some = (min: number, max: number) =>
    fc.uniqueArray(fc.constantFrom(...ids), { minLength: min, maxLength: max });
  await fc.assert(
    fc.asyncProperty(some(0, 25), some(1, 4), async (taken, lost) => {
      for (const id of ids) hall.seats.set(id, { seat_state: "available", hold_ttl: null });
      for (const id of [...taken, ...lost]) hall.seats.set(id, { seat_state: "booked", hold_ttl: null });
      hall.core.clock.advance(2);
      const groups = await find(hall, ...lost);
      expect(groups.length).toBeLessThanOrEqual(3);
      expect(new Set(groups.flat()).size).toBe(groups.length * lost.length);
      for (const seat of groups.flat()) expect(hall.seats.get(seat)?.seat_state, seat).toBe("available");
    }),
    { numRuns: 50 },
  );
});
