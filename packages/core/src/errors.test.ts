import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { type ErrorCode, EventlyError, errorRegistry, isFailure } from "./errors.ts";

const codes = Object.keys(errorRegistry) as ErrorCode[];

describe("the error registry", () => {
  it.each(codes)("%s has a message and a status that shows whose fault it is", (code) => {
    const { status, text } = errorRegistry[code];
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect([400, 401, 403, 404, 409, 413, 422, 429, 500, 503]).toContain(status);
  });

  it.each(codes.filter((code) => code.endsWith("_NOT_FOUND")))("%s is a 404", (code) => {
    expect(errorRegistry[code].status).toBe(404);
  });

  it("gives a missing record only a message, without a reason", () => {
    for (const code of codes.filter((code) => code.endsWith("NOT_FOUND") && code !== "SEAT_NOT_FOUND")) {
      expect(z.toJSONSchema(errorRegistry[code].details).properties, code).toEqual({});
    }
  });

  it.each([
    ["SEATS_UNAVAILABLE", { seats: ["A-1"] }],
    ["SALE_CLOSED", { sales_start: 1, sales_end: null }],
    ["INVALID_INPUT", { faults: [{ path: 0, message: "" }] }],
    ["INTERNAL", {}],
  ] as const)("describes the details of %s, so that %j is not them", (code, details) => {
    expect(z.safeParse(errorRegistry[code].details, details).success).toBe(false);
  });
});

describe("an error", () => {
  const cause = new Error("socket hang up");
  const error = new EventlyError("SEAT_NOT_FOUND", { seats: ["Z-1"] });

  it("is sent as its message, code and details", () => {
    expect(error.toFailure()).toEqual({
      error: "The event has no such seats.",
      error_code: "SEAT_NOT_FOUND",
      details: { seats: ["Z-1"] },
    });
    expect(error.status).toBe(404);
  });

  it("may have a more specific message under the same code", () => {
    const better = new EventlyError("FORBIDDEN", { role: "guest" }, "This venue is another organizer's.");
    expect(better.toFailure()).toMatchObject({ error: "This venue is another organizer's.", error_code: "FORBIDDEN" });
  });

  it("doesn't reveal its cause", () => {
    const unavailable = new EventlyError("UNAVAILABLE", {}, undefined, { cause });
    expect(unavailable.cause).toBe(cause);
    expect(JSON.stringify(unavailable.toFailure())).not.toContain("socket");
  });

  it("is recognised by its code, and nothing else is", () => {
    expect(isFailure(error, "SEAT_NOT_FOUND")).toBe(true);
    expect(isFailure(error, "EVENT_NOT_FOUND")).toBe(false);
    expect(isFailure({ code: "SEAT_NOT_FOUND" }, "SEAT_NOT_FOUND")).toBe(false);
    expect(isFailure(null, "SEAT_NOT_FOUND")).toBe(false);
  });
});

it.each([
  ["INVALID_INPUT", "faults", { path: "seats.0", message: "no such seat type" }],
  ["DUPLICATE_SEATS", "seats", "A-1"],
] as const)("%s lists at most a hundred things that are wrong", (code, name, wrong) => {
  const listOf = (length: number) => ({ [name]: Array.from({ length }, () => wrong) }) as never;
  expect(new EventlyError(code, listOf(101)).toFailure().details).toEqual(listOf(100));
});
