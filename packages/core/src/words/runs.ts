import { bytesOf } from "./estimate-bytes.ts";

/** Words of scripts without spaces, each with a value, found by any part of them. */
export type Runs<T> = {
  bytes(): number;
  /** A new run. */
  add(run: string, value: T): void;
  delete(run: string): void;
  /** The runs that contain a term. */
  find(term: string): Iterable<Run<T>>;
  has(term: string): boolean;
};

type Run<T> = { number: number; run: string; value: T };

/**
 * The runs of the rarest pair of neighboring characters are compared with the term. So an answer is exact, and the same in
 * every runtime: a dictionary that divides words differs between them.
 */
export function createRuns<T>(): Runs<T> {
  const runs: (Run<T> | null)[] = [];
  const known = new Map<string, Run<T>>();
  const free: number[] = [];
  const pairs = createPairs();

  function* find(term: string): Generator<Run<T>> {
    for (const number of pairs.list(term, runs.length)) {
      const found = runs[number];
      if (found && hasPart(found.run, term)) yield found;
    }
  }

  return {
    bytes: () => known.size * bytesOf.run + pairs.bytes(),
    add(run, value) {
      const number = free.pop() ?? runs.length;
      const added = { number, run, value };
      runs[number] = added;
      known.set(run, added);
      pairs.add(run, number);
    },
    delete(run) {
      const found = known.get(run);
      if (!found) return;
      known.delete(run);
      runs[found.number] = null;
      free.push(found.number);
      pairs.delete(run, found.number);
    },
    find,
    has: (term) => !find(term).next().done,
  };
}

/** Save the Burmese tone of a possessive: မြန်မာ့ is of မြန်မာ. */
const isMark = /(?!\u1037)\p{M}/u;
/** Before the first character, and behind the last one, so that each character begins a pair. */
const [start, end] = ["\u0001", "\0"];
/** A single sign that more runs have is searched at their beginnings only. */
const mostRuns = 10_000;

function eachPair(run: string, visit: (first: string, second: string) => void): void {
  visit(start, run.charAt(0));
  for (let i = 0; i < run.length; i++) visit(run.charAt(i), run.charAt(i + 1) || end);
}

/** The numbers of the runs that have a pair of characters, by the first and the second one. */
function createPairs() {
  const pairs = new Map<string, Map<string, number[]>>();
  let bytes = 0;

  function listSign(sign: string, runCount: number): Iterable<number> {
    const lists = [...(pairs.get(sign)?.values() ?? [])];
    const count = lists.reduce((sum, list) => sum + list.length, 0);
    return count > mostRuns ? (pairs.get(start)?.get(sign) ?? []) : listOnce(lists, runCount);
  }

  return {
    bytes: () => bytes,
    add(run: string, number: number): void {
      eachPair(run, (first, second) => {
        const seconds = pairs.get(first) ?? new Map<string, number[]>();
        pairs.set(first, seconds);
        const list = seconds.get(second);
        if (list?.at(-1) === number) return;
        bytes += list ? bytesOf.pairAgain : bytesOf.pair;
        // With room for one: an empty list makes room for seventeen with its first.
        if (list) list.push(number);
        else seconds.set(second, [number]);
      });
    },
    delete(run: string, number: number): void {
      eachPair(run, (first, second) => {
        const seconds = pairs.get(first);
        const list = seconds?.get(second);
        const at = list?.indexOf(number) ?? -1;
        if (at < 0) return;
        list?.splice(at, 1);
        bytes -= list?.length === 0 ? bytesOf.pair : bytesOf.pairAgain;
        if (list?.length === 0) seconds?.delete(second);
        if (seconds?.size === 0) pairs.delete(first);
      });
    },
    /** Of the rarest pair of a term, each once: every run that contains it, and others. */
    list(term: string, runCount: number): Iterable<number> {
      if (term.length === 1) return listSign(term, runCount);
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

function* listOnce(lists: Iterable<number[]>, runCount: number): Generator<number> {
  const listed = new Uint8Array(runCount);
  for (const list of lists) {
    for (const number of list) {
      if (listed[number] === 1) continue;
      listed[number] = 1;
      yield number;
    }
  }
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
