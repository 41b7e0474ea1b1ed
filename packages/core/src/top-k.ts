/** The first `count` items in the order of `compare`, without sorting all of them. */
export function topK<T>(things: Iterable<T>, count: number, compare: (a: T, b: T) => number): T[] {
  const first: T[] = [];
  for (const thing of things) {
    const last = first.at(-1);
    if (first.length >= count && last !== undefined && compare(thing, last) >= 0) continue;
    first.splice(findPlace(first, thing, compare), 0, thing);
    if (first.length > count) first.pop();
  }
  return first;
}

function findPlace<T>(sorted: readonly T[], thing: T, compare: (a: T, b: T) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle] as T, thing) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
