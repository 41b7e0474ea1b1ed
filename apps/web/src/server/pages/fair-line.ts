export type FairLine<Item> = {
  /** Returns who is sent away for it, which may be itself; null while there is room. */
  add(visitor: string, item: Item): Item | null;
  remove(visitor: string, item: Item): void;
  /** Moves what waits among the things of `visitor` to those of another, if fewer are before it there; says whether. */
  lift(visitor: string, other: string, item: Item): boolean;
  /** Takes whose turn it is. */
  next(): Item | undefined;
};

/**
 * A line in which visitors take turns, each with what they asked for first: however much one of them asks for, the others
 * wait for one of theirs. Where it is full, the last comes away of whoever has the most in it.
 */
export function createFairLine<Item>(most: number): FairLine<Item> {
  /** In the order of their turns. */
  const waiting = new Map<string, Set<Item>>();
  let count = 0;

  function remove(visitor: string, item: Item): void {
    const own = waiting.get(visitor);
    if (!own?.delete(item)) return;
    count--;
    if (own.size === 0) waiting.delete(visitor);
  }

  /** The last of the longest; null where `visitor` would have as much. */
  function takeLast(visitor: string): Item | null {
    const [longest, own] = findLongest(waiting);
    const last = [...own].at(-1);
    if (last === undefined || own.size <= (waiting.get(visitor)?.size ?? 0) + 1) return null;
    remove(longest, last);
    return last;
  }

  return {
    add(visitor, item) {
      const dismissed = count < most ? null : takeLast(visitor);
      if (count >= most) return item;
      put(waiting, visitor, item);
      count++;
      return dismissed;
    },
    remove,
    lift(visitor, other, item) {
      const before = [...(waiting.get(visitor) ?? [])].indexOf(item);
      if (before <= (waiting.get(other)?.size ?? 0)) return false;
      remove(visitor, item);
      put(waiting, other, item);
      count++;
      return true;
    },
    next() {
      const [[visitor, own] = ["", new Set<Item>()]] = waiting;
      const [item] = own;
      if (item === undefined) return undefined;
      remove(visitor, item);
      // To the end of the line, with what is left.
      if (waiting.delete(visitor)) waiting.set(visitor, own);
      return item;
    },
  };
}

function findLongest<Item>(waiting: Map<string, Set<Item>>): [string, Set<Item>] {
  const [longest] = [...waiting].toSorted(([, a], [, b]) => b.size - a.size);
  return longest ?? ["", new Set()];
}

function put<Item>(waiting: Map<string, Set<Item>>, visitor: string, item: Item): void {
  const own = waiting.get(visitor) ?? new Set();
  waiting.set(visitor, own.add(item));
}
