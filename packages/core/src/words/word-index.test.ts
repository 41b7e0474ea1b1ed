import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeCard } from "../testing/know-events.ts";
import { createWordIndex, mostIndexedWords, type WordIndex } from "./word-index.ts";

/** Names of the matching events, best first, ties in insertion order. */
function openIndex(...names: string[]) {
  const cards = names.map((name) => makeCard({ name }));
  const index = createWordIndex();
  for (const [documentIndex, card] of cards.entries()) index.add(documentIndex, card);
  const find = (text: string) => {
    const { scores, matched } = index.search(text) ?? { scores: [], matched: "all" };
    if (matched === "some") return [];
    const found = [...scores].flatMap((score, documentIndex) => (score > 0 ? [{ score, documentIndex }] : []));
    return found.sort((a, b) => b.score - a.score).map(({ documentIndex }) => cards[documentIndex]?.name);
  };
  return { index, cards, find };
}

describe("a word", () => {
  const { find } = openIndex(
    "Beethoven",
    "Bach",
    "Strauss",
    "Straus",
    "Shostakovich",
    "Dvořák",
    "O’Brien’s 1812 overture",
  );

  it.each([
    ["beethoven", ["Beethoven"]],
    ["beeth", ["Beethoven"]],
    ["beethovn", ["Beethoven"]],
    ["bethoven", ["Beethoven"]],
    ["beethovem", ["Beethoven"]],
    ["ebethoven", ["Beethoven"]],
    ["shostakovitch", ["Shostakovich"]],
    ["shostkovih", ["Shostakovich"]],
    ["bacg", ["Bach"]],
    ["bcah", ["Bach"]],
    ["dvorka", ["Dvořák"]],
    ["1812", ["O’Brien’s 1812 overture"]],
    ["obrien", ["O’Brien’s 1812 overture"]],
    ["brien", ["O’Brien’s 1812 overture"]],
  ])("%s finds %j", (text, names) => {
    expect(find(text)).toEqual(names);
  });

  it.each(["bah", "bxxh", "beexxxven", "shostakxxxx"])(
    "with more wrong in it than its length allows, %s, finds nothing",
    (text) => {
      expect(find(text)).toEqual([]);
    },
  );

  it("ranks exact matches first, then prefixes, then typos", () => {
    expect(find("straus")).toEqual(["Straus", "Strauss"]);
    const { find: among } = openIndex("Mahlre", "Mahler", "Mahlers");
    expect(among("mahler")).toEqual(["Mahler", "Mahlers", "Mahlre"]);
  });

  it("that many events have is not treated as a typo", () => {
    const { find: among } = openIndex("Davis", "Davis", "Davis", "Davis", "Davis", "Davie");
    expect(among("davis")).toHaveLength(5);
    expect(among("davies")).toHaveLength(6);
  });

  it("of one letter is a prefix only as the last word, still being typed", () => {
    expect(find("b").toSorted()).toEqual(["Bach", "Beethoven", "O’Brien’s 1812 overture"]);
    expect(find("b bach")).toEqual([]);
  });
});

describe("several words", () => {
  const { find } = openIndex("Mahler Symphony", "Mahler Lieder", "Bruckner Symphony");

  it.each([
    ["mahler symphony", ["Mahler Symphony"]],
    ["symphony, MAHLER!", ["Mahler Symphony"]],
    ["symphony sym", ["Mahler Symphony", "Bruckner Symphony"]],
    ["mahlr simphony", ["Mahler Symphony"]],
    ["mahler opera", []],
  ])("%s must all be found, in any order: %j", (text, names) => {
    expect(find(text)).toEqual(names);
  });

  it.each(["", "  ", "!?", "–"])("%j has none", (text) => {
    expect(openIndex("a").index.search(text)).toBeNull();
  });
});

it("a word weighs most in the event's name, then in an artist's, then in the venue's, then elsewhere", () => {
  const index = createWordIndex();
  const fields = [{ description: "Vienna" }, { venue_name: "Vienna" }, { artists: ["Vienna"] }, { name: "Vienna" }];
  for (const [documentIndex, field] of fields.entries()) index.add(documentIndex, makeCard(field));
  const [text = 0, venue = 0, artist = 0, name = 0] = index.search("vienna")?.scores ?? [];
  expect([text, venue, artist, name]).toEqual([text, venue, artist, name].toSorted((a, b) => a - b));
  expect(new Set([text, venue, artist, name]).size).toBe(4);
  expect(text).toBeGreaterThan(0);
});

it("a removed event is not found, and its document index can be reused", () => {
  const { index, cards, find } = openIndex("Tosca", "Fidelio", "Tosca again");
  const [tosca] = cards;
  if (!tosca) throw new Error("no card");
  index.remove(0, tosca);
  expect(find("tosca")).toEqual(["Tosca again"]);
  cards[0] = makeCard({ name: "Fidelio as well" });
  index.add(0, cards[0]);
  expect(find("fidelio").toSorted()).toEqual(["Fidelio", "Fidelio as well"]);
  expect(find("tosca")).toEqual(["Tosca again"]);
});

it("of a long text the first twelve words must be found", () => {
  const name = "one two three four five six seven eight nine ten eleven twelve";
  const { find } = openIndex(name, "one two three four five six seven eight nine ten eleven");
  expect(find(name)).toEqual([name]);
  expect(find(`${name} thirteen fourteen`)).toEqual([name]);
  expect(find(`nowhere ${name}`)).toEqual([]);
});

describe("an event of more words than are indexed", () => {
  /** Words too different to be taken for one another. */
  const invent = (field: string, count: number) =>
    Array.from(
      { length: count },
      (_, i) => field + createHash("sha256").update(`${field}${i}`).digest("hex").slice(0, 12),
    );
  const isFound = (index: WordIndex, word: string) => (index.search(word)?.scores[0] ?? 0) > 0;

  it("is found by those of its names first", () => {
    const index = createWordIndex();
    const [name, artists, tags] = [invent("name", 20), invent("artist", 500), invent("tag", 2_000)];
    index.add(0, makeCard({ name: name.join(" "), artists, tags, description: "lastword" }));
    for (const word of [...name, ...artists, "great", tags[200] ?? ""]) expect(isFound(index, word)).toBe(true);
    expect(isFound(index, "lastword")).toBe(false);
    const indexed = [...name, ...artists, ...tags, "lastword"].filter((word) => isFound(index, word));
    expect(indexed.length).toBeLessThanOrEqual(mostIndexedWords);
    expect(indexed.length).toBeGreaterThan(mostIndexedWords - 5);
  });

  it("costs no more the more words it has, in scripts without spaces neither", () => {
    const sizeOf = (description: string) => {
      const index = createWordIndex();
      index.add(0, makeCard({ description }));
      return index.bytes();
    };
    const han = (count: number) =>
      Array.from({ length: count }, (_, i) => String.fromCodePoint(0x4e00 + i, 0x5e00 + i, 0x6e00 + i)).join(" ");
    expect(sizeOf(invent("word", 20_000).join(" "))).toBeLessThan(sizeOf(invent("word", 780).join(" ")) * 1.1);
    expect(sizeOf(han(4_000))).toBeLessThan(sizeOf(han(255)) * 1.1);
  });

  it("leaves nothing behind when it is removed", () => {
    const index = createWordIndex();
    const card = makeCard({ artists: invent("artist", 2_000) });
    index.add(0, card);
    index.remove(0, card);
    expect(index.bytes()).toBe(0);
  });
});
