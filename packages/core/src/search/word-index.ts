import type { EventCard } from "../event/event.ts";
import { createDictionary } from "./dictionary.ts";
import { findPlace, insertPosting, type Postings } from "./postings.ts";
import { readQuery } from "./read-query.ts";
import { createScorer } from "./score-terms.ts";
import { splitWords } from "./split-words.ts";

/** `some`: no event matches all terms, and these match the most of them. */
type TextMatches = {
  /** By document index: how well an event matches, 0 if it doesn't. */
  scores: Float32Array;
  matched: "all" | "some";
};

/** Maps words to events. An event has a document index, a small number that its owner may reuse. */
export type WordIndex = {
  add(documentIndex: number, event: EventCard): void;
  /** `event` as it was added. */
  remove(documentIndex: number, event: EventCard): void;
  /** The events that match all terms of a text (its first twelve words), else those that match the most; null without words. */
  search(text: string): TextMatches | null;
};

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

  return {
    add(documentIndex, event) {
      documentCount = Math.max(documentCount, documentIndex + 1);
      for (const [word, rank] of rankWords(event)) insertPosting(postingsOf(word), documentIndex * 4 + rank);
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

/** The words of an event, each with the rank of the best field that has it. */
function rankWords({ name, artists, tags, venue_name, city, description }: EventCard): Map<string, number> {
  const ranked = new Map<string, number>();
  const texts = [`${description} ${tags.join(" ")} ${city}`, venue_name, artists.join(" "), name];
  for (const [rank, text] of texts.entries()) for (const word of splitWords(text)) ranked.set(word, rank);
  return ranked;
}
