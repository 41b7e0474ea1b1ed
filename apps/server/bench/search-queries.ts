import { SearchEvents } from "@evently/core/search";
import { drawBelow, seededRandom } from "@evently/core/testing/random";
import { fold } from "@evently/core/text/fold";
import type { Source } from "./search-events.ts";

const day = 86_400_000;

type Spell = (words: string[], random: () => number) => string;

/**
 * Typical queries: the word, without diacritics, in capitals, cut short, with a wrong letter, with two swapped, two
 * words, and words of every concert.
 */
const spellings: Spell[] = [
  ([word = ""]) => word,
  ([word = ""]) => fold(word),
  ([word = ""]) => word.toUpperCase(),
  ([word = ""]) => word.slice(0, 4),
  ([word = ""], random) => replaceAt(word, 1 + drawBelow(random, word.length - 1), "e"),
  ([word = ""], random) => swapAt(word, 1 + drawBelow(random, word.length - 2)),
  ([word = "", other = ""]) => `${word} ${other}`,
  ([word = "", other = ""]) => `${fold(word)} ${other.slice(0, 5)}`,
  () => "new york philharmonic",
  ([word = ""]) => word.slice(0, 1),
];

/**
 * A fixed list of searches for words of the concerts' names and artists, most with a city, an artist, a tag, prices or
 * dates too.
 */
export function makeQueries(sources: readonly Source[], count: number, now: number): SearchEvents[] {
  const random = seededRandom(11);
  const pairs = sources.map(({ name, artists }) => longWords(`${artists.join(" ")} ${name}`));
  const accented = pairs.filter(([word = ""]) => fold(word) !== word.toLowerCase());
  const from = new Date(now * 1000).toISOString().slice(0, 10);
  const to = new Date(now * 1000 + 90 * day).toISOString().slice(0, 10);
  const city = sources[0]?.hall.city ?? "";
  const filters = [
    {},
    { city },
    { tag: "orchestral", price_max: 6_000 },
    { start_date: from, end_date: to, sort: "price" as const },
    { artist: sources[0]?.artists[0] ?? "" },
  ];
  return Array.from({ length: count }, (_, i) => {
    const source = i % 4 === 1 && accented.length > 0 ? accented : pairs;
    const words = source[drawBelow(random, source.length)] ?? [];
    const search = spellings[i % spellings.length]?.(words, random) ?? "";
    return SearchEvents.parse({ search, ...filters[Math.floor(i / spellings.length) % filters.length] });
  });
}

/** Twelve misspelled words, the most that one search looks for: none of them is found as it stands. */
export function makeDearest(sources: readonly Source[], count: number): SearchEvents[] {
  const random = seededRandom(13);
  const words = sources.flatMap(({ name, artists }) => longWords(`${artists.join(" ")} ${name}`));
  const misspell = () => {
    const word = words[drawBelow(random, words.length)] ?? "";
    return replaceAt(swapAt(word, 1 + drawBelow(random, word.length - 2)), word.length - 1, "q");
  };
  return Array.from({ length: count }, () => {
    const search = Array.from({ length: 12 }, misspell).join(" ").slice(0, 200);
    return SearchEvents.parse({ search });
  });
}

/** Two different words of five letters or more, those with diacritics first. */
function longWords(text: string): string[] {
  const words = [...new Set(text.match(/\p{Letter}{5,}/gu) ?? ["Philharmonic"])];
  return words.sort((a, b) => Number(fold(b) !== b.toLowerCase()) - Number(fold(a) !== a.toLowerCase())).slice(0, 2);
}

const replaceAt = (word: string, at: number, letter: string) => word.slice(0, at) + letter + word.slice(at + 1);

const swapAt = (word: string, at: number) =>
  word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
