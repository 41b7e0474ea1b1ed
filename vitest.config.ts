import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const resolve = {
  conditions: ["@evently/source"],
  alias: { "~": fileURLToPath(new URL("apps/web/src", import.meta.url)) },
};
const exclude = ["**/node_modules/**", "**/dist/**", "**/.next/**"];

// Modules are loaded once a worker, not once a file: no test changes what a module keeps.
const isolate = false;

const setupFiles = "packages/core/src/testing/draw-from-seed.ts";

// For what hangs: no test is expected to come near them, however busy the machine.
const limits = { testTimeout: 900_000, hookTimeout: 900_000, expect: { poll: { timeout: 900_000 } } };

// Most of a test on an engine is waiting for it.
const maxWorkers = Math.max(2, availableParallelism());
const onAnEngine = {
  isolate,
  setupFiles,
  globalSetup: "packages/local-db/src/provide-engine.ts",
  maxWorkers: maxWorkers + 1,
  ...limits,
};
// What the storage promises is tested on every engine, what the server makes of it on one.
const races = "apps/server/src/proofs/races.engine.test.ts";
// What is left where a process ends is the same on every engine; a proof shows it on each.
const killed = "packages/core/src/**/*-killed.engine.test.ts";
// They load a reader of PDF that replaces parts of the language, JSON.parse among them.
const changesGlobals = "packages/tickets/src/**/*.test.ts";
// Minutes of a sale, of which a process counts what matters in its memory.
const hoarding = "packages/core/src/network/hoarding.engine.test.ts";

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr: { resolve },
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts", "apps/*/{src,bench}/**/*.test.{ts,tsx}", "scripts/**/*.test.mjs"],
          exclude: [...exclude, "**/*.engine.test.ts", changesGlobals],
          isolate,
          setupFiles,
          maxWorkers,
          ...limits,
        },
      },
      {
        resolve,
        ssr: { resolve },
        test: {
          name: "unit-apart",
          include: [changesGlobals],
          exclude,
          isolate: true,
          setupFiles,
          maxWorkers,
          ...limits,
        },
      },
      {
        resolve,
        ssr: { resolve },
        test: {
          ...onAnEngine,
          name: "table",
          include: ["packages/{core,local-db}/src/**/*.engine.test.ts", races],
          exclude: [...exclude, hoarding, killed],
        },
      },
      {
        resolve,
        ssr: { resolve },
        test: {
          ...onAnEngine,
          name: "server",
          include: [
            ...["packages/{api,demo,stripe}/src/**/*.engine.test.ts", "apps/server/src/**/*.engine.test.ts"],
            ...[hoarding, killed],
          ],
          exclude: [...exclude, races],
        },
      },
      {
        resolve,
        ssr: { resolve },
        test: {
          name: "proof",
          include: ["packages/**/*.proof.ts", "apps/**/*.proof.ts"],
          env: { EVENTLY_PROOF: "1" },
          exclude,
          setupFiles,
          globalSetup: "packages/local-db/src/provide-engine.ts",
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
