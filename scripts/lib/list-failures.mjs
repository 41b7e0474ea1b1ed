import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "./run.mjs";

// With the line of counts, what failed fits into the last 60 lines of a log.
const mostLines = 56;
const mostOfOne = 12;

/**
 * What failed in all steps, as lines: each with its step, name and file, and the first lines of its error, the fewer the more there are.
 * @param {{ step: string, name?: string, file?: string, error?: string }[]} failures
 */
export function listFailures(failures) {
  const listed = failures.slice(0, mostLines);
  const ofEach = Math.min(mostOfOne, Math.floor(mostLines / listed.length) - 1);
  const lines = listed.flatMap((failure) => [describeFailure(failure), ...firstLines(failure.error, ofEach)]);
  const left = failures.length - listed.length;
  return left > 0 ? [...lines, `and ${left} more, above`] : lines;
}

function describeFailure({ step, name, file }) {
  return ["FAILED", step, file && relative(root, file), name].filter(Boolean).join(" › ");
}

function firstLines(error = "", count) {
  return stripVTControlCharacters(error)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, count)
    .map((line) => `  ${line.slice(0, 240)}`);
}
