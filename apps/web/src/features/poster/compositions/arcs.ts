import type { Composition } from "../composition";
import { ring } from "../draw-path";

/** Rings about one corner, each broader than the last, opening by steps of a sixteenth. */
export const drawArcs: Composition = (random, { width, height, voices }) => {
  const corner = random.pick([
    { x: 0.18, y: 0.82 },
    { x: 0.82, y: 0.2 },
    { x: 0.5, y: 0.5 },
    { x: 0.24, y: 0.3 },
  ]);
  const [cx, cy] = [corner.x * width, corner.y * height];
  const reach = Math.hypot(Math.max(cx, width - cx), Math.max(cy, height - cy));
  const paths = { ink: "", accent: "" };
  const accented = random.whole(2, 4);
  let inner = 14;
  for (let i = 0; inner < reach; i++) {
    const thickness = 9 * 1.36 ** i;
    const from = random.whole(0, 15) / 16;
    const sweep = random.whole(4, 11) / 16;
    const name = i >= accented && i < accented + Math.min(voices, 2) ? "accent" : "ink";
    paths[name] += ring(cx, cy, inner, inner + thickness, from, from + sweep);
    inner += thickness * 1.5;
  }
  return [
    { ink: "ink", path: paths.ink },
    { ink: "accent", path: paths.accent },
  ];
};
