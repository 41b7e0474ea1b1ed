import { createRequire } from "node:module";
import { decodeQR } from "qr/decode.js";
import QrCode from "qrcode";
import { expect, it } from "vitest";
import { drawCode } from "./draw-code.ts";

// A module of before ES modules, of which bundlers and Node make different things.
const { default: jsQr } = createRequire(import.meta.url)("jsqr") as typeof import("jsqr");

const code =
  "E1.k1.123456.1234567.BALA-12.1.9hT0kQeW3rYuIoPaSdFgHjKlZxCvBnM1234567890Ab9hT0kQeW3rYuIoPaSdFgHjKlZxCvBnM12345678_-A";

/** The picture as RGBA, `scale` pixels a module. */
function paint(text: string, scale: number) {
  const { size, bars } = drawCode(text);
  const width = size * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const bar of bars)
    for (let y = bar.y * scale; y < (bar.y + 1) * scale; y++)
      for (let x = bar.x * scale; x < (bar.x + bar.width) * scale; x++)
        data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return { data, width, height: width };
}

it("draws exactly the dark modules, with a quiet zone of four units", () => {
  const { size, bars } = drawCode(code);
  const { size: inner, data } = QrCode.create(code, { errorCorrectionLevel: "M" }).modules;
  expect(size).toBe(inner + 8);
  const dark = new Set(bars.flatMap(({ x, y, width }) => Array.from({ length: width }, (_, i) => `${x + i} ${y}`)));
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const inside = x >= 4 && y >= 4 && x < size - 4 && y < size - 4;
      expect(dark.has(`${x} ${y}`)).toBe(inside && Boolean(data[(y - 4) * inner + (x - 4)]));
    }
});

it("is of version 7 at most for a ticket's code", () => {
  expect(code.length).toBeGreaterThan(115);
  expect(drawCode(code).size).toBeLessThanOrEqual(45 + 8);
});

it("is read by two libraries, at the size of a small phone", () => {
  const { data, width, height } = paint(code, 4);
  expect(jsQr(data, width, height)?.data).toBe(code);
  expect(decodeQR({ data, width, height })).toBe(code);
});
