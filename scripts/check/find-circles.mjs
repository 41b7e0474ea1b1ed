import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { isCode, isForTests, listFiles } from "./list-files.mjs";
import { readImports } from "./read-imports.mjs";

/** The run-time imports between the folders that stand in one folder, of its sources: for each, the others with an import that leads there. */
export function readFolderImports(root, parent) {
  const graph = new Map();
  for (const path of listFiles(root, parent).filter((file) => isCode(file) && !isForTests(file))) {
    const own = folderOf(path, parent);
    for (const { from, typesOnly } of readImports(path, readFileSync(join(root, path), "utf8"))) {
      const other = folderOf(resolveImport(path, from), parent);
      if (typesOnly || own === null || other === null || other === own) continue;
      if (!graph.has(own)) graph.set(own, new Map());
      graph.get(own).set(other, `${path} imports ${from}`);
    }
  }
  return graph;
}

/** Each circle that a graph of folders has, as the imports on its way; a folder is told of once. */
export function findCircles(graph) {
  const seen = new Set();
  return [...graph.keys()].flatMap((start) => {
    const way = seen.has(start) ? null : findWay(graph, start, start);
    if (way === null) return [];
    for (const [folder] of way) seen.add(folder);
    return [way.map(([, reason]) => reason)];
  });
}

/** The shortest way from one folder to another, as pairs of a folder and the import that leads out of it. */
function findWay(graph, start, end) {
  const visited = new Set();
  let ways = [{ at: start, way: [] }];
  while (ways.length > 0) {
    const next = [];
    for (const { at, way } of ways) {
      for (const [to, reason] of graph.get(at) ?? []) {
        if (to === end) return [...way, [at, reason]];
        if (!visited.has(to)) next.push({ at: to, way: [...way, [at, reason]] });
        visited.add(to);
      }
    }
    ways = next;
  }
  return null;
}

function resolveImport(path, from) {
  if (from.startsWith("~/")) return `apps/web/src/${from.slice(2)}`;
  return from.startsWith(".") ? posix.join(posix.dirname(path), from) : "";
}

/** The folder of a file right below another; null for what stands elsewhere, or not in a folder. */
function folderOf(path, parent) {
  const inside = path.startsWith(`${parent}/`) ? path.slice(parent.length + 1).split("/") : [];
  return inside.length > 1 ? inside[0] : null;
}
