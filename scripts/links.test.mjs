import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./lib/run.mjs";

const own = readdirSync(root);
const inDocs = readdirSync(join(root, "docs"), { recursive: true }).map((file) => `docs/${file}`);
const documents = [...own, ...inDocs, "packages/demo/README.md"].filter((file) => file.endsWith(".md"));

test.each(documents)("%s leads to files, headings and lines that are there", (document) => {
  const text = readFileSync(join(root, document), "utf8");
  const links = text
    .split("\n")
    .flatMap((line) => [...line.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => ({ to, line })));
  const lost = links.filter(({ to }) => !/^https?:/.test(to)).filter(({ to, line }) => !leads(document, to, line));
  expect(lost.map(({ to }) => to)).toEqual([]);
});

/** Whether a link ends at something. One to a line must end where a name that its own line has in backticks is declared. */
function leads(document, to, line) {
  const [path, anchor] = to.split("#");
  const file = path === "" ? join(root, document) : join(root, dirname(document), path);
  if (!existsSync(file)) return false;
  if (anchor === undefined) return true;
  const lines = readFileSync(file, "utf8").split("\n");
  const number = /^L(\d+)$/.exec(anchor)?.[1];
  if (!number) return lines.some((heading) => /^#+ /.test(heading) && slug(heading) === anchor);
  const names = [...line.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  const declared = /^(?:export )?(?:const|function) (\w+)/.exec(lines[Number(number) - 1] ?? "")?.[1];
  return names.includes(declared);
}

/** How a heading is called in an address. */
function slug(heading) {
  return heading
    .replace(/^#+ /, "")
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");
}
