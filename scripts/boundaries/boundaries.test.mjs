import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import config from "../../oxlint.config.ts";
import { isForTests } from "../check/list-files.mjs";
import { root } from "../lib/run.mjs";
import { folders, forbiddenTo, rootFiles } from "./core-layers.mjs";
import { coreBlocks } from "./core-rules.mjs";
import { listPaths } from "./list-paths.mjs";
import { packageBlocks } from "./package-rules.mjs";
import { propertyRules } from "./property-rules.mjs";
import { reportIn } from "./report-in.mjs";
import { toOverride } from "./restrict.mjs";
import { ruleExamples } from "./rule-examples.mjs";
import { webBlocks } from "./web-rules.mjs";

const blocks = [...coreBlocks, ...packageBlocks, ...webBlocks];
const isBoundary = ({ rules }) => "no-restricted-imports" in rules;
const otherOverrides = config.overrides.filter((override) => !isBoundary(override));
const switched = otherOverrides.flatMap(({ files, rules }) =>
  Object.entries(rules).flatMap(([rule, level]) =>
    files.flatMap(listPaths).map((path) => ({ rule, off: level === "off", path })),
  ),
);

/** What oxlint says of a tree that is laid out like the repository and has an example of everything: `file:line message` and `file rule`. */
let reported;
let tree;
const texts = new Map();
beforeAll(async () => {
  tree = mkdtempSync(join(tmpdir(), "evently-boundaries-"));
  const append = (path, text) => texts.set(path, (texts.get(path) ?? "") + text);
  for (const block of blocks)
    for (const path of block.files.flatMap(listPaths)) append(path, importsOf(block).text + forTests);
  for (const [rule, { breaks, keeps, alongside }] of Object.entries(ruleExamples)) {
    append(`scripts/${rule}/breaks.ts`, breaks);
    append(`scripts/${rule}/keeps.ts`, keeps);
    for (const [name, text] of Object.entries(alongside ?? {})) append(`scripts/${rule}/${name}`, text);
  }
  for (const { rule, path } of switched) append(path, ruleExamples[rule].breaks + ruleExamples[rule].keeps);
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  reported = await reportIn(tree);
});
afterAll(() => rmSync(tree, { recursive: true }));

/** The line after these, which sources may not have. */
const forTests = 'export type { Open } from "../testing/open-core.ts";\n';

/** The imports of a block's example, one to a line, and which of its rules each of them breaks or keeps. */
function importsOf({ importRules }) {
  const imports = importRules.flatMap(({ message, breaks, keeps = [] }) => [
    ...breaks.map((path) => ({ message, path, broken: true })),
    ...keeps.map((path) => ({ message, path, broken: false })),
  ]);
  const text = imports.map(({ path }, at) => (path.includes(" ") ? path : `import type { T${at} } from "${path}";`));
  return { imports, text: `${text.join("\n")}\n` };
}

describe("import rules", () => {
  const examples = blocks.flatMap((block) => block.files.flatMap(listPaths).map((path) => ({ path, block })));

  test.each(examples)("$path refuses what breaks each of its rules", ({ path, block }) => {
    for (const rule of block.importRules) expect(rule.breaks, rule.message).not.toEqual([]);
    const { imports } = importsOf(block);
    const found = imports.map((imported, at) => ({
      ...imported,
      broken: reported.has(`${path}:${at + 1} ${imported.message}`),
    }));
    expect(found).toEqual(imports);
  });

  test.each(examples)("$path imports what is for tests only where it is a test", ({ path, block }) => {
    const line = importsOf(block).imports.length + 1;
    const found = [...reported].filter((finding) => finding.startsWith(`${path}:${line} `));
    expect(found.length === 0).toBe(isForTests(path));
  });

  test("are all in the configuration, and no others", () => {
    expect(config.overrides.filter(isBoundary)).toEqual(blocks.map(toOverride));
  });
});

describe("the other rules", () => {
  test.each(Object.keys(config.rules))("%s refuses what breaks it and nothing else", (rule) => {
    expect(reported).toContain(`scripts/${rule}/breaks.ts ${rule}`);
    expect(reported).not.toContain(`scripts/${rule}/keeps.ts ${rule}`);
  });

  test.each(switched)("$rule at $path is off: $off", ({ rule, off, path }) => {
    expect(reported.has(`${path} ${rule}`)).toBe(!off);
  });
});

describe("what only some files may use", () => {
  const paths = switched.filter(({ rule, off }) => rule === "no-restricted-properties" && !off).map(({ path }) => path);
  const uses = paths.flatMap((path) => propertyRules.map((rule) => ({ path, ...rule })));

  test.each(uses)("$path: $property", ({ path, breaks, keeps, message, allowedIn }) => {
    const reports = (line) => reported.has(`${path}:${texts.get(path).split("\n").indexOf(line) + 1} ${message}`);
    expect([reports(breaks), reports(keeps)]).toEqual([!allowedIn.flatMap(listPaths).includes(path), false]);
  });
});

describe("the layers of core", () => {
  test("have a place for every folder and every file at the root", () => {
    const entries = readdirSync(join(root, "packages/core/src"), { withFileTypes: true });
    const own = entries.filter(({ name }) => !/^(testing|core\.ts)$|\.test\.ts$/.test(name));
    expect([...folders, ...rootFiles].sort()).toEqual(own.map(({ name }) => name.replace(/\.ts$/, "")).sort());
  });

  test("lead from the reports and holds down to the table", () => {
    expect(forbiddenTo("table")).toEqual(expect.arrayContaining(["seat", "hold", "audit", "create-core"]));
    expect(forbiddenTo("seat")).toEqual(expect.arrayContaining(["payment", "user", "event", "hold"]));
    expect(forbiddenTo("event")).toEqual(
      expect.arrayContaining(["booking", "search", "hold", "event-change", "event-seats"]),
    );
    expect(forbiddenTo("hold")).toEqual([
      "audit",
      "scheduled-work",
      "recovery",
      "operator",
      "export",
      "create-core",
      "analytics",
      "door",
      "holders",
      "privacy",
      "payment-events",
      "invoice",
      "refund",
      "box-office",
    ]);
    expect(forbiddenTo("counts")).not.toContain("seat");
  });
});
