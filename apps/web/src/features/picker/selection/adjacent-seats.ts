import type { Hall } from "~/features/hall/hall";

/**
 * `count` free neighbors around seat `index`, in row order, that with `kept` are one unbroken stretch; null where there
 * aren't that many. Of the places that hold these seats, the one that has `index` nearest to its middle.
 */
export function adjacentSeats(
  { neighbors }: Hall,
  index: number,
  count: number,
  isFree: (index: number) => boolean,
  kept: readonly number[] = [],
): number[] | null {
  if (!isFree(index)) return null;
  const size = count + kept.length;
  const isUsable = (seat: number) => kept.includes(seat) || isFree(seat);
  const before = walk(neighbors.previous, index, size - 1, isUsable).reverse();
  const stretch = [...before, index, ...walk(neighbors.next, index, size - 1, isUsable)];
  const wanted = before.length - Math.floor((size - 1) / 2);
  let best: number[] | null = null;
  let least = Infinity;
  for (let from = Math.max(0, before.length - size + 1); from <= before.length; from++) {
    const place = stretch.slice(from, from + size);
    const aside = Math.abs(from - wanted);
    if (place.length < size || aside >= least || !kept.every((seat) => place.includes(seat))) continue;
    [best, least] = [place.filter((seat) => !kept.includes(seat)), aside];
  }
  return best;
}

/** Up to `most` usable seats from one neighbor to the next. */
function walk(to: Int32Array, from: number, most: number, isUsable: (seat: number) => boolean): number[] {
  const seats: number[] = [];
  for (let seat = to[from] ?? -1; seat >= 0 && seats.length < most && isUsable(seat); seat = to[seat] ?? -1)
    seats.push(seat);
  return seats;
}
