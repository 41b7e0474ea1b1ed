import type { Composition } from "../composition";
import { circle, polygon } from "../draw-path";

/** Light that falls from one point above the stage, and the disc that it finds. */
export const drawBeams: Composition = (random, { width, height, voices }) => {
  const count = random.whole(7, 11);
  const x = random.pick([0.12, 0.5, 0.88] as const) * width;
  const far = width * 2.2;
  const from = x < width / 3 ? -0.02 : x > width / 1.5 ? 0.23 : 0.03;
  const spread = x > width / 3 && x < width / 1.5 ? 0.44 : 0.29;
  const at = (turn: number) => {
    const angle = (from + turn * spread) * 2 * Math.PI;
    return [x + far * Math.cos(angle), far * Math.sin(angle) - 30] as const;
  };
  const beams = Array.from({ length: count }, (_, i) => polygon([[x, -30], at(i / count), at((i + 0.5) / count)]));
  const r = height * random.pick([0.14, 0.18, 0.22] as const);
  const low = height * (0.64 + 0.14 * random.next());
  const leans = x > width / 2 ? -1 : 1;
  const discs = Array.from({ length: Math.min(voices, 2) }, (_, i) =>
    circle(width * (0.5 + leans * 0.14) - leans * i * r * 2.1, low - i * r * 0.35, r * 0.62 ** i),
  );
  return [
    { ink: "ink", path: beams.join("") },
    { ink: "accent", path: discs.join("") },
  ];
};
