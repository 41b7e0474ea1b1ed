import type { Hall } from "~/features/hall/hall";

/** Marks the open seats that have too few open neighbors for `size` people side by side. */
export function markCramped({ ids, neighbors }: Hall, size: number, isOpen: (seat: number) => boolean): Uint8Array {
  const marks = new Uint8Array(ids.length);
  if (size < 2) return marks;
  for (const run of neighbors.runs) {
    let stretch: number[] = [];
    const end = () => {
      if (stretch.length < size) for (const seat of stretch) marks[seat] = 1;
      stretch = [];
    };
    for (const seat of run) {
      if (isOpen(seat)) stretch.push(seat);
      else end();
    }
    end();
  }
  return marks;
}
