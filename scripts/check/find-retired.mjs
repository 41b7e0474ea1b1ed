import { posix } from "node:path";
import { isCode } from "./list-files.mjs";
import { readNames } from "./read-names.mjs";

/**
 * A word that has a standard term. Without `as` it is retired as a part of any name: of a folder, a file, an identifier, a heading. As a `type`
 * it is so where an identifier is this word alone, as a `component` in a .tsx file and as its name, as a `field` where a variable, parameter or property
 * is declared by this name, as a `function` where that can be called, as a `folder` and a `heading` there only.
 * @typedef {{ word: string, as?: "type" | "component" | "field" | "function" | "folder" | "heading", write: string }} Retired
 * @typedef {{ kind: "folder" | "file" | "name" | "heading", text: string, at?: number, inTsx?: boolean, field?: boolean, callable?: boolean }} Subject
 */

/** What of a file has a name that its authors chose. @returns {Subject[]} */
export function listSubjects(path, text) {
  const inTsx = path.endsWith(".tsx");
  const names = isCode(path) ? readNames(path, text) : [];
  return [
    { kind: "file", text: posix.basename(path).replace(/\..*$/, ""), inTsx },
    ...names.map(({ name, ...how }) => ({ kind: "name", text: name, inTsx, ...how })),
    ...(path.endsWith(".md") ? readHeadings(text) : []),
  ];
}

/** Whether a subject says a retired word. */
export function isRetired({ word, as }, { kind, text, inTsx, field, callable }) {
  switch (as) {
    case undefined: {
      const words = `-${kebab(text)}-`;
      return words.includes(`-${kebab(word)}-`) || words.includes(`-${kebab(word)}s-`);
    }
    case "heading":
      return kind === "heading" && text.toLowerCase().includes(word.toLowerCase());
    case "folder":
      return kind === "folder" && text === word;
    case "component":
      return inTsx === true && text === (kind === "file" ? kebab(word) : word);
    default:
      return kind === "name" && text === word && (as === "type" || (as === "field" ? field : callable));
  }
}

/** A name in its words: `restFor`, `rest_for` and "Rest for" are rest-for. */
function kebab(name) {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .toLowerCase();
}

function readHeadings(text) {
  const outside = text.replace(/^```[\s\S]*?^```/gm, (fenced) => fenced.replace(/[^\n]/g, " "));
  return [...outside.matchAll(/^#+ .*$/gm)].map(({ 0: heading, index }) => ({
    kind: "heading",
    text: heading,
    at: index,
  }));
}
