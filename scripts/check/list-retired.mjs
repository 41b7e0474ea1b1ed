import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { isRetired, listSubjects } from "./find-retired.mjs";
import { isCode, listFiles } from "./list-files.mjs";

/** A retired word that may stay where it is, and why. @typedef {{ word: string, in: string, reason: string }} Kept */

/**
 * Each retired word of a tree, as one line that says where it is and what to write; and each exception that no file needs any more.
 * @returns {string[]}
 */
export function listRetired(root, { retired, kept }) {
  const needed = new Set();
  const isKept = (word, path) => {
    const exception = kept.find((entry) => entry.word === word && path.startsWith(entry.in));
    if (exception) needed.add(exception);
    return exception !== undefined;
  };
  const retiredIn = rememberRetired(retired);
  const found = listNamed(root).flatMap(({ path, text, subject }) =>
    retiredIn(subject)
      .filter(({ word }) => !isKept(word, path))
      .map(({ word, write }) => `${path}${lineOf(text, subject)} ${subject.text}: for "${word}" write ${write}`),
  );
  const unneeded = kept.filter((exception) => !needed.has(exception));
  return [
    ...found,
    ...unneeded.map((entry) => `retired-words.json keeps "${entry.word}" in ${entry.in}, which has it no more`),
  ];
}

function listNamed(root) {
  const paths = listFiles(root);
  const folders = new Set(paths.flatMap(foldersOf));
  return [
    ...[...folders].map((path) => ({ path, subject: { kind: "folder", text: posix.basename(path) } })),
    ...paths.flatMap((path) => {
      const text = isCode(path) || path.endsWith(".md") ? readFileSync(join(root, path), "utf8") : "";
      return listSubjects(path, text).map((subject) => ({ path, text, subject }));
    }),
  ];
}

/** The same few thousand names are used over and over: each is looked up once. */
function rememberRetired(retired) {
  const known = new Map();
  return (subject) => {
    const key = JSON.stringify({ ...subject, at: undefined });
    if (!known.has(key))
      known.set(
        key,
        retired.filter((entry) => isRetired(entry, subject)),
      );
    return known.get(key);
  };
}

function lineOf(text, { at }) {
  return at === undefined ? "" : `:${text.slice(0, at).split("\n").length}`;
}

function foldersOf(path) {
  const folder = posix.dirname(path);
  return folder === "." ? [] : [folder, ...foldersOf(folder)];
}
