import { readFileSync } from "node:fs";
import { type Color, parse } from "culori";

export type ThemeName = "light" | "dark";

const pair = /^light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\)$/;
const single = /^oklch\([^)]*\)$/;

/** The opaque color tokens of the style sheet, as each theme has them. */
export function readTokens(): Record<ThemeName, Map<string, Color>> {
  const sheet = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
  const root = /:root \{([^}]*)\}/.exec(sheet)?.[1] ?? "";
  const themes = { light: new Map<string, Color>(), dark: new Map<string, Color>() };
  for (const [, name = "", value = ""] of root.matchAll(/--([\w-]+): ([^;]+);/g)) {
    const [light, dark] = single.test(value) ? [value, value] : (pair.exec(value)?.slice(1) ?? []);
    const colors = { light: parse(light ?? ""), dark: parse(dark ?? "") };
    if (!colors.light || !colors.dark || "alpha" in colors.light) continue;
    themes.light.set(name, colors.light);
    themes.dark.set(name, colors.dark);
  }
  return themes;
}
