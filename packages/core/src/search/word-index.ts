import type { EventCard } from "../event/event.ts";
import { createDictionary, type Match } from "./dictionary.ts";
import { fold } from "./fold.ts";

/** Maps words to events. An event has a document index, a small number that its owner may reuse. */
export type WordIndex = {
  add(documentIndex: number, event: EventCard): void;
  /** `event` as it was added. */
  remove(documentIndex: number, event: EventCard): void;
  /**
   * A score by document index: how well the event matches all words of a text (the first twelve), 0 if it doesn't; null
   * if the text has no words.
   */
  search(text: string): Float32Array | null;
};

/** Weight of a word by the field's rank: text, venue name, artist name, event name. */
const rankWeights = [1, 1.5, 2, 3];
/** Document indexes in ascending order, each times four plus the rank of the best field with the word. */
type Postings = number[];

/** Each word scans the whole dictionary, so further words are ignored. */
const mostTerms = 12;

/** With at least this many exact matches a word is taken literally; otherwise it may be a typo. */
const enoughEvents = 5;

/** The dictionary finds words; the events that contain them are stored here, since common words are in most events. */
export function createWordIndex(): WordIndex {
  const dictionary = createDictionary<Postings>();
  let documentCount = 0;

  function postingsOf(word: string): Postings {
    const known = dictionary.get(word);
    if (known) return known;
    const postings: Postings = [];
    dictionary.set(word, postings);
    return postings;
  }

  function findMatches(term: string, isLast: boolean): Match<Postings>[] {
    const matches = dictionary.findBeginnings(term, !isLast && term.length === 1);
    const events = matches.reduce((sum, { value }) => sum + value.length, 0);
    return events < enoughEvents ? [...matches, ...dictionary.findTypos(term)] : matches;
  }

  return {
    add(documentIndex, event) {
      documentCount = Math.max(documentCount, documentIndex + 1);
      for (const [word, rank] of rankWords(event)) insert(postingsOf(word), documentIndex * 4 + rank);
    },
    remove(documentIndex, event) {
      for (const [word, rank] of rankWords(event)) {
        const postings = postingsOf(word);
        const at = findPlace(postings, documentIndex * 4 + rank);
        if (postings[at] === documentIndex * 4 + rank) postings.splice(at, 1);
        if (postings.length === 0) dictionary.delete(word);
      }
    },
    search(text) {
      const terms = [...new Set(splitWords(text))].slice(0, mostTerms);
      if (terms.length === 0) return null;
      const totals = new Float32Array(documentCount);
      let found = documentCount;
      for (const [i, term] of terms.entries()) {
        if (found === 0) break;
        const scores = scoreEach(findMatches(term, i === terms.length - 1), documentCount);
        found = addScores(totals, scores, i === 0);
      }
      return totals;
    },
  };
}

/** Applies one more word: events without any of the words so far get 0. Returns how many events still match. */
function addScores(totals: Float32Array, scores: Float32Array, isFirst: boolean): number {
  let found = 0;
  for (const [documentIndex, score] of scores.entries()) {
    const total = totals[documentIndex] ?? 0;
    const isMatch = score > 0 && (isFirst || total > 0);
    totals[documentIndex] = isMatch ? total + score : 0;
    if (isMatch) found++;
  }
  return found;
}

/** The best score of any of the words, by document index. */
function scoreEach(matches: readonly Match<Postings>[], documentCount: number): Float32Array {
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

/** The words of an event, each with the rank of the best field that has it. */
function rankWords({ name, artists, tags, venue_name, city, description }: EventCard): Map<string, number> {
  const ranked = new Map<string, number>();
  const texts = [`${description} ${tags.join(" ")} ${city}`, venue_name, artists.join(" "), name];
  for (const [rank, text] of texts.entries()) for (const word of splitWords(text)) ranked.set(word, rank);
  return ranked;
}

function splitWords(text: string): string[] {
  return fold(text).match(/[\p{Letter}\p{Number}]+/gu) ?? [];
}

function insert(postings: Postings, posting: number): void {
  const last = postings.at(-1);
  if (last === undefined || last < posting) postings.push(posting);
  else postings.splice(findPlace(postings, posting), 0, posting);
}

/** The position of a posting, or where it would be inserted. */
function findPlace(postings: Postings, posting: number): number {
  let low = 0;
  let high = postings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((postings[middle] ?? 0) < posting) low = middle + 1;
    else high = middle;
  }
  return low;
}
