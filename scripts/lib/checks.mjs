import { join } from "node:path";
import { node, pnpm, root } from "./run.mjs";

/** Format, imports and lint; changes nothing. */
export function biome() {
  return node(["node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off", "."]);
}

/** Which way imports may point, sizes, and promises that nobody awaits; tsx, since Node 20 reads no TypeScript configuration by itself. */
export function oxlint() {
  return node(["--import", "tsx", "node_modules/oxlint/bin/oxlint", "--type-aware", "--quiet"]);
}

/** Folders that import each other in a circle; in a process of its own, as its parser is not there before the install. */
export function circles() {
  return node(["scripts/check-circles.mjs"]);
}

/** Words that have a standard term, in names and headings. */
export function words() {
  return node(["scripts/check-words.mjs"]);
}

/** Dead files, exports and dependencies. */
export function knip() {
  return node(["node_modules/knip/bin/knip.js", "--no-progress"]);
}

/** Types of the packages and the server, which also builds them. */
export function packageTypes() {
  return node(["node_modules/typescript/bin/tsc", "-b"]);
}

/** Types of the site, after Next has written the declarations of its routes. */
export async function webTypes() {
  const web = join(root, "apps/web");
  const generated = await node(["node_modules/next/dist/bin/next", "typegen"], { cwd: web });
  return generated || node([join(root, "node_modules/typescript/bin/tsc"), "--noEmit"], { cwd: web });
}

/** The production build of everything, from turbo's cache where nothing changed. */
export function build() {
  return pnpm(["exec", "turbo", "run", "build", "--output-logs=errors-only"]);
}
