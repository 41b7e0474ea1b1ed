import { afterAll, beforeAll, it } from "vitest";
import { type House, oneSeat, openHouse, overlap, sellOut } from "../testing/process/race-story.ts";

let house: House;

beforeAll(async () => {
  house = await openHouse(process.env.DYNAMODB_ENDPOINT);
});
afterAll(() => house?.close());

it("50 buyers for 10 seats at two API processes: ten bookings, ten payments", () => sellOut(house, 50, 10));
it("200 clients for 1 to 6 overlapping seats each: whole holds only", () => overlap(house, 200, 1));
it("500 clients for one seat: one winner", () => oneSeat(house, 500));
