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

  function put(visitor: string, item: Item): void {
    const own = waiting.get(visitor) ?? new Set();
    waiting.set(visitor, own.add(item));
    count++;
  }

  /** The last of the longest; null where `visitor` would have as much. */
  function takeLast(visitor: string): Item | null {
    const [longest] = [...waiting].toSorted(([, a], [, b]) => b.size - a.size);
    const last = longest && [...longest[1]].at(-1);
    if (!longest || last === undefined || longest[1].size <= (waiting.get(visitor)?.size ?? 0) + 1) return null;
    remove(longest[0], last);
    return last;
  }

  return {
    add(visitor, item) {
      const dismissed = count < most ? null : takeLast(visitor);
      if (count >= most) return item;
      put(visitor, item);
      return dismissed;
    },
    remove,
    lift(visitor, other, item) {
      const before = [...(waiting.get(visitor) ?? [])].indexOf(item);
      if (before <= (waiting.get(other)?.size ?? 0)) return false;
      remove(visitor, item);
      put(other, item);
      return true;
    },
    next() {
      const [first] = waiting;
      if (!first) return undefined;
      const [visitor, own] = first;
      const [item] = own;
      // To the end of the line, with what is left.
      waiting.delete(visitor);
      if (own.size > 1) waiting.set(visitor, own);
      if (item !== undefined) own.delete(item);
      count--;
      return item;
    },
  };
}
