import type { Composition } from "../composition";
import { circle, stroke } from "../draw-path";

/** Taut strings from edge to edge whose crossings make a curve. */
export const drawStrings: Composition = (random, { width, height, voices }) => {
  const count = random.whole(22, 30);
  const thickness = random.pick([3, 4.5, 6] as const);
  const flipped = random.next() < 0.5;
  const twice = random.next() < 0.5;
  const side = (x: number) => (flipped ? width - x : x);
  let first = "";
  let second = "";
  for (let i = 0; i <= count; i++) {
    const share = i / count;
    first += stroke(side(0), share * height, side(share * width), height, thickness);
    if (twice) second += stroke(side(share * width), 0, side(width), share * height, thickness);
  }
  const r = height * random.pick([0.11, 0.15, 0.2] as const);
  return [
    { ink: "ink", path: first },
    { ink: twice ? "second" : "ink", path: second },
    {
      ink: "accent",
      path: circle(
        side(width * (0.6 + 0.16 * random.next())),
        height * (twice ? 0.5 : 0.32),
        r * (voices > 1 ? 1.15 : 1),
      ),
    },
  ];
};
