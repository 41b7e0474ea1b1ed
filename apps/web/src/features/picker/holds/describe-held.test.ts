import { expect, it } from "vitest";
import { holdOn, openTestPicker } from "../testing/open-test-picker";
import { describeHeld } from "./describe-held";

it("names the seats that are held, and until when", () => {
  const { picker } = openTestPicker();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }).format(1180_000);
  expect(describeHeld(picker, holdOn(["C-1", "C-2"]))).toBe(`Stalls, Row C, seats 1 and 2 are held until ${clock}.`);
  expect(describeHeld(picker, holdOn(["SA-1"]))).toBe(`Side, Row A, seat 1 is held until ${clock}.`);
});
