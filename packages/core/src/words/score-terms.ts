import type { Dictionary, Match } from "./dictionary.ts";
import { type Postings, rankWeights } from "./postings.ts";
import { divideRun, listPieces, type Term } from "./read-query.ts";
import { isUnspaced } from "./split-words.ts";

type Scores = Float32Array;

/** With at least this many exact matches a word is taken literally; otherwise it may be a typo. */
const enoughEvents = 5;
/** Finding words near a long one costs up to thirty times as much as finding it: further words of a text are taken literally. */
const mostCorrected = 6;
/** A word that most of so many events have says nothing of which one is meant. */
const manyEvents = 20;
/** Pieces of runs, and divisions of one, cost as much as a word each. */
const mostPieces = 8;
const mostDivisions = 3;
/** A run in two halves, behind one that stands as it was typed. */
const divided = 0.8;

export type Scorer = {
  /** The events that match all terms; null if there is none. */
  matchAll(): Scores | null;
  /** The events that match the most terms, rare ones first; null if there is none. */
  matchSome(): Scores | null;
};

/** Scores the documents for the terms of one text. */
export function createScorer(dictionary: Dictionary<Postings>, documentCount: number, terms: readonly Term[]): Scorer {
  const words = scoreWords(dictionary, documentCount);
  const known = new Map<Term, Scores | null>();

  function scoresOf(term: Term): Scores | null {
    const found = known.get(term);
    if (found !== undefined) return found;
    const scores = scoreTerm(words, term, term === terms.at(-1));
    known.set(term, scores);
    return scores;
  }

  /** What was found of each term: all of it, else its words, else their pieces. A letter alone doesn't count. */
  function* listFound(): Generator<Scores> {
    for (const term of terms) {
      const scores = scoresOf(term);
      if (scores && !isLetter(term)) yield scores;
      if (!scores) yield* listParts(words, term);
    }
  }

  return {
    matchAll() {
      let totals: Scores | null = null;
      for (const term of terms) {
        const scores = scoresOf(term);
        totals = scores && (totals ? sumBoth(totals, scores) : scores.slice());
        if (!totals) return null;
      }
      return totals;
    },
    matchSome: () => pickMost(listFound(), documentCount),
  };
}

type WordScores = {
  /** As typed, else corrected, else in two halves. */
  score(word: string, isLast: boolean): Scores | null;
  /** As typed. */
  scoreLiteral(word: string): Scores | null;
  listPieces(word: string): string[];
};

function scoreWords(dictionary: Dictionary<Postings>, documentCount: number): WordScores {
  let corrections = mostCorrected;
  let pieces = mostPieces;

  function findMatches(word: string, isLast: boolean): Match<Postings>[] {
    const matches = dictionary.findBeginnings(word, !isLast && word.length === 1);
    const events = matches.reduce((sum, { value }) => sum + value.length, 0);
    if (events >= enoughEvents || corrections === 0) return matches;
    corrections--;
    return [...matches, ...dictionary.findTypos(word)];
  }

  const isWord = (part: string): boolean => dictionary.get(part) !== undefined;
  const scoreLiteral = (word: string) => scoreEach(dictionary.findBeginnings(word, false), documentCount);

  function scoreHalf(half: string): Scores | null {
    if (half.length > 1) return scoreLiteral(half);
    const value = dictionary.get(half);
    return value ? scoreEach([{ value, quality: 1 }], documentCount) : null;
  }

  return {
    score(word, isLast) {
      const scores = scoreEach(findMatches(word, isLast), documentCount);
      if (scores || !isUnspaced(word)) return scores;
      return divideRun(word, dictionary.isKnown, isWord)
        .slice(0, mostDivisions)
        .flatMap((halves) => average(halves.map(scoreHalf), divided) ?? [])
        .reduce<Scores | null>(maximum, null);
    },
    scoreLiteral,
    listPieces(word) {
      const listed = listPieces(word, dictionary.isKnown).slice(0, pieces);
      pieces -= listed.length;
      return listed;
    },
  };
}

/** Words written together are taken literally: "Jay-Z" is not jazz. */
function scoreTerm(scorer: WordScores, { words, joined }: Term, isLast: boolean): Scores | null {
  const apart = average(words.map((word, i) => scorer.score(word, isLast && i === words.length - 1)));
  const together = joined === null ? null : scorer.scoreLiteral(joined);
  return together ? maximum(apart, together) : apart;
}

function* listParts(scorer: WordScores, { words }: Term): Generator<Scores> {
  for (const word of words) {
    const whole = words.length > 1 && word.length > 1 ? scorer.score(word, false) : null;
    const found = whole ? [whole] : scorer.listPieces(word).flatMap((piece) => scorer.scoreLiteral(piece) ?? []);
    yield* found;
  }
}

function isLetter({ words: [word = "", ...others] }: Term): boolean {
  return others.length === 0 && word.length === 1 && !isUnspaced(word);
}

/** The best score of any of the words, by document index; null if no event has one. */
function scoreEach(matches: readonly Match<Postings>[], documentCount: number): Scores | null {
  if (matches.length === 0) return null;
  const scores = new Float32Array(documentCount);
  for (const { value: postings, quality } of matches) {
    const worth = rankWeights.map((weight) => weight * quality);
    for (const posting of postings) {
      const documentIndex = posting >> 2;
      const score = worth[posting & 3] ?? 0;
      if (score > (scores[documentIndex] ?? 0)) scores[documentIndex] = score;
    }
  }
  return scores;
}

/** The sum where both match, into the first; null if they match nowhere together. */
function sumBoth(totals: Scores, scores: Scores): Scores | null {
  let found = 0;
  for (const [documentIndex, score] of scores.entries()) {
    const total = totals[documentIndex] ?? 0;
    const isMatch = score > 0 && total > 0;
    totals[documentIndex] = isMatch ? total + score : 0;
    if (isMatch) found++;
  }
  return found > 0 ? totals : null;
}

/** The average where all match, times `weight`; null if they match nowhere together. */
function average(all: readonly (Scores | null)[], weight = 1): Scores | null {
  const [first = null, ...others] = all;
  if (!first || (others.length === 0 && weight === 1)) return first;
  let totals: Scores | null = first.slice();
  for (const scores of others) {
    if (!totals || !scores) return null;
    totals = sumBoth(totals, scores);
  }
  return totals?.map((total) => (total * weight) / all.length) ?? null;
}

function maximum(a: Scores | null, b: Scores): Scores {
  return a ? b.map((score, documentIndex) => Math.max(score, a[documentIndex] ?? 0)) : b;
}

/** The documents found most often, by how rare that is. */
function pickMost(found: Iterable<Scores>, documentCount: number): Scores | null {
  const counts = new Uint8Array(documentCount);
  const totals = new Float32Array(documentCount);
  let most = 0;
  for (const scores of found) {
    const frequency = scores.reduce((sum, score) => sum + (score > 0 ? 1 : 0), 0);
    if (documentCount >= manyEvents && frequency * 2 > documentCount) continue;
    const rarity = Math.log2(1 + documentCount / frequency);
    for (const [documentIndex, score] of scores.entries()) {
      if (score === 0) continue;
      const count = (counts[documentIndex] ?? 0) + 1;
      counts[documentIndex] = count;
      totals[documentIndex] = (totals[documentIndex] ?? 0) + score * rarity;
      if (count > most) most = count;
    }
  }
  return most === 0 ? null : totals.map((total, documentIndex) => (counts[documentIndex] === most ? total : 0));
}
