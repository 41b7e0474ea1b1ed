import { expect, test } from "vitest";
import { makeApiError } from "~/trpc/failure.fixture";
import { findServerFaults } from "./find-server-faults";

test("assigns the faults of the input to their fields, lists and prices", () => {
  const faults = [
    { path: "sales_start", message: "the sale has to open before it ends" },
    { path: "artists.3", message: "too long" },
    { path: "seat_type_prices.Stalls", message: "not negative" },
    { path: "", message: "odd" },
  ];
  expect(findServerFaults(makeApiError("INVALID_INPUT", { faults }))).toEqual({
    sales_start: "The sale has to open before it ends.",
    artists: "Too long.",
    "seat_type_prices.Stalls": "Not negative.",
  });
});

test("assigns a missing price to its field, and an unusable venue to the venue", () => {
  expect(findServerFaults(makeApiError("SEAT_TYPES_UNPRICED", { seat_types: ["Box"] }))).toEqual({
    "seat_type_prices.Box": "Enter a price; 0 is free.",
  });
  expect(Object.keys(findServerFaults(makeApiError("VENUE_WITHOUT_SEATS")))).toEqual(["venue_id"]);
  expect(Object.keys(findServerFaults(makeApiError("VENUE_NOT_FOUND")))).toEqual(["venue_id"]);
});

test("leaves to the whole form what belongs to no field", () => {
  expect(findServerFaults(makeApiError("UNAVAILABLE"))).toEqual({});
  expect(findServerFaults(new Error("offline"))).toEqual({});
});
