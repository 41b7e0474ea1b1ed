import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFiles } from "./check/list-files.mjs";
import { root } from "./lib/run.mjs";

const read = (file) => readFileSync(join(root, file), "utf8");
const cache = /new LRUCache\b|\bcreateTtlCache\(|^(const|let) \w+ = new (Map|Set)(<.*>)?\(\)/m;
/** What others keep their entries with, and what only a browser or a script runs. */
const others = /ttl-cache\.ts$|\.test\.|\.proof\.|\/(testing|bench|e2e|dist)\/|packages\/local-db\//;
const inBrowser = /^"use client"|features\/(hall|clock|site)\//m;

test("every cache of a process stands with its bound in the decision on memory", () => {
  const table = read("docs/decisions/0034-memory-has-a-budget.md");
  const sources = listFiles(root).filter(
    (file) => /^(packages|apps)\/[^/]+\/src\/.*\.tsx?$/.test(file) && !others.test(file),
  );
  const caches = sources.filter((file) => cache.test(read(file)) && !inBrowser.test(file));
  expect(caches.length).toBeGreaterThan(10);
  const named = (file) => table.includes(`${file.split("/").slice(-2).join("/")}\``);
  expect(caches.filter((file) => !named(file))).toEqual([]);
});
