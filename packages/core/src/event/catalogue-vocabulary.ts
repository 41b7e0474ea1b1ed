import { fold } from "./fold.ts";

/** The different values of one field, numbered, so that events are compared and counted by number. */
export type Vocabulary = {
  /** How many numbers were given; each is below it. */
  size(): number;
  /** The number of a value, however it is spelt; -1 for one that was never added. */
  find(value: string): number;
  /** The number of a value, a new one where it is new; noted as spelt so once more. */
  add(value: string): number;
  /** Takes back one `add`. The number stays. */
  remove(value: string): void;
  /** The spelling most used, of several the one that comes first; "" where it is used no longer. */
  spell(number: number): string;
  /** The value without diacritics and capitals. */
  folded(number: number): string;
};

export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const foldings: string[] = [];
  const spellings: Map<string, number>[] = [];

  function numberOf(folded: string): number {
    const known = numbers.get(folded);
    if (known !== undefined) return known;
    foldings.push(folded);
    numbers.set(folded, spellings.length);
    return spellings.push(new Map()) - 1;
  }

  return {
    size: () => spellings.length,
    find: (value) => numbers.get(fold(value)) ?? -1,
    add(value) {
      const number = numberOf(fold(value));
      const used = spellings[number];
      used?.set(value, (used.get(value) ?? 0) + 1);
      return number;
    },
    remove(value) {
      const used = spellings[numbers.get(fold(value)) ?? -1];
      const count = used?.get(value) ?? 0;
      if (count > 1) used?.set(value, count - 1);
      else used?.delete(value);
    },
    spell(number) {
      let best = "";
      let most = 0;
      for (const [spelling, count] of spellings[number] ?? []) {
        if (count > most || (count === most && spelling < best)) [best, most] = [spelling, count];
      }
      return best;
    },
    folded: (number) => foldings[number] ?? "",
  };
}
