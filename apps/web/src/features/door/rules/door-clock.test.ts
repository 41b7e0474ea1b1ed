import { expect, test } from "vitest";
import { correctTime } from "./door-clock";

test("a clock that is off is corrected by what was off at the last contact", () => {
  const contact = { server: 10_000, device: 9_400 };
  expect(correctTime(contact, 9_460)).toBe(10_060);
});

test("a clock that was set back since is never before the last contact", () => {
  const contact = { server: 10_000, device: 9_400 };
  expect(correctTime(contact, 100)).toBe(10_000);
});

test("without a contact the device's own clock is all there is", () => {
  expect(correctTime(null, 9_460)).toBe(9_460);
});
