import QrCode from "qrcode";
import { expect, test } from "vitest";
import { drawCode } from "./ticket-code";

/** Fills a grid from the path's bars. */
function fill({ size, path }: { size: number; path: string }): boolean[] {
  const grid = new Array<boolean>(size * size).fill(false);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    grid.fill(true, Number(y) * size + Number(x), Number(y) * size + Number(x) + Number(width));
  return grid;
}

test("draws exactly the dark modules, with a quiet zone of four units", () => {
  const code = drawCode("evently:booking-00001");
  const { size, data } = QrCode.create("evently:booking-00001", { errorCorrectionLevel: "M" }).modules;
  expect(code.size).toBe(size + 8);
  const grid = fill(code);
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) {
      const inside = x >= 4 && y >= 4 && x < size + 4 && y < size + 4;
      expect(grid[y * code.size + x]).toBe(inside && Boolean(data[(y - 4) * size + (x - 4)]));
    }
});

test("draws another code for another booking", () => {
  expect(drawCode("evently:booking-00001").path).not.toBe(drawCode("evently:booking-00002").path);
});
