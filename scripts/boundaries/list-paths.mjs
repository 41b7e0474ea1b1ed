/** Paths that a pattern of the lint matches: one for each choice that its braces give. */
export function listPaths(pattern) {
  const braces = /\{([^}]*)\}/.exec(pattern);
  if (braces) return braces[1].split(",").flatMap((choice) => listPaths(pattern.replace(braces[0], choice)));
  return [pattern.replace(/\*\*$/, "any/example.ts").replaceAll("**", "any").replaceAll("*", "example")];
}
