import { expect, it } from "vitest";
import { makeCard } from "../testing/know-events.ts";
import { createVocabulary, type FacetField, pickSpelling } from "./catalog-vocabulary.ts";

const spell = (vocabulary: ReturnType<typeof createVocabulary>, field: FacetField, value: string) => {
  const known = vocabulary.valueOf(vocabulary.find(field, value));
  return known && pickSpelling(known);
};

it("numbers a value regardless of spelling, and separately in each field", () => {
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

it("uses the most frequent spelling still in use, ties in alphabetical order", () => {
  const vocabulary = createVocabulary();
  const cards = ["Krakow", "Kraków", "Kraków", "KRAKÓW"].map((city) => makeCard({ city }));
  for (const card of cards) vocabulary.add(card);
  expect(spell(vocabulary, "cities", "krakow")).toBe("Kraków");
  for (const card of cards.slice(1, 3)) vocabulary.remove(card);
  expect(spell(vocabulary, "cities", "krakow")).toBe("KRAKÓW");
  for (const card of [...cards.slice(0, 1), ...cards.slice(3)]) vocabulary.remove(card);
  expect(spell(vocabulary, "cities", "krakow")).toBeUndefined();
});

it("reuses the number of an unused value, so that it doesn't grow with history", () => {
  const vocabulary = createVocabulary();
  const stays = makeCard({ artists: ["Ann"], tags: ["choir", "Choir"] });
  const [first] = vocabulary.add(stays);
  for (let year = 0; year < 50; year++) {
    const card = makeCard({
      city: `City ${year}`,
      artists: [`Trio ${year}`, `TRIO ${year}`],
      venue_id: `venue-${10_000 + year}`,
    });
    const numbers = vocabulary.add(card);
    expect(new Set([...numbers, ...vocabulary.add(stays)]).size).toBe(7);
    expect(spell(vocabulary, "artists", `trio ${year}`)).toBe(`TRIO ${year}`);
    vocabulary.remove(card);
    vocabulary.remove(stays);
    expect(vocabulary.find("cities", `City ${year}`)).toBe(-1);
  }
  expect(vocabulary.size()).toBe(7);
  expect([vocabulary.find("cities", stays.city), spell(vocabulary, "tags", "choir")]).toEqual([first, "Choir"]);
});
