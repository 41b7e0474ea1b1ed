import { join } from "node:path";
import { node, pnpm, root } from "../lib/run.mjs";

/** Format, imports and lint; changes nothing. */
export function biome(options) {
  return node(["node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off", "."], options);
}

/** Which way imports may point, sizes, and promises that nobody awaits; tsx, since Node 20 reads no TypeScript configuration by itself. */
export function oxlint(options) {
  return node(["--import", "tsx", "node_modules/oxlint/bin/oxlint", "--type-aware", "--quiet"], options);
}

/** Folders that import each other in a circle; in a process of its own, as its parser is not there before the install. */
export function circles(options) {
  return node(["scripts/check-circles.mjs"], options);
}

/** Binaries that the lockfile lacks for some platform. */
export function binaries(options) {
  return node(["scripts/check-binaries.mjs"], options);
}

/** Words that have a standard term, in names and headings. */
export function words(options) {
  return node(["scripts/check-words.mjs"], options);
}

/** Dead files, exports and dependencies. */
export function knip(options) {
  return node(["node_modules/knip/bin/knip.js", "--no-progress"], options);
}

/** Types of the packages and the server, which also builds them. */
export function packageTypes(options) {
  return node(["node_modules/typescript/bin/tsc", "-b"], options);
}

/** Types of the site, after Next has written the declarations of its routes. */
export async function webTypes(options) {
  const inWeb = { ...options, cwd: join(root, "apps/web") };
  const generated = await node(["node_modules/next/dist/bin/next", "typegen"], inWeb);
  return generated || node([join(root, "node_modules/typescript/bin/tsc"), "--noEmit"], inWeb);
}

/** The production build of everything, from turbo's cache where nothing changed. */
export function build(options) {
  return pnpm(["exec", "turbo", "run", "build", "--output-logs=errors-only"], options);
}
