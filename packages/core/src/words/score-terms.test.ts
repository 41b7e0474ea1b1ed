import fc from "fast-check";
import { expect, it } from "vitest";
import { cardsOfAllScripts } from "../testing/cards-of-all-scripts.ts";
import { createDictionary, type Dictionary } from "./dictionary.ts";
import type { Postings } from "./postings.ts";
import { readQuery } from "./read-query.ts";
import { createScorer } from "./score-terms.ts";
import { splitWords } from "./split-words.ts";

const known = createDictionary<Postings>();
for (const [i, { name }] of cardsOfAllScripts.entries())
  for (const word of splitWords(name)) if (!known.get(word)) known.set(word, [i * 4 + 3]);

/** How often a text has words looked up, corrected, and parts looked up. */
function countLookups(text: string) {
  const counts = { found: 0, corrected: 0, asked: 0 };
  const dictionary: Dictionary<Postings> = {
    ...known,
    findBeginnings: (...asked) => {
      counts.found++;
      return known.findBeginnings(...asked);
    },
    findTypos: (term) => {
      counts.corrected++;
      return known.findTypos(term);
    },
    isKnown: (part) => {
      counts.asked++;
      return known.isKnown(part);
    },
  };
  const scorer = createScorer(dictionary, cardsOfAllScripts.length, readQuery(text));
  if (!scorer.matchAll()) scorer.matchSome();
  return counts;
}

const names = cardsOfAllScripts.map(({ name }) => name);
const dear = [
  "shostakovitsh ".repeat(14),
  Array.from({ length: 14 }, (_, i) => `misspeling${i}x`).join(" "),
  Array.from({ length: 50 }, (_, i) => `${i % 10}-x`).join("/"),
  "a/b/c/d ".repeat(25),
  Array.from({ length: 60 }, (_, i) => String.fromCharCode(97 + (i % 26))).join(" "),
  "京".repeat(200),
  [..."東京交響楽団音乐会贝多芬第九北京上海民族乐团新年世界巡回演唱会"].join(" "),
  "交響楽団音乐会贝多芬第九北京上海 ".repeat(12),
  "ดนตรีคอนเสิร์ต".repeat(14),
  "교향악단피아노 ".repeat(25),
  "한".normalize("NFD").repeat(60),
];

it("no text of two hundred characters has more words looked up, corrected or divided than the bounds allow", () => {
  const piece = fc.oneof(
    fc.constantFrom(...names, ...dear),
    fc.string({ maxLength: 20 }),
    fc.constantFrom(" ", "-", "/"),
  );
  const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join("").slice(0, 200));
  const check = (asked: string) => {
    const { found, corrected, asked: parts } = countLookups(asked);
    expect(corrected).toBeLessThanOrEqual(6);
    expect(found).toBeLessThanOrEqual(12 * 8 + 8);
    expect(parts).toBeLessThanOrEqual(12 * (2 * 24 + 24 * 2));
  };
  for (const long of dear) check(long.slice(0, 200));
  fc.assert(fc.property(text, check), { numRuns: 1_000 });
});

it("of one sign a script without spaces has four searched", () => {
  expect(readQuery("東 京 都 響 楽 団")).toHaveLength(4);
  expect(readQuery("a b c d e f")).toHaveLength(6);
});
