import { createRequire } from "node:module";

const tsx = createRequire(import.meta.url).resolve("tsx");

/**
 * What Node is told to run a program of ours, named by the path of its source, in a process of its own: with EVENTLY_BUILT what was just
 * built of it, since each process that reads the source compiles it anew; else the source.
 */
export function programArgs(source: string): string[] {
  if (!process.env.EVENTLY_BUILT) return ["--import", tsx, "--conditions=@evently/source", source];
  return [source.replace(/\/src\/((?:(?!\/src\/).)+)\.ts$/, "/dist/$1.js")];
}
