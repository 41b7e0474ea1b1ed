import SearchableMap from "minisearch/SearchableMap";

/** How well a word matches a term: 1 for an exact match, less for a prefix, least for a likely typo. */
export type Match<T> = { value: T; quality: number };

/** The words of the catalog, each with a value, searchable by typed terms. */
export type Dictionary<T> = {
  get(word: string): T | undefined;
  set(word: string, value: T): void;
  delete(word: string): void;
  /** The exact word and, unless `whole`, the words it is a prefix of. */
  findBeginnings(term: string, whole: boolean): Match<T>[];
  /** The nearest words to a likely mistyped term; none if they are further away than the term's length allows. */
  findTypos(term: string): Match<T>[];
};

/** The lengths from which one and two edits are allowed. */
const lettersForEdits = [4, 7];
const slip = 0.4;

/**
 * Exact words come from a Map: MiniSearch's radix tree supports prefixes and edit distances but is slower for these.
 */
export function createDictionary<T>(): Dictionary<T> {
  const words = new Map<string, T>();
  const tree = new SearchableMap<T>();

  function findExact(word: string, quality: number): Match<T>[] {
    const value = words.get(word);
    return value === undefined ? [] : [{ value, quality }];
  }

  function findNear(term: string, edits: number): Match<T>[] {
    const near = [...tree.fuzzyGet(term, edits).values()].filter(([, distance]) => distance > 0);
    return near.map(([value, distance]) => ({ value, quality: slip / distance }));
  }

  return {
    get: (word) => words.get(word),
    set(word, value) {
      words.set(word, value);
      tree.set(word, value);
    },
    delete(word) {
      words.delete(word);
      tree.delete(word);
    },
    findBeginnings(term, whole) {
      if (whole) return findExact(term, 1);
      const found: Match<T>[] = [];
      for (const [word, value] of tree.atPrefix(term))
        found.push({ value, quality: word === term ? 1 : 0.5 + (0.4 * term.length) / word.length });
      return found;
    },
    findTypos(term) {
      const [forOne = 0, forTwo = 0] = lettersForEdits;
      if (term.length < forOne) return [];
      const near = [...findNear(term, 1), ...swapLetters(term).flatMap((word) => findExact(word, slip))];
      return near.length > 0 || term.length < forTwo ? near : findNear(term, 2);
    },
  };
}

/** The word with each pair of adjacent letters swapped: the most common typo, which edit distance counts as two. */
function swapLetters(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, i) => word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2),
  ).filter((swapped) => swapped !== word);
}
