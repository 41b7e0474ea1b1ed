import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const here = fileURLToPath(new URL(".", import.meta.url));

/** Prices as they are typed into the form, read and printed again, for every currency. */
const program = `
  import { currencies } from "@evently/core/money/currencies.rules";
  import { formatMoney } from "@evently/core/format/format-money";
  import { parseMoney } from "./parse-money";

  const typed = ["0", "45", "45.5", "45,50", "45.505", "1 250,75", "1,250.00", "1.250.000", "１２５０", "999999999"];
  const answers = currencies.flatMap((currency) =>
    typed.map((text) => {
      const read = parseMoney(text, currency);
      return [currency, text, "amount" in read ? [read.amount, formatMoney(read.amount, currency)] : read.fault];
    }),
  );
  console.log(JSON.stringify([process.version, answers]));
`;

let folder: string;
let script: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "evently-prices-"));
  script = join(folder, "prices.mjs");
  await build({
    stdin: { contents: program, resolveDir: here, loader: "ts" },
    bundle: true,
    outfile: script,
    format: "esm",
    platform: "node",
    conditions: ["@evently/source"],
    alias: { "~": fileURLToPath(new URL("../../..", import.meta.url)) },
  });
});
afterAll(() => rm(folder, { recursive: true }));

test.each(["20.19.0", "24"])(
  "prices typed and shown under Node %s agree with those of the Node that runs this",
  async (version) => {
    const other = await runPrices(await installNode(version));
    const own = await runPrices(process.execPath);
    expect(other.version).toMatch(new RegExp(`^v${version}`));
    expect(other.answers.length).toBeGreaterThan(1_500);
    expect(other.answers).toEqual(own.answers);
  },
);

async function runPrices(node: string): Promise<{ version: string; answers: unknown[] }> {
  const { stdout } = await run(node, [script], { maxBuffer: 1e8 });
  const [version, answers] = JSON.parse(stdout) as [string, unknown[]];
  return { version, answers };
}

/** Another Node from npm, into a folder that goes away with the proof; its path. */
async function installNode(version: string): Promise<string> {
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const into = join(folder, version);
  const npm = ["install", "--prefix", into, "--no-save", "--no-audit", "--no-fund", `${name}@${version}`];
  await writeFile(join(folder, "package.json"), "{}");
  await run("npm", npm, { cwd: folder, shell: process.platform === "win32" });
  const binaries = ["node", "node.exe"].map((file) => join(into, "node_modules", name, "bin", file));
  const node = binaries.find((path) => existsSync(path));
  if (node === undefined) throw new Error(`${name}@${version} has no binary`);
  return node;
}
