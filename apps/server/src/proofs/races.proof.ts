import { afterAll, beforeAll, it } from "vitest";
import { type House, oneSeat, openHouse, overlap, sellOut } from "../testing/process/race-story.ts";

let house: House;

beforeAll(async () => {
  house = await openHouse(process.env.DYNAMODB_ENDPOINT);
}, 180_000);
afterAll(() => house.close());

it.each([
  { buyers: 50, seats: 10 },
  { buyers: 500, seats: 100 },
])("$buyers buyers for $seats seats: every seat is sold and paid for once", ({ buyers, seats }) =>
  sellOut(house, buyers, seats),
);
it.each([1, 2, 3, 4, 5])("200 clients for 1 to 6 overlapping seats each, round %i: whole holds only", (seed) =>
  overlap(house, 200, seed),
);
it.each([1, 2, 3, 4, 5])("500 clients for one seat, round %i: one winner", () => oneSeat(house, 500));
