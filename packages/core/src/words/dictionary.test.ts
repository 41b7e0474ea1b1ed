import { describe, expect, it } from "vitest";
import { createDictionary, type Match } from "./dictionary.ts";

function openDictionary(...words: string[]) {
  const dictionary = createDictionary<string>();
  for (const word of words) dictionary.set(word, word);
  return dictionary;
}

const best = (matches: Match<string>[]) => matches.toSorted((a, b) => b.quality - a.quality).map(({ value }) => value);

describe("a dictionary", () => {
  const dictionary = openDictionary("mahler", "mahlers", "maler", "mailer", "malheur", "bach", "bath", "shostakovich");

  it("finds words with a prefix, shortest first, or only the exact word", () => {
    expect(best(dictionary.findBeginnings("mahler", false))).toEqual(["mahler", "mahlers"]);
    expect(best(dictionary.findBeginnings("mahler", true))).toEqual(["mahler"]);
    expect(dictionary.findBeginnings("mah", true)).toEqual([]);
    expect(dictionary.findBeginnings("x", false)).toEqual([]);
  });

  it.each([
    ["mahlre", ["mahler"]],
    ["maher", ["mahler", "maler"]],
    ["bahc", ["bach"]],
    ["bac", []],
    ["bxxh", []],
    ["shostakovitch", ["shostakovich"]],
    ["shostkovitch", ["shostakovich"]],
    ["shstkvich", []],
  ])("corrects %s to %j: the nearest words within the distance its length allows", (term, words) => {
    expect(best(dictionary.findTypos(term)).toSorted()).toEqual(words.toSorted());
  });

  it("never lists a word as a typo of itself", () => {
    expect(best(dictionary.findTypos("bach"))).toEqual(["bath"]);
    expect(best(openDictionary("anna").findTypos("anna"))).toEqual([]);
  });

  it("ranks a typo behind all exact and prefix matches", () => {
    const [slip] = dictionary.findTypos("mahlerx");
    const [, begun] = dictionary.findBeginnings("mahler", false);
    expect(slip?.quality).toBeLessThan(begun?.quality ?? 0);
  });

  it("removes a word from exact, prefix and typo matches", () => {
    const small = openDictionary("bach");
    small.delete("bach");
    expect([
      small.get("bach"),
      small.findBeginnings("bach", true),
      small.findBeginnings("b", false),
      small.findTypos("bac"),
    ]).toEqual([undefined, [], [], []]);
    expect(small.findTypos("bacch")).toEqual([]);
  });
});
