import { allowedTo, folders, forbiddenTo, rootFiles } from "./core-layers.mjs";
import { noTesting, restrict, testsOf } from "./restrict.mjs";

const core = "packages/core/src";
/** Folders whose files never run in a browser. */
const serverOnly = ["table", "audit"];
const nouns = folders.filter((folder) => !["table", "caching", "concurrency", "text"].includes(folder)).join("|");

const noHost = {
  regex: "^(@trpc/|hono|@hono/|react|next($|/)|stripe($|/)|@evently/)",
  message:
    "Core knows nothing of tRPC, HTTP, React, Next, Stripe and the other packages: return a value or throw an EventlyError, and let the router or the page above do the rest.",
  breaks: ["@trpc/server", "hono", "@hono/node-server", "react", "next/navigation", "stripe", "@evently/api/root"],
};

/** A table file states items and conditions, and sends nothing. */
const tableRules = [
  {
    regex: `^(\\./|\\.\\./(${nouns})/)[^/]+-[^/.]+\\.ts$`,
    message: "Verbs import tables, never back: move what both need into this file or into <noun>.ts.",
    breaks: ["./place-hold.ts", "../user/get-user.ts"],
    keeps: ["./hold.ts", "../table/due-index.ts", "./seat-keys.rules.ts"],
  },
  {
    regex: "^(@aws-sdk/|(\\.\\./)+core\\.ts$)",
    message: "A table file states items and conditions and talks to nobody: send them from a <verb>-<noun>.ts.",
    breaks: ["@aws-sdk/lib-dynamodb", "../core.ts"],
  },
];

/** Schemas and pure rules run in the browser as well. */
const browserRules = [
  {
    regex: "(\\.table\\.ts$|/table/|^@aws-sdk/|^node:)",
    message:
      "<noun>.ts and <noun>.rules.ts run in the browser too, so they hold schemas and pure rules only: items and conditions belong into <noun>.table.ts, what talks to the table into <verb>-<noun>.ts.",
    breaks: ["./seat.table.ts", "../table/keys.ts", "@aws-sdk/lib-dynamodb", "node:crypto"],
    keeps: ["./table.ts", "zod/mini"],
  },
  {
    regex: `^(\\./|\\.\\./(${nouns})/)[^/]+-[^/.]+\\.ts$`,
    message: "Verbs import nouns, never back: move the rule that both need into this file.",
    breaks: ["./get-seat.ts", "../user/get-user.ts"],
    keeps: ["./layout.ts", "../user/user.ts", "./seat-keys.rules.ts"],
  },
  {
    regex: "^zod$",
    message: "The browser gets this file: import zod/mini, a fifth of the size.",
    breaks: ["zod"],
    keeps: ["zod/mini"],
  },
];

const onlyTypes = {
  regex: ".",
  allowTypeImports: true,
  message:
    "core.ts is the type that every verb is given: it imports types alone. What runs belongs into create-core.ts.",
  breaks: ['import { createCatalog } from "./catalog/create-catalog.ts";', 'import "./config.ts";'],
  keeps: ["./catalog/create-catalog.ts"],
};

/** Imports of core point down: see core-layers.mjs. */
function layerRule(name, here) {
  const isFolder = (other) => folders.includes(other);
  const [forbidden, allowed] = [forbiddenTo(name), allowedTo(name)];
  const starts = forbidden.map((other) => (isFolder(other) ? `${other}/` : `${other}\\.ts$`));
  const imported = (other) => (isFolder(other) ? `${here}${other}/any-file.ts` : `${here}${other}.ts`);
  return {
    regex: `^(\\./|(\\.\\./)+)(${starts.join("|")})`,
    message: `Imports of core point down: ${name} may import ${allowed.join(", ") || "no other file of core"}.`,
    breaks: forbidden.map(imported),
    keeps: [...allowed.map(imported), `${here}core.ts`],
  };
}

function folderBlocks(folder) {
  const importRules = [layerRule(folder, "../"), noTesting, noHost];
  const blocks = [restrict([`${core}/${folder}/**`], importRules)];
  if (folder !== "table") blocks.push(restrict([`${core}/${folder}/*.table.ts`], [...tableRules, ...importRules]));
  const files = [`${core}/${folder}/${folder}.ts`, `${core}/${folder}/*.rules.ts`];
  if (!serverOnly.includes(folder)) blocks.push(restrict(files, [...browserRules, ...importRules]));
  return blocks;
}

function fileBlock(file) {
  const inBrowser = ["errors", "ids", "time"].includes(file) ? browserRules : [];
  return restrict([`${core}/${file}.ts`], [...inBrowser, layerRule(file, "./"), noTesting, noHost]);
}

export const coreBlocks = [
  ...folders.flatMap(folderBlocks),
  ...rootFiles.map(fileBlock),
  restrict([`${core}/core.ts`], [onlyTypes, noTesting, noHost]),
  restrict(testsOf(core), [noHost]),
];
