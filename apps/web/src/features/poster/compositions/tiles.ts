import type { Composition } from "../composition";
import { circle, rect, sector } from "../draw-path";

/** A board of quarter discs, turned square by square. */
export const drawTiles: Composition = (random, { width, height }) => {
  const columns = random.pick([3, 4] as const);
  const size = width / columns;
  const paths = { ink: "", accent: "", second: "" };
  for (let row = 0; row * size < height; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = [column * size, row * size];
      const name = random.pick(["ink", "ink", "ink", "accent", "second"] as const);
      const kind = random.whole(0, 9);
      const turn = random.whole(0, 3);
      if (kind === 0) paths[name] += circle(x + size / 2, y + size / 2, size / 2);
      else if (kind === 1) paths[name] += rect(x, y, size, size);
      else if (kind < 9) {
        const cx = turn === 1 || turn === 2 ? x + size : x;
        const cy = turn >= 2 ? y + size : y;
        paths[name] += sector(cx, cy, size, turn / 4, turn / 4 + 0.25);
      }
    }
  }
  return (["second", "ink", "accent"] as const).map((ink) => ({ ink, path: paths[ink] }));
};
