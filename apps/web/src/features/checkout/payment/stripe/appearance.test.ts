import { expect, test } from "vitest";
import { toAppearance, toHex } from "./appearance";

test.each([
  ["color(srgb 0 0.5 1)", "#0080ff"],
  ["color(srgb -0.02 1.0001 0.2)", "#00ff33"],
  ["color(srgb 1e-7 0 0)", "#000000"],
  ["color(srgb none 0 0)", null],
  ["oklch(0.22 0.02 285)", null],
  ["", null],
])("%s is %s to Stripe", (computed, hex) => {
  expect(toHex(computed)).toBe(hex);
});

test("the form has the page's colors, and nothing in it moves where nothing should", () => {
  const colors = { card: "#ffffff", ink: "#111111", soft: "#555555", outline: "#888888", curtain: "#aa0022" };
  const { variables, rules, disableAnimations } = toAppearance(colors, true);
  expect(variables).toMatchObject({ colorBackground: "#ffffff", colorText: "#111111", colorPrimary: "#aa0022" });
  expect(rules?.[".Input, .Block, .Tab"]).toMatchObject({ border: "1px solid #888888" });
  expect(disableAnimations).toBe(true);
  // What Stripe's frame can't read would be dropped without a word.
  expect(JSON.stringify({ variables, rules })).not.toMatch(/var\(|oklch|light-dark/);
});
