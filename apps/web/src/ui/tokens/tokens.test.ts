import { describe, expect, test } from "vitest";
import { contrast, distance, hexToLinear, isShowable, type Rgb, toLinear, type Vision } from "./color";
import { readTokens, type ThemeName } from "./read-tokens";

const tokens = readTokens();
const themes: ThemeName[] = ["light", "dark"];
const surfaces = ["paper", "card", "sunken"];
const seats = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `seat-${number}`);

function colourOf(theme: ThemeName, name: string): Rgb {
  const token = tokens[theme].get(name);
  if (!token) throw new Error(`There is no token --${name}.`);
  return toLinear(token);
}

test("the measures agree with known values", () => {
  expect(contrast(hexToLinear("#000000"), hexToLinear("#ffffff"))).toBeCloseTo(21, 5);
  expect(contrast(hexToLinear("#767676"), hexToLinear("#ffffff"))).toBeCloseTo(4.54, 2);
  expect(contrast(toLinear({ lightness: 1, chroma: 0, hue: 0 }), hexToLinear("#ffffff"))).toBeCloseTo(1, 3);
  expect(distance(hexToLinear("#00ff00"), hexToLinear("#ffbf00"), "deuteranopia")).toBeLessThan(
    distance(hexToLinear("#00ff00"), hexToLinear("#ffbf00"), "normal") / 2,
  );
});

describe.each(themes)("in the %s theme", (theme) => {
  const names = [...tokens[theme].keys()];
  const ratio = (one: string, other: string) => contrast(colourOf(theme, one), colourOf(theme, other));

  test("every token is a colour that a screen can show", () => {
    expect(names.length).toBeGreaterThan(28);
    expect(names.filter((name) => !isShowable(colourOf(theme, name)))).toEqual([]);
  });

  const pairs = names
    .filter((name) => name.startsWith("on-") && name !== "on-seat")
    .map((on) => [on, on.slice(3)] as const);
  test.each(pairs)("%s can be read on %s", (on, under) => {
    expect(ratio(on, under)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(surfaces)("ink, soft ink and curtain can be read on %s", (surface) => {
    for (const name of ["ink", "soft", "curtain"]) expect(ratio(name, surface), name).toBeGreaterThanOrEqual(4.5);
  });

  test("what is written on a pressed chip and on a hovered button can be read", () => {
    expect(ratio("paper", "ink")).toBeGreaterThanOrEqual(4.5);
    expect(ratio("on-curtain", "curtain-deep")).toBeGreaterThanOrEqual(4.5);
  });

  test.each(surfaces)("outlines of controls stand off %s", (surface) => {
    expect(ratio("outline", surface)).toBeGreaterThanOrEqual(3);
  });

  test.each(seats)("%s stands off the hall's floor, and its mark off the seat", (seat) => {
    expect(ratio(seat, "card")).toBeGreaterThanOrEqual(3);
    expect(ratio(seat, "on-seat")).toBeGreaterThanOrEqual(3);
  });

  test.each<Vision>(["normal", "protanopia", "deuteranopia", "tritanopia"])(
    "eight seat types stay apart to %s vision",
    (vision) => {
      const shown = [...seats, "curtain"];
      for (const [i, one] of shown.entries()) {
        for (const other of shown.slice(i + 1)) {
          expect(distance(colourOf(theme, one), colourOf(theme, other), vision), `${one} and ${other}`).toBeGreaterThan(
            0.075,
          );
        }
      }
    },
  );
});
