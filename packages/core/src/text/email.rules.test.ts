import { expect, it } from "vitest";
import { emailLengths, toAsciiEmail } from "./email.rules.ts";

it("an address too long to be one is not converted, which would take seconds", () => {
  const domain = (letters: number) => `a@${"ü".repeat(letters)}.de`;
  expect(toAsciiEmail(domain(20))).toMatch(/^a@xn--.*\.de$/);
  expect(toAsciiEmail(domain(emailLengths.whole))).toBe(domain(emailLengths.whole));
});
