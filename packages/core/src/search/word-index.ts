import type { EventCard } from "../event/event.ts";
import { createDictionary, type Match } from "./dictionary.ts";
import { fold } from "./fold.ts";

/** Which words stand in which events. An event is known by a slot, a small number that its owner may give again. */
export type WordIndex = {
  add(slot: number, event: EventCard): void;
  /** `event` as it was added. */
  remove(slot: number, event: EventCard): void;
  /** By slot how well an event matches all words of a text, the first twelve, 0 where it does not; null where it has none. */
  search(text: string): Float32Array | null;
};

/** What a word counts where it stands, by rank: in the text, the venue's name, an artist's, the event's own. */
const rankWeights = [1, 1.5, 2, 3];
/** Slots in ascending order, each times four and with the rank of the best field that has the word. */
type Postings = number[];

/** Each word costs a look at the whole dictionary: words beyond so many are passed over. */
const mostTerms = 12;

/** What was typed means what it says where so many events have it; else it may be a typo. */
const enoughEvents = 5;

/** The dictionary finds the words; which events have them is kept here, since a common word is in most of them. */
export function createWordIndex(): WordIndex {
  const dictionary = createDictionary<Postings>();
  let slots = 0;

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
    add(slot, event) {
      slots = Math.max(slots, slot + 1);
      for (const [word, rank] of rankWords(event)) insert(postingsOf(word), slot * 4 + rank);
    },
    remove(slot, event) {
      for (const [word, rank] of rankWords(event)) {
        const postings = postingsOf(word);
        const at = findPlace(postings, slot * 4 + rank);
        if (postings[at] === slot * 4 + rank) postings.splice(at, 1);
        if (postings.length === 0) dictionary.delete(word);
      }
    },
    search(text) {
      const terms = [...new Set(splitWords(text))].slice(0, mostTerms);
      if (terms.length === 0) return null;
      const totals = new Float32Array(slots);
      let found = slots;
      for (const [i, term] of terms.entries()) {
        if (found === 0) break;
        const scores = scoreEach(findMatches(term, i === terms.length - 1), slots);
        found = addScores(totals, scores, i === 0);
      }
      return totals;
    },
  };
}

/** Takes one more word into account: who has not all words so far has 0. Answers how many have them. */
function addScores(totals: Float32Array, scores: Float32Array, isFirst: boolean): number {
  let found = 0;
  for (const [slot, score] of scores.entries()) {
    const total = totals[slot] ?? 0;
    const isMatch = score > 0 && (isFirst || total > 0);
    totals[slot] = isMatch ? total + score : 0;
    if (isMatch) found++;
  }
  return found;
}

/** For each slot the best that any of the words is worth there. */
function scoreEach(matches: readonly Match<Postings>[], slots: number): Float32Array {
  const scores = new Float32Array(slots);
  for (const { value: postings, quality } of matches) {
    const worth = rankWeights.map((weight) => weight * quality);
    for (const posting of postings) {
      const slot = posting >> 2;
      const score = worth[posting & 3] ?? 0;
      if (score > (scores[slot] ?? 0)) scores[slot] = score;
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

/** Where a posting stands, or would. */
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
