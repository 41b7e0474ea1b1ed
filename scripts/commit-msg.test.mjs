import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "./lib/run.mjs";

const folder = mkdtempSync(join(tmpdir(), "evently-commit-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the hook says of a message; nothing where it lets it pass. */
function complain(message) {
  const file = join(folder, "message");
  writeFileSync(file, message);
  const { status, stderr } = spawnSync("sh", [join(root, ".githooks/commit-msg"), file], { encoding: "utf8" });
  return status === 0 ? "" : stderr;
}

test.each([
  "hold: answer before the count is stored",
  "local-db: find Java without a shell\n\nBecause a shell costs 40 ms. And this line is as long as it wants to be, even beyond a hundred.\n",
  "# Please enter the commit message.\n\nweb: name the picker's words as ticket shops do\n# On branch main\n",
  `web: ${"a".repeat(67)}`,
  "Merge branch 'main' into site",
  'Revert "hold: answer before the count is stored"',
  "fixup! hold: answer before the count is stored",
])("passes: %s", (message) => {
  expect(complain(message)).toBe("");
});

test.each([
  "Answer before the count is stored",
  "hold: Answer before the count is stored",
  "hold:answer before the count is stored",
  "Hold: answer before the count is stored",
  "hold: answer before the count is stored.",
  "hold: ",
  "",
  `web: ${"a".repeat(68)}`,
])("is refused, with the form it needs: %s", (message) => {
  expect(complain(message)).toMatch(/^A commit's subject is "<area>: <imperative>" of at most 72 characters/);
});
