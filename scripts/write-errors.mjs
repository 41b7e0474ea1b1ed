// npm run errors: writes docs/errors.md from the error registry.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { register } from "tsx/esm/api";
import { root } from "./lib/run.mjs";

register();
const { describeErrors } = await import("../packages/api/src/openapi/describe-errors.ts");
const page = join(root, "docs/errors.md");
writeFileSync(page, describeErrors());
console.log(`${page} is written.`);
