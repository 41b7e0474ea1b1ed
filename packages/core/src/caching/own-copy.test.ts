import { expect, it } from "vitest";
import { fakeTable } from "../testing/fake-table.ts";
import { usedHeap } from "../testing/used-heap.ts";
import { createDictionary } from "../words/dictionary.ts";
import { ownCopy } from "./own-copy.ts";
import { createTtlCache } from "./ttl-cache.ts";

const texts = 500;
const letters = 20_000;

/** Cut out of a text of its own, as a word or the address of a request. */
const cutOut = (number: number): string => {
  const text = JSON.parse(JSON.stringify(`venue-${1_000_000_000 + number} ${"x".repeat(letters)}`)) as string;
  return text.slice(0, text.indexOf(" "));
};

async function measure(keep: (part: string) => unknown): Promise<number> {
  const before = usedHeap();
  const kept: unknown[] = [];
  for (let number = 0; number < texts; number++) kept.push(await keep(cutOut(number)));
  const grown = usedHeap() - before;
  expect(kept).toHaveLength(texts);
  return grown / (texts * letters);
}

it("a copy lets go of the text that it was cut out of, which a part keeps", async () => {
  expect(ownCopy("Dvořák 東京")).toBe("Dvořák 東京");
  expect(await measure((part) => part)).toBeGreaterThan(0.9);
  expect(await measure(ownCopy)).toBeLessThan(0.1);
});

it("the words of the catalog let go of the texts that they stood in", async () => {
  const dictionary = createDictionary<number>();
  expect(await measure((word) => dictionary.set(word, 1))).toBeLessThan(0.1);
  expect(dictionary.get(cutOut(1))).toBe(1);
});

it("a cache lets go of the requests that its keys stood in", async () => {
  const { table } = fakeTable(() => ({}));
  const cache = createTtlCache(
    () => 1,
    async () => table.name,
    { maxSize: texts },
  );
  expect(await measure((key) => cache.get(key))).toBeLessThan(0.1);
});
