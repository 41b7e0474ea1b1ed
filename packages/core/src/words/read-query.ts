import { isUnspaced, splitGroups, type WordGroup } from "./split-words.ts";

/** Something that must be found: all of its words, or if they are a name those written together. */
export type Term = WordGroup;

/** Each word searches the whole dictionary, so further words are ignored. */
const mostWords = 12;

/** The terms of a typed text, without repetitions; "AC/DC" is one, found as "AC DC" and as "ACDC". */
export function readQuery(text: string): Term[] {
  const terms = new Map<string, Term>();
  let left = mostWords;
  for (const term of splitGroups(text).flatMap(divideGroup)) {
    const key = term.words.join(" ");
    if (terms.has(key)) continue;
    left -= term.words.reduce((sum, word) => sum + costOf(word), 0);
    if (left < 0) break;
    terms.set(key, term);
  }
  return [...terms.values()];
}

/** One sign is in many runs. */
const costOf = (word: string): number => (word.length === 1 && isUnspaced(word) ? 3 : 1);

const divideGroup = (group: WordGroup): Term[] =>
  group.joined === null ? group.words.map((word) => ({ words: [word], joined: null })) : [group];

/** Longer runs are a sentence; what is behind this is not divided. */
const longestDivided = 24;
const longestPiece = 12;

/** Signs that mean something in twos; of kana and of the alphabets half a word takes three, a piece alone four. */
const isDense = /\p{sc=Han}|\p{sc=Hang}/u;
const fewestOfHalf = (text: string): number => (isDense.test(text) ? 2 : 3);
const fewestOfPiece = (text: string): number => (isDense.test(text) ? 2 : 4);

/**
 * A run typed without a space where events have its two halves apart: 北京音乐会 for an 音乐会 in 北京. Every division with
 * both halves known to some event; `isWord` is a whole word however short, as 久石 and 譲 of 久石 譲.
 */
export function divideRun(
  run: string,
  isKnown: (part: string) => boolean,
  isWord: (part: string) => boolean,
): string[][] {
  if (run.length > longestDivided) return [];
  const places = listPlaces(run);
  const from = takeWhile(places.toReversed(), (at) => isKnown(run.slice(at))).at(-1) ?? run.length;
  return takeWhile(places, (at) => isKnown(run.slice(0, at)))
    .filter((at) => at >= from)
    .map((at) => [run.slice(0, at), run.slice(at)])
    .filter((halves) => halves.every((half) => isWord(half) || half.length >= fewestOfHalf(half)));
}

const isMark = /\p{M}/u;

/** Where a run may be divided: not before a vowel or a tone of its last letter. */
const listPlaces = (run: string): number[] =>
  Array.from({ length: run.length - 1 }, (_, i) => i + 1).filter((at) => !isMark.test(run.charAt(at)));

/** What contains an unknown part is unknown itself, so the first unknown one ends it. */
function takeWhile(places: readonly number[], isTaken: (at: number) => boolean): number[] {
  const end = places.findIndex((at) => !isTaken(at));
  return end < 0 ? [...places] : places.slice(0, end);
}

/** The longest parts of a run that events have, from its beginning on; none of a run that is hardly longer than one. */
export function listPieces(run: string, isKnown: (part: string) => boolean): string[] {
  if (!isUnspaced(run) || run.length < 2 * fewestOfPiece(run)) return [];
  const pieces: string[] = [];
  for (let from = 0; from < Math.min(run.length, longestDivided); ) {
    const piece = findPiece(run.slice(from, from + longestPiece), isKnown);
    if (piece) pieces.push(piece);
    from += piece?.length ?? 1;
  }
  return pieces;
}

function findPiece(text: string, isKnown: (part: string) => boolean): string | undefined {
  const length = takeWhile([...listPlaces(text), text.length], (at) => isKnown(text.slice(0, at))).at(-1) ?? 0;
  const piece = text.slice(0, length);
  return length > 1 && length >= fewestOfPiece(piece) ? piece : undefined;
}
