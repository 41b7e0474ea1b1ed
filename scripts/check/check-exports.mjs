import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isCode, isForTests, listFiles } from "./list-files.mjs";
import { readImports } from "./read-imports.mjs";

/**
 * What is wrong with the exports of the packages of a tree, as one line each: an entry that no other package imports, an import that has no
 * entry, a file for tests that a source imports. The one entry that names no file of its own is testing/*, for tests.
 * @returns {string[]}
 */
export function checkExports(root) {
  const packages = readdirSync(join(root, "packages")).map((folder) => readPackage(root, folder));
  const imports = listFiles(root)
    .filter(isCode)
    .flatMap((path) => importsOf(root, path));
  return packages.flatMap(({ name, folder, entries }) => {
    const outside = imports.filter(({ path, from }) => from.startsWith(`${name}/`) && !path.startsWith(folder));
    const used = outside.map(({ path, from }) => ({ path, entry: entryFor(from.slice(name.length + 1)) }));
    return [
      ...entries
        .filter((entry) => !used.some((use) => use.entry === entry))
        .map((entry) => `${name} exports ${entry}, which no other package imports`),
      ...used
        .filter(({ entry }) => !entries.includes(entry))
        .map(({ path, entry }) => `${path} imports ${entry}, which ${name} does not export`),
      ...used
        .filter(({ path, entry }) => entry === testing && !isForTests(path))
        .map(({ path }) => `${path} is no test, and imports what ${name} has for tests`),
    ];
  });
}

const testing = "./testing/*";

function entryFor(subpath) {
  return subpath.startsWith("testing/") ? testing : `./${subpath}`;
}

function readPackage(root, folder) {
  const { name, exports = {} } = JSON.parse(readFileSync(join(root, "packages", folder, "package.json"), "utf8"));
  return { name, folder: `packages/${folder}/`, entries: Object.keys(exports) };
}

function importsOf(root, path) {
  return readImports(path, readFileSync(join(root, path), "utf8")).map(({ from }) => ({ path, from }));
}
