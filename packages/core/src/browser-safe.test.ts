import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";

const forBrowsers = ["errors", "ids", "venue", "layout", "event", "seat", "hold", "booking", "payment", "text", "user"];

test.each(forBrowsers)("@evently/core/%s bundles for the browser without Node, AWS or table code", async (entry) => {
  expect((await bundledFiles(entry)).filter(isForServers)).toEqual([]);
});

const rules = [
  "analytics/analytics.rules",
  "booking/booking.rules",
  "text/csv",
  "event/event.rules",
  "money/currencies.rules",
  "money/money.rules",
  "text/email.rules",
  "layout/layout.rules",
  "layout/neighbors.rules",
  "venue/seat-csv.rules",
];

test.each(rules)("@evently/core/%s brings no schemas and nothing of a server", async (entry) => {
  const files = await bundledFiles(entry);
  expect(files.filter((file) => isForServers(file) || file.includes("/zod/"))).toEqual([]);
});

test.each(forBrowsers)("@evently/core/%s takes zod/mini, not the whole of zod", async (entry) => {
  expect((await bundledFiles(entry)).filter((file) => file.includes("/zod/v4/classic/"))).toEqual([]);
});

test("table code would be noticed", async () => {
  expect((await bundledFiles("table/transact")).filter(isForServers)).not.toEqual([]);
});

function isForServers(file: string): boolean {
  return /node_modules\/@(aws-sdk|smithy)\/|\.table\.ts$|src\/table\/|^node:/.test(file);
}

async function bundledFiles(entry: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: {
      contents: `export * from "@evently/core/${entry}";`,
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    bundle: true,
    write: false,
    metafile: true,
    platform: "browser",
    external: ["node:*"],
    conditions: ["@evently/source"],
    logLevel: "silent",
  });
  const imported = Object.values(metafile.inputs).flatMap((input) => input.imports.map(({ path }) => path));
  return [...Object.keys(metafile.inputs), ...imported];
}
