import { parseSync } from "oxc-parser";

/**
 * What a file imports and exports again, by `import()` of a literal too, and whether types alone.
 * @returns {{ from: string, typesOnly: boolean }[]}
 */
export function readImports(path, text) {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const imported = module.staticImports.map(({ moduleRequest, entries }) => ({
    from: moduleRequest.value,
    typesOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const exported = module.staticExports
    .flatMap(({ entries }) => entries)
    .filter(({ moduleRequest }) => moduleRequest)
    .map(({ moduleRequest, isType }) => ({ from: moduleRequest.value, typesOnly: isType }));
  const dynamic = module.dynamicImports
    .map(({ moduleRequest: { start, end } }) => /^["'](.*)["']$/.exec(text.slice(start, end))?.[1])
    .filter((from) => from !== undefined)
    .map((from) => ({ from, typesOnly: false }));
  return [...imported, ...exported, ...dynamic];
}
