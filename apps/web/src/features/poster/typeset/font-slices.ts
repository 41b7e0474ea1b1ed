import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** A font file with the letters of one script, or with some of them. */
export type Slice = { family: string; file: string };

/** What the site is run from is its own folder, what tests are run from the repository's. */
const folder = basename(process.cwd()) === "web" ? process.cwd() : join(process.cwd(), "apps/web");

const scripts = [
  "arabic",
  "hebrew",
  "devanagari",
  "bengali",
  "tamil",
  "thai",
  "armenian",
  "georgian",
  "sc",
  "jp",
  "kr",
];

/** The families in the order in which a letter is looked for, each with the slices taken from it. */
const families: [name: string, slices: RegExp][] = [
  ["inter", /./],
  ...scripts.map((script): [string, RegExp] => [`noto-sans-${script}`, /^(?!latin|math|symbols)/]),
  ["noto-emoji", /./],
  ["noto-sans-arabic", /^(math|symbols)/],
];

let known: Map<number, Slice[]> | undefined;

/** The slices that list a code point, in the families' order. */
export function slicesOf(codePoint: number): readonly Slice[] {
  known ??= listSlices();
  return known.get(codePoint) ?? [];
}

export const readSlice = ({ file }: Slice): Buffer => readFileSync(file);

function listSlices(): Map<number, Slice[]> {
  const listed = new Map<number, Slice[]>();
  for (const [family, taken] of families) {
    const home = join(folder, "node_modules/@fontsource-variable", family);
    const ranges = JSON.parse(readFileSync(join(home, "unicode.json"), "utf8")) as Record<string, string>;
    for (const [name, text] of Object.entries(ranges)) {
      const subset = name.replace(/[[\]]/g, "");
      if (!taken.test(subset)) continue;
      const slice = { family, file: join(home, `files/${family}-${subset}-wght-normal.woff2`) };
      for (const codePoint of readRanges(text)) listed.set(codePoint, [...(listed.get(codePoint) ?? []), slice]);
    }
  }
  return listed;
}

/** "U+41-5A,U+C5" as numbers. */
function readRanges(text: string): number[] {
  return text.split(",").flatMap((range) => {
    const [first = "", last = first] = range.replace("U+", "").split("-");
    const from = Number.parseInt(first, 16);
    return Array.from({ length: Number.parseInt(last, 16) - from + 1 }, (_, index) => from + index);
  });
}
