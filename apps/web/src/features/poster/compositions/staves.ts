import type { Composition } from "../composition";
import { circle, stroke } from "../draw-path";

/** Five lines that climb across the sheet, and the notes that rest on them. */
export const drawStaves: Composition = (random, { width, height, voices }) => {
  const rise = random.pick([-0.5, -0.3, 0.3, 0.5] as const) * height;
  const gap = height * random.pick([0.085, 0.1, 0.115] as const);
  const thickness = random.pick([5, 9, 14] as const);
  const middle = height / 2;
  const lineAt = (line: number, x: number) => middle + (line - 2) * gap + (x / width - 0.5) * rise;
  const lines = [0, 1, 2, 3, 4]
    .map((line) => stroke(-20, lineAt(line, -20), width + 20, lineAt(line, width + 20), thickness))
    .join("");
  const notes = { ink: "", accent: "" };
  const count = 5 + voices;
  for (let i = 0; i < count; i++) {
    const x = ((i + 0.6) / (count + 0.2)) * width;
    const line = random.whole(0, 8) / 2;
    const solo = i % Math.max(2, Math.floor(count / 2)) === 1;
    notes[solo ? "accent" : "ink"] += circle(x, lineAt(line, x), solo ? gap * 0.95 : gap * 0.44);
  }
  return [
    { ink: "ink", path: lines },
    { ink: "accent", path: notes.accent },
    { ink: "ink", path: notes.ink },
  ];
};
