import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { root } from "./run.mjs";

const file = join(root, "docs/benchmarks.md");
const heading = "## ";
const introduction = `# Benchmarks

Measured by \`npm run bench\`. \`npm run bench -- hold\` repeats one benchmark and replaces only its section. Do not compare
figures from different machines or days: each section names its own. To compare with another commit, check it out, install and
build it, and measure both in one run: \`npm run bench -- hold seats --against PATH\`.
`;

/** A report (see apps/server/bench/report.ts) as a section of the file, its heading first. */
export function writeSection(name, { notes, tables }) {
  const bodies = tables.map(
    ({ title, columns, rows }) => `${tables.length > 1 ? `### ${title}\n\n` : ""}${toMarkdown(columns, rows)}`,
  );
  return `${heading}${name}\n\n${describeRun(name)}\n\n${bodies.join("\n\n")}\n\n${notes.join("\n\n")}\n`;
}

/** Puts sections, by name, into docs/benchmarks.md in the order of `names`; the other sections stay as they are. */
export function keepSections(sections, names) {
  const kept = existsSync(file) ? readSections(readFileSync(file, "utf8")) : new Map();
  for (const [name, text] of sections) kept.set(name, text);
  const all = names.flatMap((name) => kept.get(name) ?? []);
  writeFileSync(file, [introduction, ...all].join("\n"));
}

/** The sections of the file, by the name in their heading. */
export function readSections(text) {
  const parts = text.split(/^## /m).slice(1);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf("\n")), `${heading}${part.trimEnd()}\n`]));
}

export function toMarkdown(columns, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

function describeRun(name) {
  const [cpu] = cpus();
  const machine = `${cpu?.model.trim() ?? "unknown processor"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const date = new Date().toISOString().slice(0, 10);
  return `${machine}; Node ${process.versions.node}; ${date}${describeCommit()}; \`npm run bench -- ${name}\`.`;
}

function describeCommit() {
  try {
    const options = { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
    return `, commit ${execFileSync("git", ["rev-parse", "--short", "HEAD"], options).trim()}`;
  } catch {
    return "";
  }
}
