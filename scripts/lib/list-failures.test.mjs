import { join } from "node:path";
import { expect, test } from "vitest";
import { listFailures } from "./list-failures.mjs";
import { root } from "./run.mjs";

const long = Array.from({ length: 40 }, (_, n) => `line ${n}`).join("\n\n");

test("a failure is named by its step, file and test, above the first lines of its error without colors", () => {
  const file = join(root, "scripts/a.test.mjs");
  const error = "\u001b[31mexpected 2 to be 3\u001b[39m\n\n    at a.test.mjs:4\n";
  expect(listFailures([{ step: "Unit tests", file, name: "adds", error }])).toEqual([
    `FAILED › Unit tests › ${join("scripts", "a.test.mjs")} › adds`,
    "  expected 2 to be 3",
    "      at a.test.mjs:4",
  ]);
  expect(listFailures([{ step: "Types", error: long }])).toHaveLength(13);
});

test("however much failed, it fits above the counts in the last 60 lines, and every failure is named or counted", () => {
  for (const count of [1, 4, 5, 19, 28, 29, 56, 57, 500]) {
    const lines = listFailures(
      Array.from({ length: count }, () => ({ step: "Unit tests", name: "adds", error: long })),
    );
    expect(lines.length).toBeLessThanOrEqual(57);
    const left = Number(lines.at(-1).match(/^and (\d+) more/)?.[1] ?? 0);
    expect(lines.filter((line) => line.startsWith("FAILED")).length + left).toBe(count);
  }
});
