import { type Hall, isAdjacent } from "~/features/hall/hall";

/**
 * `count` free seats side by side in one row around seat `index`, in row order; null where there aren't that many.
 * Of the places that hold the seat, the one that has it nearest to its middle.
 */
export function adjacentSeats(
  hall: Hall,
  index: number,
  count: number,
  isFree: (index: number) => boolean,
): number[] | null {
  if (!isFree(index)) return null;
  let [from, to] = [index, index];
  while (index - from < count - 1 && from > 0 && isAdjacent(hall, from - 1) && isFree(from - 1)) from--;
  while (to - index < count - 1 && isAdjacent(hall, to) && isFree(to + 1)) to++;
  if (to - from + 1 < count) return null;
  const wanted = index - Math.floor((count - 1) / 2);
  const first = Math.min(to - count + 1, Math.max(from, wanted));
  return Array.from({ length: count }, (_, seat) => first + seat);
}
