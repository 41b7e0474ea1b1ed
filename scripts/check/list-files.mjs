import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Folders that hold what was fetched, built or stored, not written. */
const skipped = new Set([
  "node_modules",
  "dist",
  ".next",
  ".git",
  ".turbo",
  ".data",
  "test-results",
  "playwright-report",
]);

/** The paths of all files that people wrote, below a root and relative to it, with slashes. */
export function listFiles(root, folder = "") {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return entry.isFile() && !entry.name.includes(".generated.") ? [path] : [];
    return skipped.has(entry.name) ? [] : listFiles(root, path);
  });
}

/** Code that a parser of TypeScript reads. */
export function isCode(path) {
  return /\.(ts|tsx|mts|mjs)$/.test(path);
}

/** What runs in tests and measurements alone. */
export function isForTests(path) {
  return /\.(test|proof|fixture)\.(ts|tsx|mjs)$|(^|\/)(testing|bench|e2e)\//.test(path);
}
