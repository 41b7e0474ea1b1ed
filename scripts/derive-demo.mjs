import { readFileSync, writeFileSync } from "node:fs";
import { argv, exit, stderr, stdout } from "node:process";
import { deriveCatalog } from "../packages/demo/src/derive/derive-catalog.mjs";

const [source] = argv.slice(2);
if (!source) {
  stderr.write("Usage: node scripts/derive-demo.mjs SOURCE.json (a file of the orchestra's performance history)\n");
  exit(2);
}
const target = new URL("../packages/demo/catalog.json", import.meta.url);
const catalog = deriveCatalog(JSON.parse(readFileSync(source, "utf8")));
writeFileSync(target, `${JSON.stringify(catalog, null, 1)}\n`);
stdout.write(`${catalog.events.length} concerts written to ${target.pathname}\n`);
