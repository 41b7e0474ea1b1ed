import { expect, it } from "vitest";
import { makeCard } from "../testing/know-events.ts";
import { createVocabulary, type FacetField, pickSpelling } from "./catalogue-vocabulary.ts";

const spell = (vocabulary: ReturnType<typeof createVocabulary>, field: FacetField, value: string) => {
  const known = vocabulary.valueOf(vocabulary.find(field, value));
  return known && pickSpelling(known);
};

it("gives one number to a value however it is spelt, and another to the same word in another field", () => {
  const vocabulary = createVocabulary();
  const [first, second] = [["Dvořák", "DVORAK"], ["dvorak"]].map((artists) =>
    vocabulary.add(makeCard({ artists, tags: ["Dvořák"] })),
  );
  expect(first).toEqual(second);
  expect(new Set(first).size).toBe(4);
  expect(vocabulary.size()).toBe(4);
  expect(vocabulary.find("artists", "Dvořak")).not.toBe(vocabulary.find("tags", "Dvořak"));
  expect(vocabulary.find("cities", "dvorak")).toBe(-1);
});

it("spells a value as most events do, of several spellings by the first, and not as one that is gone", () => {
  const vocabulary = createVocabulary();
  const cards = ["Krakow", "Kraków", "Kraków", "KRAKÓW"].map((city) => makeCard({ city }));
  for (const card of cards) vocabulary.add(card);
  expect(spell(vocabulary, "cities", "krakow")).toBe("Kraków");
  for (const card of cards.slice(1, 3)) vocabulary.remove(card);
  expect(spell(vocabulary, "cities", "krakow")).toBe("KRAKÓW");
  for (const card of [...cards.slice(0, 1), ...cards.slice(3)]) vocabulary.remove(card);
  expect(spell(vocabulary, "cities", "krakow")).toBe("");
});
