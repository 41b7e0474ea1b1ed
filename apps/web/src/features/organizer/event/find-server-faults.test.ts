import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { findServerFaults } from "./find-server-faults";

const told = (error_code: string, details: unknown) =>
  TRPCClientError.from({
    error: { message: "", code: -32000, data: { failure: { error: "", error_code, details } } },
  } as never);

test("faults of the input stand at their fields, those of a list at the list, those of a price at the price", () => {
  const faults = [
    { path: "sales_start", message: "the sale has to open before it ends" },
    { path: "artists.3", message: "too long" },
    { path: "seat_type_prices.Stalls", message: "not negative" },
    { path: "", message: "odd" },
  ];
  expect(findServerFaults(told("INVALID_INPUT", { faults }))).toEqual({
    sales_start: "The sale has to open before it ends.",
    artists: "Too long.",
    "seat_type_prices.Stalls": "Not negative.",
  });
});

test("a type without a price and a venue without seats are told where they are chosen", () => {
  expect(findServerFaults(told("SEAT_TYPES_UNPRICED", { seat_types: ["Box"] }))).toEqual({
    "seat_type_prices.Box": "Enter a price; 0 is free.",
  });
  expect(Object.keys(findServerFaults(told("VENUE_WITHOUT_SEATS", {})))).toEqual(["venue_id"]);
  expect(Object.keys(findServerFaults(told("VENUE_NOT_FOUND", {})))).toEqual(["venue_id"]);
});

test("what is about no field is told by the form as a whole", () => {
  expect(findServerFaults(told("UNAVAILABLE", {}))).toEqual({});
  expect(findServerFaults(new Error("offline"))).toEqual({});
});
