import type { OxlintConfig } from "oxlint";
import { coreBlocks } from "./scripts/boundaries/core-rules.mjs";
import { packageBlocks } from "./scripts/boundaries/package-rules.mjs";
import { toOverride } from "./scripts/boundaries/restrict.mjs";
import { webBlocks } from "./scripts/boundaries/web-rules.mjs";

/** Tests and stories describe one thing in one long callback. */
const tests = ["**/*.{test,proof}.{ts,tsx,mjs}", "apps/web/e2e/**"];

/** Where settings are read. */
const settings = [
  "packages/core/src/config.ts",
  "packages/core/src/testing/open-core.ts",
  "packages/local-db/src/provide-engine.ts",
  "apps/server/src/{main,cli}.ts",
  "apps/web/src/environment.ts",
];

const config: OxlintConfig = {
  plugins: ["typescript", "import"],
  categories: { correctness: "off" },
  ignorePatterns: ["**/dist/**", "**/.next/**"],
  rules: {
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "import/no-cycle": ["error", { ignoreTypes: false }],
    "max-lines": ["error", { max: 250 }],
    "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }],
  },
  overrides: [
    { files: tests, rules: { "max-lines-per-function": "off" } },
    {
      files: ["packages/*/src/**", "apps/*/src/**"],
      rules: {
        "no-restricted-properties": [
          "error",
          {
            object: "process",
            property: "env",
            message:
              "Settings are read once: add yours to packages/core/src/config.ts (the server: apps/server/src/process/config.ts, the site: apps/web/src/environment.ts) and pass it on.",
          },
        ],
      },
    },
    { files: [...settings, ...tests], rules: { "no-restricted-properties": "off" } },
    ...[...coreBlocks, ...packageBlocks, ...webBlocks].map(toOverride),
  ],
};

export default config;
