import type { Composition } from "../composition";
import { polygon } from "../draw-path";

/** Squares one within the other, each turned a little further. */
export const drawTurns: Composition = (random, { width, height }) => {
  const count = random.whole(9, 13);
  const turn = random.pick([-9, -6, 6, 9, 12] as const) * (Math.PI / 180);
  const shrink = random.pick([0.8, 0.84] as const);
  const [cx, cy] = [width * (0.4 + 0.2 * random.next()), height / 2];
  const solo = random.whole(2, 5);
  const cornersOf = (i: number) => {
    const r = width * 0.86 * shrink ** i;
    return [0, 1, 2, 3].map((corner) => {
      const angle = i * turn + (corner * Math.PI) / 2 + Math.PI / 4;
      return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)] as const;
    });
  };
  // The inner square runs the other way round, which makes it a hole: no ink lies under the paper and shines at an edge.
  const frame = (i: number) => polygon(cornersOf(i)) + polygon(cornersOf(i + 1).reverse());
  const paths = { ink: "", accent: "" };
  for (let i = 0; i < count; i++) {
    if (i === solo) paths.accent += frame(i);
    else if (i % 2 === 0) paths.ink += i + 1 >= count ? polygon(cornersOf(i)) : frame(i);
  }
  return [
    { ink: "ink", path: paths.ink },
    { ink: "accent", path: paths.accent },
  ];
};
