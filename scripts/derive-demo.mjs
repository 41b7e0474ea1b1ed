import { readFileSync, writeFileSync } from "node:fs";
import { argv, exit, stderr, stdout } from "node:process";
import { deriveCatalog } from "../packages/demo/src/derive/derive-catalog.mjs";
import { groupProductions } from "../packages/demo/src/derive/group-productions.mjs";

const [source] = argv.slice(2);
if (!source) {
  stderr.write("Usage: node scripts/derive-demo.mjs SOURCE.json (a file of the orchestra's performance history)\n");
  exit(2);
}
const target = new URL("../packages/demo/catalog.json", import.meta.url);
const { events, ...origin } = deriveCatalog(JSON.parse(readFileSync(source, "utf8")));
const productions = groupProductions(events);
writeFileSync(target, `${JSON.stringify({ ...origin, productions }, null, 1)}\n`);
stdout.write(`${productions.length} productions on ${events.length} dates written to ${target.pathname}\n`);
