import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./run.mjs";

const web = join(root, "apps/web");

/** What runs in a browser beside its pages, by the name of its file. */
const scripts = {
  "door-worker": "src/features/door/offline/door-worker.ts",
  "code-reader": "src/features/door/camera/code-reader.ts",
  "ticket-worker": "src/features/offline/ticket-worker.ts",
};

/** Bundles the site's own server into one file, apps/web/dist/server.js, which needs nothing but Next and these scripts beside it. */
export async function bundleSite() {
  await build({
    absWorkingDir: web,
    entryPoints: scripts,
    outdir: "dist",
    bundle: true,
    minify: true,
    platform: "browser",
    format: "iife",
    target: "es2022",
    logLevel: "warning",
  });
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
