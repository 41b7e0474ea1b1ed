import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../lib/run.mjs";

const require = createRequire(import.meta.url);
const urlOf = (path) => pathToFileURL(path).href;

/** What oxlint with the repository's configuration says of another tree: `file:line message` and `file rule` of each of its findings. */
export async function reportIn(tree) {
  writeFileSync(
    join(tree, "oxlint.config.ts"),
    `export { default } from "${urlOf(join(root, "oxlint.config.ts"))}";\n`,
  );
  writeFileSync(join(tree, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(tree, "tsconfig.json"), '{ "compilerOptions": { "strict": true, "module": "NodeNext" } }\n');
  const oxlint = join(root, "node_modules/oxlint/bin/oxlint");
  const args = ["--import", urlOf(require.resolve("tsx")), oxlint, "--type-aware", "--quiet", "--format=json"];
  const output = await new Promise((done) => {
    execFile(process.execPath, args, { cwd: tree, maxBuffer: 1e8 }, (_, said, complained) => done(said || complained));
  });
  return new Set(JSON.parse(output).diagnostics.flatMap(linesOf));
}

/** oxlint names a rule `plugin(rule)`, with eslint before those that are named without a plugin in a configuration. */
function linesOf({ filename, code = "", help, labels }) {
  const [, plugin, rule] = /^(.*)\((.*)\)$/.exec(code) ?? [];
  const name = plugin === "eslint" ? rule : `${plugin?.replace("-eslint", "")}/${rule}`;
  return [`${filename}:${labels[0]?.span.line} ${help}`, `${filename} ${name}`];
}
