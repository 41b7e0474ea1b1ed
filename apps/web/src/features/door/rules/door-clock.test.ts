import { expect, test } from "vitest";
import { correctTime, learnContact } from "./door-clock";

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

test("of several answers in whole seconds the most exact sets the clock, until the device's clock is set", () => {
  const first = learnContact(null, { server: 10_000, device: 9_400.9 });
  const second = learnContact(first, { server: 10_005, device: 9_405.1 });
  expect(second.server - second.device).toBeCloseTo(599.9);
  const third = learnContact(second, { server: 10_010, device: 9_410.8 });
  expect(third.server).toBeCloseTo(10_010.7);
  const isSet = learnContact(third, { server: 10_015, device: 20_000 });
  expect(isSet).toEqual({ server: 10_015, device: 20_000 });
});
