// node scripts/image/build-server.mjs: fills image/ with the API as it runs in a container: compiled files and what they import.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail, node, pnpm, root } from "../lib/run.mjs";

const image = join(root, "image");
const parts = [
  "packages/core",
  "packages/calendar",
  "packages/tickets",
  "packages/api",
  "packages/demo",
  "packages/mail",
  "packages/stripe",
  "apps/server",
];
const left = /\.(test|proof)\.|\.d\.m?ts(\.map)?$|\/testing(\/|$)|\.tsbuildinfo$/;

if ((await node(["node_modules/typescript/bin/tsc", "-b", "apps/server"])) !== 0) fail("The build failed, see above.");

rmSync(image, { recursive: true, force: true });
const manifests = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"];
for (const file of [...manifests, "LICENSE", "packages/demo/catalog.json"]) copy(file);
for (const part of parts) {
  copy(`${part}/package.json`);
  copy(`${part}/dist`);
}
const install = ["install", "--prod", "--frozen-lockfile", "--filter", "@evently/server..."];
if ((await pnpm(install, { cwd: image, env: { CI: "true" } })) !== 0) fail("The install failed, see above.");

function copy(path) {
  mkdirSync(dirname(join(image, path)), { recursive: true });
  cpSync(join(root, path), join(image, path), { recursive: true, filter: (from) => !left.test(from) });
}
