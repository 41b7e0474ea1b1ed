import type { Composition, Layer } from "../composition";
import { polygon } from "../draw-path";

/** Squares one within the other, each turned a little further. */
export const drawTurns: Composition = (random, { width, height }) => {
  const count = random.whole(9, 13);
  const turn = random.pick([-9, -6, 6, 9, 12] as const) * (Math.PI / 180);
  const shrink = random.pick([0.8, 0.84] as const);
  const [cx, cy] = [width * (0.4 + 0.2 * random.next()), height / 2];
  const solo = random.whole(2, 5);
  return Array.from({ length: count }, (_, i): Layer => {
    const r = width * 0.86 * shrink ** i;
    const corners = [0, 1, 2, 3].map((corner) => {
      const angle = i * turn + (corner * Math.PI) / 2 + Math.PI / 4;
      return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)] as const;
    });
    return { ink: i === solo ? "accent" : i % 2 === 0 ? "ink" : "paper", path: polygon(corners) };
  });
};
