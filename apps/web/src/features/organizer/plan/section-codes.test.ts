import { describe, expect, test } from "vitest";
import { codeSections } from "./section-codes";

const code = (...sections: string[]) => [...codeSections(sections).values()];

describe("the code of a section", () => {
  test.each([
    [["Balcony"], ["BAL"]],
    [[""], [""]],
    [["Loge d’été"], ["LOG"]],
    [["Élysée"], ["ELY"]],
    [["2nd tier"], ["NDT"]],
    [["7"], ["S"]],
    [
      ["Balcony left", "Balcony right"],
      ["BAL", "BRIG"],
    ],
    [
      ["Section 101", "Section 102"],
      ["SEC", "S102"],
    ],
  ])("%j", (sections, codes) => {
    expect(code(...sections)).toEqual(codes);
  });

  test("keeps the codes that the venue has", () => {
    const taken = new Map([["Balcony", "BA"]]);
    expect([...codeSections(["Balcony", "Bar"], taken)]).toEqual([
      ["Balcony", "BA"],
      ["Bar", expect.not.stringMatching(/^BA/)],
    ]);
  });

  test("leaves room for the row, and never starts with another code", () => {
    const many = Array.from({ length: 60 }, (_, index) => `Section ${index}`);
    const codes = code(...many, "Seconds", "Sector", "S");
    for (const code of codes) expect(code).toMatch(/^[A-Z][A-Z0-9]{0,4}$/);
    const clashes = codes.flatMap((a) => codes.filter((b) => a !== b && a.startsWith(b)).map((b) => `${a} ${b}`));
    expect(clashes).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
