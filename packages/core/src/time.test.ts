import fc from "fast-check";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { Instant, systemClock, toInstant, toSeconds } from "./time.ts";

const expected = "an instant such as 2027-01-14T19:30:00Z";

it("an instant is seconds since 1970 in UTC, to the nearest millisecond", () => {
  expect(toInstant(0)).toBe("1970-01-01T00:00:00.000Z");
  expect(toInstant(1_795_323_859.123_49)).toBe("2026-11-22T05:04:19.123Z");
  expect(toInstant(1_795_323_859.999_6)).toBe("2026-11-22T05:04:20.000Z");
});

it("every whole millisecond survives the conversion", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (milliseconds) => {
      expect(Math.round(toSeconds(toInstant(milliseconds / 1000)) * 1000)).toBe(milliseconds);
    }),
  );
});

it("later instants sort after earlier ones as text", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 1, max: 4e9 }), (milliseconds, later) => {
      expect(toInstant(milliseconds / 1000) < toInstant((milliseconds + later) / 1000)).toBe(true);
    }),
  );
});

it("the clock is the machine's, with decimals", () => {
  const before = Date.now();
  const now = systemClock() * 1000;
  expect(now).toBeGreaterThanOrEqual(before - 0.001);
  expect(now).toBeLessThanOrEqual(Date.now() + 0.001);
});

it.each([
  ["2027-01-14T19:30:00Z", true],
  ["2027-01-14T19:30:00.123Z", true],
  ["2027-01-14T19:30:00", false],
  ["2027-01-14T19:30Z", false],
  ["2027-01-14T19:30:00+01:00", true],
  ["2027-01-14T19:30:00+0100", false],
  ["2027-01-14T19:30:00+25:00", false],
  ["2027-02-30T19:30:00+01:00", false],
  ["2027-13-14T19:30:00+01:00", false],
  ["9999-12-31T23:30:00-01:00", false],
  ["0000-01-01T00:30:00+01:00", false],
  ["2027-02-30T19:30:00Z", false],
  ["2027-01-14", false],
  ["tomorrow", false],
])("%s as an instant: %s", (text, valid) => {
  const { success, error } = z.safeParse(Instant, text);
  expect(success).toBe(valid);
  expect(error?.issues.map(({ message }) => message) ?? []).toEqual(valid ? [] : [expected]);
});

it.each([
  ["2027-01-14T19:30:00+01:00", "2027-01-14T18:30:00.000Z"],
  ["2027-01-14T19:30:00-05:30", "2027-01-15T01:00:00.000Z"],
  ["2027-01-14T19:30:00.250+01:00", "2027-01-14T18:30:00.250Z"],
  ["2027-01-14T19:30:00+00:00", "2027-01-14T19:30:00.000Z"],
  ["2027-01-14T19:30:00-00:00", "2027-01-14T19:30:00.000Z"],
  ["2027-01-14T19:30:00Z", "2027-01-14T19:30:00.000Z"],
  ["2027-01-14T19:30:00.5Z", "2027-01-14T19:30:00.500Z"],
  ["2027-01-14T19:30:00.123456789Z", "2027-01-14T19:30:00.123Z"],
  ["2027-01-14T19:30:00.000Z", "2027-01-14T19:30:00.000Z"],
])("%s becomes %s", (given, stored) => {
  expect(z.parse(Instant, given)).toBe(stored);
});

it("an instant with any offset stays the same instant", () => {
  const offset = fc.tuple(fc.constantFrom("+", "-"), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
  const pad = (part: number) => String(part).padStart(2, "0");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), offset, (milliseconds, [sign, hours, minutes]) => {
      const text = new Date(milliseconds).toISOString().replace("Z", `${sign}${pad(hours)}:${pad(minutes)}`);
      const stored = z.parse(Instant, text);
      expect(stored).toBe(toInstant(toSeconds(text)));
    }),
  );
});
