import fc from "fast-check";
import { expect, it } from "vitest";
import { createRuns } from "./runs.ts";

const text = (max: number) =>
  fc
    .array(fc.constantFrom("東", "京", "都", "響", "ラ"), { minLength: 1, maxLength: max })
    .map((signs) => signs.join(""));

it("finds the same runs as comparing all of them, after any additions and removals", () => {
  const step = fc.tuple(fc.boolean(), text(6));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), text(4), (steps, term) => {
      const runs = createRuns<null>();
      const there = new Set<string>();
      for (const [isAdded, run] of steps) {
        if (isAdded && !there.has(run)) runs.add(run, null);
        else if (!isAdded) runs.delete(run);
        if (isAdded) there.add(run);
        else there.delete(run);
      }
      const hasTerm = (run: string) =>
        term.startsWith("京都") ? new RegExp(`(?<!東)${term}`).test(run) : run.includes(term);
      const expected = [...there].filter(hasTerm).sort();
      expect(Array.from(runs.find(term), ({ run }) => run).sort()).toEqual(expected);
      expect(runs.has(term)).toBe(expected.length > 0);
    }),
    { numRuns: 500 },
  );
});

it("a part doesn't end before a vowel or a tone of its last letter", () => {
  const runs = createRuns<null>();
  runs.add("ดนตรี", null);
  expect([runs.has("ดนตร"), runs.has("ดนต"), runs.has("ตรี")]).toEqual([false, true, true]);
});
