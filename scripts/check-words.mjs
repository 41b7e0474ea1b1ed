// Words that Evently no longer uses, in identifiers, names of files and folders, and headings: retired-words.json has the term for each.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listRetired } from "./check/list-retired.mjs";
import { fail, root } from "./lib/run.mjs";

const found = listRetired(root, JSON.parse(readFileSync(join(root, "scripts/retired-words.json"), "utf8")));
if (found.length > 0) fail(found.join("\n"));
console.log("No name says a retired word.");
