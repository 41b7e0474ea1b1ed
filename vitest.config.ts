import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const resolve = {
  conditions: ["@evently/source"],
  alias: { "~": fileURLToPath(new URL("apps/web/src", import.meta.url)) },
};
const exclude = ["**/node_modules/**", "**/dist/**", "**/.next/**"];

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr: { resolve },
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts", "apps/*/src/**/*.test.{ts,tsx}", "scripts/**/*.test.mjs"],
          exclude: [...exclude, "**/*.engine.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        ssr: { resolve },
        test: {
          name: "table",
          include: ["packages/*/src/**/*.engine.test.ts", "apps/*/src/**/*.engine.test.ts"],
          exclude,
          globalSetup: "packages/local-db/src/provide-engine.ts",
          testTimeout: 300_000,
          hookTimeout: 300_000,
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
          globalSetup: "packages/local-db/src/provide-engine.ts",
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
