// Circles between folders at run time; those between files, types included, are the lint's (import/no-cycle).
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { findCircles, readFolderImports } from "./check/find-circles.mjs";
import { fail, root } from "./lib/run.mjs";

const packages = readdirSync(join(root, "packages")).map((name) => `packages/${name}/src`);
const parents = [...packages, "apps/server/src", "apps/web/src", "apps/web/src/features"];
const circles = parents.flatMap((parent) => findCircles(readFolderImports(root, parent)));
if (circles.length > 0) fail(circles.map((way) => `These imports close a circle:\n  ${way.join("\n  ")}`).join("\n"));
console.log("No folder imports another that imports it in turn.");
