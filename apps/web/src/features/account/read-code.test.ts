import { expect, it } from "vitest";
import { readCode } from "./read-code";

it.each(["045617", " 045 617 ", "045-617", "Type this code where you asked for it:\n\n045617\n", "０４５６１７"])(
  "%j has the code",
  (typed) => {
    expect(readCode(typed)).toBe("045617");
  },
);

it.each(["", "04561", "0456178", "code", "045617 or 123456", "12 34 56 78"])("%j has none", (typed) => {
  expect(readCode(typed)).toBeNull();
});
