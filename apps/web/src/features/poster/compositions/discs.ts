import type { Composition } from "../composition";
import { sector } from "../draw-path";

/** Half discs on the lines of a page, a large one and its smaller answer, all upright or all hanging. */
export const drawDiscs: Composition = (random, { width, height }) => {
  const rows = random.pick([2, 3, 3, 4]);
  const step = height / rows;
  const hanging = random.next() < 0.4;
  const [from, to] = hanging ? [0, 0.5] : [0.5, 1];
  const solo = random.whole(0, rows - 1);
  const paths = { ink: "", accent: "", second: "" };
  for (let row = 0; row < rows; row++) {
    const y = (hanging ? row : row + 1) * step;
    const at = 0.12 + 0.76 * random.next();
    const answer = (at + random.pick([0.38, 0.5, 0.62])) % 1;
    const name = row === solo ? "accent" : "ink";
    paths[name === "ink" ? "second" : "ink"] += sector(answer * width, y, step * 0.55, from, to);
    paths[name] += sector(at * width, y, step * 0.98, from, to);
  }
  return (["second", "ink", "accent"] as const).map((ink) => ({ ink, path: paths[ink] }));
};
