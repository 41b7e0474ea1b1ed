import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../lib/run.mjs";
import { listRetired } from "./list-retired.mjs";

const words = JSON.parse(readFileSync(join(root, "scripts/retired-words.json"), "utf8"));

/** What a tree of these files is told of. */
function listIn(files, list = { ...words, kept: [] }) {
  const tree = mkdtempSync(join(tmpdir(), "evently-words-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  const found = listRetired(tree, list);
  rmSync(tree, { recursive: true });
  return found;
}

test("a retired word is found as a part of an identifier, of a file's and a folder's name, and in a heading", () => {
  const found = listIn({
    "hold-watch-lanes/counts.ts": "export const counts = 1;\n\nexport const salesLanes = counts;\n",
    "rest-for.css": "",
    "guide.md": "# Guide\n\n```\n# lanes\n```\n\n## Counting in lanes\n",
  });
  expect(found.sort()).toEqual([
    'guide.md:7 ## Counting in lanes: for "lane" write counter shard',
    'hold-watch-lanes hold-watch-lanes: for "HoldWatch" write HoldExpiryTracker',
    'hold-watch-lanes hold-watch-lanes: for "lane" write counter shard',
    'hold-watch-lanes/counts.ts:3 salesLanes: for "lane" write counter shard',
    'rest-for.css rest-for: for "restFor" write minRefreshInterval',
  ]);
});

test("strings, comments and texts say what they like", () => {
  const page =
    '// A lane.\nexport const Page = () => <p title="lane">lane {"lane"}</p>;\nexport const key = `lanes-1`;\n';
  expect(listIn({ "page.tsx": page })).toEqual([]);
});

const field = (text, name) => [text, [`field.ts:1 ${name}`]];
test.each([
  field("export const what = 1;", "what"),
  field("export function find(one: string) {}", "one"),
  field("export const { id: mine } = { id: 1 };", "mine"),
  field("export type Pick = { of: string };", "of"),
  field("export const pick = { beside: 1 };", "beside"),
  field("export type Call = (rest: string) => void;", "rest"),
  field("export class Poll { look = 1; }", "look"),
  field("export const [hasty = 1] = [];", "hasty"),
  ["export const { id, ...rest } = { id: 1 };", []],
  ["export const set = Set.of(1);", []],
  ["export const { of: group } = pick;", []],
  ["export function one() {}", []],
  ["export const oneEvent = 1;", []],
])("a word that is retired as a field is found where one is declared: %s", (text, expected) => {
  const found = listIn({ "field.ts": text });
  expect(found.map((line) => line.replace(/:( for .*)$/, ""))).toEqual(expected);
});

test("a word that is retired as a type, a component or a function is found as that alone", () => {
  const found = listIn({
    "types.ts": "export type Sent = 1;\nexport const sent = 1;\nexport type SentAt = Sent;\n",
    "answer.tsx": "export const Answer = () => null;\n",
    "read-answer.ts": "export type Answer = string;\n",
    "cache.ts":
      "export type Cache = { holds(key: string): boolean };\nexport type Seats = { holds: Map<string, string> };\n",
  });
  expect(found.map((line) => line.replace(/: for .*$/, "")).sort()).toEqual([
    "answer.tsx answer",
    "answer.tsx:1 Answer",
    "cache.ts:1 holds",
    "types.ts:1 Sent",
    "types.ts:3 Sent",
  ]);
});

test("an exception holds in its folder, and is reported when nothing needs it", () => {
  const kept = [
    { word: "rest", in: "api/", reason: "the protocol" },
    { word: "lane", in: "docs/", reason: "stored" },
  ];
  const found = listIn(
    { "api/route.ts": "export const rest = 1;", "web/route.ts": "export const rest = 1;" },
    { ...words, kept },
  );
  expect(found).toEqual([
    'web/route.ts:1 rest: for "rest" write minRefreshInterval; for what is left: remaining',
    'retired-words.json keeps "lane" in docs/, which has it no more',
  ]);
});

test("every retired word is found where it is written as it was", () => {
  const suffix = { component: "tsx", heading: "md" };
  const texts = {
    field: (word) => `export const ${word} = 1;`,
    function: (word) => `export function ${word}() {}`,
    heading: (word) => `# ${word}`,
  };
  for (const { word, as, write } of words.retired) {
    const path = as === "folder" ? `${word}/file.ts` : `file.${suffix[as] ?? "ts"}`;
    const text = (texts[as] ?? ((name) => `export type ${name} = 1;`))(word);
    expect(listIn({ [path]: as === "folder" ? "" : text }).join("\n"), word).toContain(`for "${word}" write ${write}`);
  }
});

test("every exception has a reason", () => {
  for (const { reason } of words.kept) expect(reason).not.toBe("");
});
