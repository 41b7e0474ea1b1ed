import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./run.mjs";

const web = join(root, "apps/web");

/** Bundles the site's own server into one file, apps/web/dist/server.js, which needs nothing but Next beside it. */
export async function bundleSite() {
  await build({
    absWorkingDir: web,
    entryPoints: ["src/server/main.ts"],
    outfile: "dist/server.js",
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    conditions: ["@evently/source"],
    external: ["next"],
    logLevel: "warning",
  });
}
