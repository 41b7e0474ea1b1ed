/**
 * An entry of oxlint's `no-restricted-properties`: what only the files `allowedIn` may use, with a line that breaks it and one that
 * keeps it, for the test.
 * @typedef {{ object?: string, property: string, message: string, allowedIn: string[], breaks: string, keeps: string }} PropertyRule
 */

const money =
  "Digits and symbols of a currency come from core's table, never from Intl, whose runtimes disagree: format an amount with formatMoney, a count with formatCount.";

/** @type {PropertyRule[]} */
export const propertyRules = [
  {
    object: "process",
    property: "env",
    message:
      "Settings are read once: add yours to packages/core/src/config.ts (the server: apps/server/src/process/config.ts, the site: apps/web/src/environment.ts) and pass it on.",
    allowedIn: [
      "packages/core/src/config.ts",
      "packages/core/src/testing/{open-core,drawn-seed,program-args}.ts",
      "packages/local-db/src/provide-engine.ts",
      "apps/server/src/{main,cli}.ts",
      "apps/web/src/environment.ts",
    ],
    breaks: "export const home = process.env.HOME;",
    keeps: "export const id = process.pid;",
  },
  {
    object: "Intl",
    property: "NumberFormat",
    message: money,
    allowedIn: ["packages/core/src/format/format-money.ts", "apps/web/src/ui/format/format-count.ts"],
    breaks: 'export const price = new Intl.NumberFormat("en", { style: "currency", currency: "HUF" });',
    keeps: 'export const list = new Intl.ListFormat("en");',
  },
  {
    property: "toLocaleString",
    message: money,
    allowedIn: [],
    breaks: 'export const shown = (4.5).toLocaleString("en", { style: "currency", currency: "HUF" });',
    keeps: "export const text = (4.5).toFixed(1);",
  },
];

const sources = ["packages/*/src/**", "apps/*/src/**"];

/** oxlint takes the rules of the last override that matches a file, so each lists all that hold there. In tests none does. */
export function propertyOverrides(tests) {
  const exempt = propertyRules.filter(({ allowedIn }) => allowedIn.length > 0);
  return [
    override(sources, propertyRules),
    ...exempt.map((rule) =>
      override(
        rule.allowedIn,
        propertyRules.filter((other) => other !== rule),
      ),
    ),
    { files: tests, rules: { "no-restricted-properties": "off" } },
  ];
}

function override(files, rules) {
  const entries = rules.map(({ allowedIn: _allowedIn, breaks: _breaks, keeps: _keeps, ...entry }) => entry);
  return { files, rules: { "no-restricted-properties": ["error", ...entries] } };
}
