import { propertyRules } from "./property-rules.mjs";

const lines = (count) => Array.from({ length: count }, (_, index) => `  console.log(${index});`).join("\n");
const fileOf = (count) =>
  `${Array.from({ length: count }, (_, index) => `export const line${index} = ${index};`).join("\n")}\n`;

/** For each rule of the configuration a text that breaks it and one that keeps it; where it takes two files, those alongside. */
export const ruleExamples = {
  "typescript/no-floating-promises": {
    breaks: "export function start() {\n  Promise.resolve(1);\n}\n",
    keeps: "export async function start() {\n  await Promise.resolve(1);\n}\n",
  },
  "typescript/no-misused-promises": {
    breaks: "export const odd = [1, 2].filter(async (number) => number % 2 === 1);\n",
    keeps: "export const odd = [1, 2].filter((number) => number % 2 === 1);\n",
  },
  "import/no-cycle": {
    breaks: 'import type { Other } from "./other.ts";\nexport type Own = Other;\n',
    keeps: 'import type { Apart } from "./apart.ts";\nexport type Own = Apart;\n',
    alongside: {
      "other.ts": 'import type { Own } from "./breaks.ts";\nexport type Other = Own;\n',
      "apart.ts": "export type Apart = 1;\n",
    },
  },
  "max-lines": { breaks: fileOf(251), keeps: fileOf(250) },
  "max-lines-per-function": {
    breaks: `export function long() {\n${lines(49)}\n}\n`,
    keeps: `export function long() {\n\n  // why\n${lines(48)}\n}\n`,
  },
  "no-restricted-properties": {
    breaks: propertyRules.map(({ breaks }) => `${breaks}\n`).join(""),
    keeps: propertyRules.map(({ keeps }) => `${keeps}\n`).join(""),
  },
};
