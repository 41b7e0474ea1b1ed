import { seatGlyph } from "../src/features/hall/drawing/seat-glyphs";
import { expect, test } from "./story";

const plain = { accessible: false, restricted: false, lost: false };
const available = (type: number) => seatGlyph({ ...plain, state: "available", type });
const states = [
  ...(["held", "taken", "selected", "yours"] as const).map((state) => seatGlyph({ ...plain, state, type: 0 })),
  seatGlyph({ ...plain, state: "available", type: 0, accessible: true }),
];

test("forty seat types and every state are told apart without any color, as small as seats are drawn", {
  tag: "@one-size",
}, async ({ page }) => {
  const types = Array.from({ length: 40 }, (_, type) => available(type));
  const shares = await page.evaluate(findAlike, [...types, ...states]);
  const alike = (from: number, to: number) =>
    shares.filter(([a, b]) => a >= from && b < to).map(([a, b, share]) => `${a} and ${b}: ${share.toFixed(2)}`);
  expect(alike(0, 8).filter((pair) => Number(pair.split(": ")[1]) < 0.12)).toEqual([]);
  expect(shares.filter(([, , share]) => share < 0.06).map(([a, b, share]) => [a, b, share])).toEqual([]);
});

test("a restricted view shows on a seat of any type", { tag: "@one-size" }, async ({ page }) => {
  for (let type = 0; type < 40; type++) {
    const cut = seatGlyph({ ...plain, state: "available", type, restricted: true });
    const [[, , share]] = (await page.evaluate(findAlike, [available(type), cut])) as [[number, number, number]];
    expect(share, `type ${type}`).toBeGreaterThan(0.04);
  }
});

/** For each two shapes: how much of a seat, drawn 16 pixels wide in one color, differs. */
function findAlike(paths: string[]): [number, number, number][] {
  const size = 16;
  const drawn = paths.map((path) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [size, size];
    const pen = canvas.getContext("2d");
    pen?.setTransform(size / 2.4, 0, 0, size / 2.4, size / 2, size / 2);
    pen?.fill(new Path2D(path), "evenodd");
    return [...(pen?.getImageData(0, 0, size, size).data ?? [])].filter((_, index) => index % 4 === 3);
  });
  const whole = (drawn[0] ?? []).reduce((sum, alpha) => sum + alpha, 0);
  return drawn.flatMap((first, a) =>
    drawn.slice(a + 1).map((second, index): [number, number, number] => {
      const apart = first.reduce((sum, alpha, at) => sum + Math.abs(alpha - (second[at] ?? 0)), 0);
      return [a, a + 1 + index, apart / whole];
    }),
  );
}
