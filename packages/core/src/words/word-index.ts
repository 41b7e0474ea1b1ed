import type { EventCard } from "../event/event.ts";
import { bytesOfWord, createDictionary } from "./dictionary.ts";
import { bytesOf } from "./estimate-bytes.ts";
import { findPlace, insertPosting, type Postings } from "./postings.ts";
import { readQuery } from "./read-query.ts";
import { createScorer } from "./score-terms.ts";
import { isUnspaced, splitWords } from "./split-words.ts";

/** `some`: no event matches all terms, and these match the most of them. */
type TextMatches = {
  /** By document index: how well an event matches, 0 if it doesn't. */
  scores: Float32Array;
  matched: "all" | "some";
};

/** Maps words to events. An event has a document index, a small number that its owner may reuse. */
export type WordIndex = {
  /** Its estimated size. */
  bytes(): number;
  /** Returns the estimated size of the event's words if no other one had them. */
  add(documentIndex: number, event: EventCard): number;
  /** `event` as it was added. */
  remove(documentIndex: number, event: EventCard): void;
  /** The events that match all terms of a text (its first twelve words), else those that match the most; null without words. */
  search(text: string): TextMatches | null;
};

/** More than the texts of a real event have; a run of a script without spaces counts once for each sign. */
export const mostIndexedWords = 800;

/** The dictionary finds words; the events that contain them are stored here, since common words are in most events. */
export function createWordIndex(): WordIndex {
  const dictionary = createDictionary<Postings>();
  let documentCount = 0;
  let postingCount = 0;

  function post(word: string, posting: number): void {
    postingCount++;
    const known = dictionary.get(word);
    if (known) insertPosting(known, posting);
    // With room for one: an empty array makes room for seventeen with its first.
    else dictionary.set(word, [posting]);
  }

  return {
    bytes: () => dictionary.bytes() + postingCount * bytesOf.posting,
    add(documentIndex, event) {
      documentCount = Math.max(documentCount, documentIndex + 1);
      let alone = 0;
      for (const [word, rank] of rankWords(event)) {
        post(word, documentIndex * 4 + rank);
        alone += bytesOfWord(word) + bytesOf.posting;
      }
      return alone;
    },
    remove(documentIndex, event) {
      for (const [word, rank] of rankWords(event)) {
        const postings = dictionary.get(word);
        if (!postings) continue;
        const at = findPlace(postings, documentIndex * 4 + rank);
        if (postings[at] !== documentIndex * 4 + rank) continue;
        postings.splice(at, 1);
        postingCount--;
        if (postings.length === 0) dictionary.delete(word);
      }
    },
    search(text) {
      const terms = readQuery(text);
      if (terms.length === 0) return null;
      const scorer = createScorer(dictionary, documentCount, terms);
      const scores = scorer.matchAll();
      if (scores) return { scores, matched: "all" };
      const some = scorer.matchSome();
      return some ? { scores: some, matched: "some" } : { scores: new Float32Array(documentCount), matched: "all" };
    },
  };
}

/**
 * The words of an event, each with the rank of the best field that has it, names first. What is beyond
 * `mostIndexedWords` is not found by text: a free account must not fill the memory of every process with invented words.
 */
function rankWords({ name, artists, tags, venue_name, city, description }: EventCard): Map<string, number> {
  const ranked = new Map<string, number>();
  const texts = [name, artists.join(" "), venue_name, `${tags.join(" ")} ${city} ${description}`];
  let left = mostIndexedWords;
  for (const [i, text] of texts.entries()) {
    for (const word of splitWords(text)) {
      const cost = costOf(word);
      if (cost > left || ranked.has(word)) continue;
      left -= cost;
      ranked.set(word, texts.length - 1 - i);
    }
  }
  return ranked;
}

/** Each pair of neighboring signs of a run is indexed by itself. */
const costOf = (word: string): number => (isUnspaced(word) ? word.length : 1);
