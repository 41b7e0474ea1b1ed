/**
 * An entry of oxlint's `no-restricted-imports`, with imports that break it and such as keep it, for the test: a path, or a whole statement
 * where it matters whether types alone are imported.
 * @typedef {{ regex?: string, group?: string[], allowTypeImports?: boolean, message: string, breaks: string[], keeps?: string[] }} ImportRule
 * @typedef {{ files: string[], importRules: ImportRule[] }} Block
 */

/**
 * An override of the lint. Where two match a file, oxlint takes the later one's rules alone, so each lists all of them.
 * @param {string[]} files
 * @param {ImportRule[]} importRules
 * @returns {Block}
 */
export function restrict(files, importRules) {
  return { files, importRules };
}

/** The sources of a folder import nothing that is for tests, its tests do; `inTests` where these may import more. */
export function restrictFolder(folder, importRules, inTests = importRules) {
  return [restrict([`${folder}/**`], [...importRules, noTesting]), restrict(testsOf(folder), inTests)];
}

/** What of a folder runs in tests alone. */
export function testsOf(folder) {
  return [`${folder}/**/*.{test,proof}.{ts,tsx}`, `${folder}/**/testing/**`];
}

/** The block as oxlint reads it. */
export function toOverride({ files, importRules }) {
  const patterns = importRules.map(({ breaks: _breaks, keeps: _keeps, ...pattern }) => pattern);
  return { files, rules: { "no-restricted-imports": ["error", { patterns }] } };
}

export const noTesting = {
  regex: "(^|/)testing/",
  message: "What stands in testing/ is for tests and measurements: move what the product needs out of it.",
  breaks: ["@evently/core/testing/open-core", "../testing/open-world.ts", "./testing/open-world.ts"],
  keeps: ["./testing.ts"],
};

export const onlyCoreSends = {
  regex: "^@aws-sdk/",
  message: "Only core talks to the table: call a verb of @evently/core/<noun>, from the site over tRPC.",
  breaks: ["@aws-sdk/lib-dynamodb"],
};
