import type { OxlintConfig } from "oxlint";
import { coreBlocks } from "./scripts/boundaries/core-rules.mjs";
import { packageBlocks } from "./scripts/boundaries/package-rules.mjs";
import { propertyOverrides } from "./scripts/boundaries/property-rules.mjs";
import { toOverride } from "./scripts/boundaries/restrict.mjs";
import { webBlocks } from "./scripts/boundaries/web-rules.mjs";

/** Tests and stories describe one thing in one long callback. */
const tests = ["**/*.{test,proof}.{ts,tsx,mjs}", "apps/web/e2e/**"];

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
    ...propertyOverrides(tests),
    ...[...coreBlocks, ...packageBlocks, ...webBlocks].map(toOverride),
  ],
};

export default config;
