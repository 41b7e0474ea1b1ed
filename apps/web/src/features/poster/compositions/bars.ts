import type { Composition } from "../composition";
import { rect } from "../draw-path";

/** Organ pipes: bars whose widths grow by a constant ratio, from the top or from the bottom. */
export const drawBars: Composition = (random, { width, height, voices }) => {
  const count = random.whole(8, 12);
  const ratio = random.pick([1.16, 1.22, 1.3]);
  const mirrored = random.next() < 0.5;
  const hung = random.next() < 0.4;
  const turns = random.pick([0.5, 0.75, 1] as const);
  const phase = 0.4 * random.next();
  const unit = width / ((ratio ** count - 1) / (ratio - 1));
  const paths = { ink: "", accent: "" };
  const solo = random.whole(Math.floor(count / 2), count - 1);
  let x = 0;
  for (let i = 0; i < count; i++) {
    const w = unit * ratio ** i;
    const share = 0.32 + 0.62 * (0.5 + 0.5 * Math.sin((i / count) * turns * 2 * Math.PI + phase));
    const h = share * height;
    const name = i <= solo && i > solo - Math.min(2, voices) ? "accent" : "ink";
    const left = mirrored ? width - x - w : x;
    paths[name] += rect(left, hung ? 0 : height - h, w * 0.76, h);
    x += w;
  }
  return [
    { ink: "ink", path: paths.ink },
    { ink: "accent", path: paths.accent },
  ];
};
