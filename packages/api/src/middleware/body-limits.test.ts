import { maxSeatsPerCall } from "@evently/core/venue";
import { describe, expect, it } from "vitest";
import { type $ZodType, safeParse } from "zod/v4/core";
import { bodyLimitOf } from "../rest/list-calls.ts";
import { appRouter } from "../root.ts";
import { largeLetters, largestInput, toAsciiJson } from "../testing/largest-input.ts";

type Definition = { type: string; inputs: $ZodType[]; meta?: { body?: string } };

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: Definition }>);
const changes = procedures.flatMap(([name, { _def }]) => {
  const [input] = _def.inputs;
  return _def.type === "mutation" && input ? [{ name, input, isOfSeats: _def.meta?.body === "seats" }] : [];
});

/** Thousands of seats at their longest, every letter escaped, would be more than any body should be. */
const ofSeats = { letters: [..."WABCDEFGH"], mostListed: maxSeatsPerCall };

/** Of two ways to name what is meant one is allowed. */
const without: Record<string, readonly string[]> = {
  "door.checkIn": ["code", "seat_pos", "reason", "booking_id", "version", "at", "gate", "device"],
  "hold.releaseOthers": ["connection"],
  "session.confirm": ["token"],
  "boxOffice.refund": ["amount"],
  "user.changeEmail": ["token"],
};

describe("the largest valid body is within the limit", () => {
  it.each(changes)("of $name", ({ name, input, isOfSeats }) => {
    const largest = largestInput(input, isOfSeats ? ofSeats : { letters: largeLetters });
    const others = Object.entries(largest).filter(([field]) => !without[name]?.includes(field));
    const body = toAsciiJson(Object.fromEntries(others));
    const { success, error } = safeParse(input, JSON.parse(body));
    expect(success, error?.message.slice(0, 500)).toBe(true);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(bodyLimitOf([name]));
  });
});
