import { readFileSync } from "node:fs";

export type Oklch = { lightness: number; chroma: number; hue: number };
export type ThemeName = "light" | "dark";

const colour = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;
const pair = new RegExp(String.raw`^light-dark\(${colour}, ${colour}\)$`);
const single = new RegExp(`^${colour}$`);

const toOklch = (parts: (string | undefined)[]): Oklch => {
  const [lightness = 0, chroma = 0, hue = 0] = parts.map(Number);
  return { lightness, chroma, hue };
};

/** The opaque colour tokens of the style sheet, as each theme has them. */
export function readTokens(): Record<ThemeName, Map<string, Oklch>> {
  const sheet = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
  const root = /:root \{([^}]*)\}/.exec(sheet)?.[1] ?? "";
  const themes = { light: new Map<string, Oklch>(), dark: new Map<string, Oklch>() };
  for (const [, name = "", value = ""] of root.matchAll(/--([\w-]+): ([^;]+);/g)) {
    const both = pair.exec(value) ?? twice(single.exec(value));
    if (!both) continue;
    themes.light.set(name, toOklch(both.slice(1, 4)));
    themes.dark.set(name, toOklch(both.slice(4, 7)));
  }
  return themes;
}

function twice(match: RegExpExecArray | null): string[] | null {
  return match && ["", ...match.slice(1), ...match.slice(1)];
}
