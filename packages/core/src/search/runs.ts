/** Words of scripts without spaces, found by any part of them. */
export type Runs = {
  /** A new run. */
  add(run: string): void;
  delete(run: string): void;
  /** The runs that contain a term. */
  find(term: string): string[];
  has(term: string): boolean;
};

/**
 * The runs of the rarest pair of neighboring characters are compared with the term. So an answer is exact, and the same in
 * every runtime: a dictionary that divides words differs between them.
 */
export function createRuns(): Runs {
  const runs: string[] = [];
  const numbers = new Map<string, number>();
  const free: number[] = [];
  const pairs = createPairs();

  function* listContaining(term: string): Generator<string> {
    for (const number of pairs.list(term)) {
      const run = runs[number] ?? "";
      if (hasPart(run, term)) yield run;
    }
  }

  return {
    add(run) {
      const number = free.pop() ?? runs.length;
      runs[number] = run;
      numbers.set(run, number);
      pairs.add(run, number);
    },
    delete(run) {
      const number = numbers.get(run);
      if (number === undefined) return;
      numbers.delete(run);
      free.push(number);
      pairs.delete(run, number);
    },
    find: (term) => [...listContaining(term)],
    has: (term) => !listContaining(term).next().done,
  };
}

/** Save the Burmese tone of a possessive: မြန်မာ့ is of မြန်မာ. */
const isMark = /(?!\u1037)\p{M}/u;
/** Behind the last character, so that each character begins a pair. */
const end = "\0";

/** The numbers of the runs that have a pair of characters, by the first and the second one. */
function createPairs() {
  const pairs = new Map<string, Map<string, number[]>>();

  function eachPair(run: string, visit: (first: string, second: string) => void): void {
    for (let i = 0; i < run.length; i++) visit(run.charAt(i), run.charAt(i + 1) || end);
  }

  return {
    add(run: string, number: number): void {
      eachPair(run, (first, second) => {
        const seconds = pairs.get(first) ?? new Map<string, number[]>();
        pairs.set(first, seconds);
        const list = seconds.get(second) ?? [];
        seconds.set(second, list);
        if (list.at(-1) !== number) list.push(number);
      });
    },
    delete(run: string, number: number): void {
      eachPair(run, (first, second) => {
        const seconds = pairs.get(first);
        const list = seconds?.get(second);
        const at = list?.indexOf(number) ?? -1;
        if (at >= 0) list?.splice(at, 1);
        if (list?.length === 0) seconds?.delete(second);
        if (seconds?.size === 0) pairs.delete(first);
      });
    },
    /** Of the rarest pair of a term: every run that contains it, and others. */
    list(term: string): Iterable<number> {
      if (term.length === 1) return new Set([...(pairs.get(term)?.values() ?? [])].flat());
      let rarest: number[] | null = null;
      for (let i = 0; i + 1 < term.length; i++) {
        const list = pairs.get(term.charAt(i))?.get(term.charAt(i + 1));
        if (!list) return [];
        if (!rarest || list.length < rarest.length) rarest = list;
      }
      return rarest ?? [];
    },
  };
}

/** Kyoto is in the Tokyo prefecture for no one but a computer. */
const strangers = { term: "京都", behind: "東东" };

/** Whether a run contains a term, whose last character isn't changed by a vowel or tone behind it: ม is not in มี. */
function hasPart(run: string, term: string): boolean {
  for (let at = run.indexOf(term); at >= 0; at = run.indexOf(term, at + 1)) {
    const isStranger = at > 0 && term.startsWith(strangers.term) && strangers.behind.includes(run.charAt(at - 1));
    if (!isStranger && !isMark.test(run.charAt(at + term.length))) return true;
  }
  return false;
}
