/** Advance widths of Inter at weight 760, in thousandths of the size, by the letters that share them. */
const widths = new Map(
  Object.entries({
    230: " \u00a0",
    281: "Iijl",
    325: "’'",
    350: "!.,:;·|",
    378: "()[]`t/\\",
    410: "fr1",
    475: "-_{}",
    495: "^–",
    570: '"*?Ls“”z',
    588: "7FJackx",
    605: "Eevyo",
    636: "25hnubdgpqø",
    660: "3#P689$BRST+<=>~ß",
    685: "04&",
    735: "DKUYC",
    762: "GHXANVOØ",
    782: "Q",
    870: "w",
    930: "mMæ",
    1030: "—%@ÆŒœ",
    1050: "W",
  }).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)] as const)),
);
const unknown = 700;

/** The width of a text in Inter 760, in units of its size. Letters with marks are as wide as those without. */
export function measureText(text: string): number {
  const bare = text.normalize("NFD").replace(/\p{M}/gu, "");
  return [...bare].reduce((sum, letter) => sum + (widths.get(letter) ?? unknown), 0) / 1000;
}

/** Breaks a text into lines no wider than `width`, in units of the size. A word that is too wide gets its own line. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of bindNumbers(text).split(/ +/).filter(Boolean)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measureText(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** "No. 5" and "Op. 64" stay on one line. */
const bindNumbers = (text: string) => text.replace(/\b(No|Op|Nos|K|BWV)\. ?(?=\d)/g, "$1.\u00a0");

export type Setting = { size: number; lines: string[] };

/** The largest of `sizes` (largest first) at which the text fits the box; a text too long for the smallest is cut with an ellipsis. */
export function fitText(
  text: string,
  box: { width: number; height: number; leading: number },
  sizes: number[],
): Setting {
  for (const size of sizes) {
    const lines = wrapText(text, box.width / size);
    const wide = lines.some((line) => measureText(line) > box.width / size);
    if (!wide && lines.length * size * box.leading <= box.height) return { size, lines };
  }
  const size = sizes.at(-1) ?? 16;
  const room = Math.max(1, Math.floor(box.height / (size * box.leading)));
  const lines = wrapText(text, box.width / size);
  return { size, lines: lines.length > room ? cut(lines.slice(0, room), box.width / size) : lines };
}

function cut(lines: string[], width: number): string[] {
  let last = lines.at(-1) ?? "";
  while (last.length > 1 && measureText(`${last}…`) > width) last = last.slice(0, -1);
  return [...lines.slice(0, -1), `${last.replace(/[\s,.:;]+$/, "")}…`];
}
