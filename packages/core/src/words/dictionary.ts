import SearchableMap from "minisearch/SearchableMap";
import { ownCopy } from "../caching/own-copy.ts";
import { bytesOfText } from "../text/bytes-of-text.ts";
import { bytesOf } from "./estimate-bytes.ts";
import { createRuns, type Runs } from "./runs.ts";
import { isUnspaced } from "./split-words.ts";

/** How well a word matches a term: 1 for an exact match, less for a prefix or a part, least for a likely typo. */
export type Match<T> = { value: T; quality: number };

/** The words of the catalog, each with a value, searchable by typed terms. */
export type Dictionary<T> = {
  get(word: string): T | undefined;
  /** The estimated size of the words and what finds them, without their values. */
  bytes(): number;
  /** A new word. */
  set(word: string, value: T): void;
  delete(word: string): void;
  /** Whether a word is there, or in scripts without spaces a word that contains it. */
  isKnown(part: string): boolean;
  /**
   * The exact word and, unless `whole`, the words it is a prefix of. In scripts without spaces the words that contain it,
   * even if `whole`.
   */
  findBeginnings(term: string, whole: boolean): Match<T>[];
  /** The nearest words to a likely mistyped term; none if they are further away than the term's length allows. */
  findTypos(term: string): Match<T>[];
};

/** The lengths from which one and two edits are allowed; a sign of kana or Hangul is a syllable. */
const lettersForEdits = [4, 7];
const syllablesForEdit = 5;
const slip = 0.4;
/** A part in the middle of a word: behind every beginning. */
const inside = 0.45;

/** Written in syllables only, so that a typo is one of many signs: a wrong Han character is another word. */
const isSyllabic = /^[\p{sc=Hira}\p{sc=Kana}ー]+$|^\p{sc=Hang}+$/u;
const isHan = /\p{sc=Han}/u;
const isHangul = /\p{sc=Hang}/u;
const marks = /\p{M}/gu;

/**
 * Exact words come from a Map: MiniSearch's radix tree supports prefixes and edit distances but is slower for these.
 */
export function createDictionary<T>(): Dictionary<T> {
  const words = new Map<string, T>();
  const tree = new SearchableMap<T>();
  const runs = createRuns<T>();
  let bytes = 0;

  function findExact(word: string, quality: number): Match<T>[] {
    const value = words.get(word);
    return value === undefined ? [] : [{ value, quality }];
  }

  function findNear(term: string, edits: number): Match<T>[] {
    const near = [...tree.fuzzyGet(term, edits).values()].filter(([, distance]) => distance > 0);
    return near.map(([value, distance]) => ({ value, quality: slip / distance }));
  }

  return {
    bytes: () => bytes + runs.bytes(),
    get: (word) => words.get(word),
    set(part, value) {
      const word = ownCopy(part);
      bytes += sizeOf(word);
      if (isUnspaced(word)) runs.add(word, value);
      words.set(word, value);
      if (isCorrected(word)) tree.set(word, value);
    },
    delete(word) {
      if (!words.delete(word)) return;
      bytes -= sizeOf(word);
      if (isCorrected(word)) tree.delete(word);
      if (isUnspaced(word)) runs.delete(word);
    },
    isKnown: (part) => (isUnspaced(part) ? runs.has(part) : words.has(part)),
    findBeginnings(term, whole) {
      if (isUnspaced(term)) return findParts(runs, term);
      if (whole) return findExact(term, 1);
      const found: Match<T>[] = [];
      for (const [word, value] of tree.atPrefix(term)) found.push({ value, quality: rateBeginning(term, word) });
      return found;
    },
    findTypos(term) {
      const edits = countEdits(term);
      if (edits === 0) return [];
      const near = [...findNear(term, 1), ...swapLetters(term).flatMap((word) => findExact(word, slip))];
      return near.length > 0 || edits === 1 ? near : findNear(term, 2);
    },
  };
}

/** Whether typos of a word are found. */
const isCorrected = (word: string): boolean => !isUnspaced(word) || isSyllabic.test(word);

const sizeOf = (word: string): number =>
  bytesOf.word + bytesOfText(word) + (isCorrected(word) ? bytesOf.node + bytesOfText(word) : 0);

/** What a word takes that no other event has. */
export const bytesOfWord = (word: string): number =>
  sizeOf(word) + (isUnspaced(word) ? bytesOf.run + word.length * bytesOf.pair : 0);

function findParts<T>(runs: Runs<T>, term: string): Match<T>[] {
  const isLoose = term.length >= fewestInside(term);
  const found: Match<T>[] = [];
  for (const { run, value } of runs.find(term)) {
    const isBeginning = run.startsWith(term);
    if (isBeginning || isLoose) found.push({ value, quality: isBeginning ? rateBeginning(term, run) : inside });
  }
  return found;
}

/** Fewer signs must begin a word: パン (bread) is not meant by ショパン (Chopin). */
function fewestInside(term: string): number {
  if (isHan.test(term)) return 1;
  return isHangul.test(term) ? 2 : 3;
}

const rateBeginning = (term: string, word: string): number =>
  word === term ? 1 : 0.5 + (0.4 * term.length) / word.length;

/** How many edits a word of this length allows. A vowel sign behind its consonant is no letter of its own. */
function countEdits(term: string): number {
  if (isUnspaced(term)) return isSyllabic.test(term) && term.length >= syllablesForEdit ? 1 : 0;
  const length = term.replace(marks, "").length;
  return lettersForEdits.filter((letters) => length >= letters).length;
}

/** The word with each pair of adjacent letters swapped: the most common typo, which edit distance counts as two. */
function swapLetters(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, i) => word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2),
  ).filter((swapped) => swapped !== word);
}
