import { type Color, clampRgb, differenceEuclidean, parse, wcagContrast } from "culori";
import { describe, expect, test } from "vitest";
import { readTokens, type ThemeName } from "./read-tokens";
import { simulateVision, type Vision } from "./simulate-vision";

const tokens = readTokens();
const themes: ThemeName[] = ["light", "dark"];
const surfaces = ["paper", "card", "sunken"];
const seats = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `seat-${number}`);

const distance = differenceEuclidean("oklab");
const justNoticeable = 0.02;

function colorOf(theme: ThemeName, name: string): Color {
  const color = tokens[theme].get(name);
  if (!color) throw new Error(`There is no token --${name}.`);
  return color;
}

const distanceSeen = (first: Color, second: Color, vision: Vision) =>
  distance(simulateVision(clampRgb(first), vision), simulateVision(clampRgb(second), vision));

test("two colors that red-green blindness confuses come together in the simulation, and stay apart without it", () => {
  const [green, amber] = [parse("#00ff00"), parse("#ffbf00")];
  if (!green || !amber) throw new Error("Both are colors.");
  expect(distanceSeen(green, amber, "normal")).toBeCloseTo(distance(green, amber), 5);
  expect(distanceSeen(green, amber, "deuteranopia")).toBeLessThan(distance(green, amber) / 2);
});

describe.each(themes)("in the %s theme", (theme) => {
  const names = [...tokens[theme].keys()];
  const ratio = (first: string, second: string) => wcagContrast(colorOf(theme, first), colorOf(theme, second));

  test("a screen can show every token", () => {
    expect(names.length).toBeGreaterThan(28);
    const isShowable = (color: Color) => distance(color, clampRgb(color)) < justNoticeable / 4;
    expect(names.filter((name) => !isShowable(colorOf(theme, name)))).toEqual([]);
  });

  const pairs = names
    .filter((name) => name.startsWith("on-") && name !== "on-seat")
    .map((text) => [text, text.slice(3)] as const);
  test.each(pairs)("%s is readable on %s", (text, surface) => {
    expect(ratio(text, surface)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(surfaces)("ink, soft ink and curtain are readable on %s", (surface) => {
    for (const name of ["ink", "soft", "curtain"]) expect(ratio(name, surface), name).toBeGreaterThanOrEqual(4.5);
  });

  test("the text of a pressed chip and of a hovered button is readable", () => {
    expect(ratio("paper", "ink")).toBeGreaterThanOrEqual(4.5);
    expect(ratio("on-curtain", "curtain-deep")).toBeGreaterThanOrEqual(4.5);
  });

  test.each(surfaces)("outlines of controls have a contrast of 3 on %s", (surface) => {
    expect(ratio("outline", surface)).toBeGreaterThanOrEqual(3);
  });

  test.each(seats)("%s has a contrast of 3 on the card, and its mark on the seat", (seat) => {
    expect(ratio(seat, "card")).toBeGreaterThanOrEqual(3);
    expect(ratio(seat, "on-seat")).toBeGreaterThanOrEqual(3);
  });

  test.each<Vision>(["normal", "protanopia", "deuteranopia", "tritanopia"])(
    "eight seat types stay apart under %s vision",
    (vision) => {
      const shown = [...seats, "curtain"];
      for (const [index, first] of shown.entries()) {
        for (const second of shown.slice(index + 1)) {
          const apart = distanceSeen(colorOf(theme, first), colorOf(theme, second), vision);
          expect(apart, `${first} and ${second}`).toBeGreaterThan(0.075);
        }
      }
    },
  );
});
