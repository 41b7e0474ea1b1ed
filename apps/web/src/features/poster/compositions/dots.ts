import type { Composition } from "../composition";
import { circle } from "../draw-path";

/** A grid of discs through which a wave passes; the soloists among them are in the second ink. */
export const drawDots: Composition = (random, { width, height, voices }) => {
  const columns = random.pick([6, 8] as const);
  const cell = width / columns;
  const rows = Math.round(height / cell);
  const [sx, sy] = [random.whole(-1, columns), random.whole(-1, rows)];
  const wave = random.pick([0.16, 0.22, 0.3] as const);
  const paths = { ink: "", accent: "" };
  const solos = new Set(Array.from({ length: voices }, () => random.whole(0, columns * rows - 1)));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const distance = Math.hypot(column - sx, row - sy);
      const swell = 0.5 + 0.5 * Math.cos(distance * wave * 2 * Math.PI);
      const solo = solos.has(row * columns + column);
      const r = cell * (solo ? 0.46 : 0.06 + 0.4 * swell);
      paths[solo ? "accent" : "ink"] += circle((column + 0.5) * cell, (row + 0.5) * (height / rows), r);
    }
  }
  return [
    { ink: "ink", path: paths.ink },
    { ink: "accent", path: paths.accent },
  ];
};
