import fc from "fast-check";
import { expect, it } from "vitest";
import { decimal, guardFormula, unguardFormula, writeHead, writeLines } from "./csv.ts";

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠SUM(A1)", "'=1"])(
  "%j is no formula any more",
  (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
    expect(unguardFormula(guardFormula(text))).toBe(text);
  },
);

it.each(["", "Ann", "O'Hara", "'tis", "1-2", "a=b", "'"])("%j is left as it is", (text) => {
  expect(guardFormula(text)).toBe(text);
  expect(unguardFormula(text)).toBe(text);
});

it("any text is the same after guarding and unguarding", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", "=", "-", "＝", "a", "\n", '"', ",") }), (text) => {
      expect(unguardFormula(guardFormula(text))).toBe(text);
    }),
  );
});

it("lines are quoted where they must be, and numbers are never guarded", () => {
  expect(writeHead(["name", "x"])).toBe("\uFEFFname,x\r\n");
  expect(
    writeLines([
      ['The "Old", Barn', -5.5],
      ["two\nlines", null],
      ["a;b", 0],
      ["=1,2", 3],
    ]),
  ).toBe('"The ""Old"", Barn",-5.5\r\n"two\nlines",\r\n"a;b",0\r\n"\'=1,2",3\r\n');
});

it("an amount is written with all its digits, below 0 too, and is never text", () => {
  expect(writeLines([[decimal("-12.50"), decimal("0.000"), decimal("7")]])).toBe("-12.50,0.000,7\r\n");
  for (const text of ["", "-", "=1", "1,5", "-1+1", "1e3", "--1", "-1\n"])
    expect(() => decimal(text)).toThrow("is no number");
});
