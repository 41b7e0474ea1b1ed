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
/** Of letters that other fonts draw, no narrower than most of them are. */
const elsewhere = { wide: 1000, emoji: 1300, mark: 450, other: 750 };
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;
/** A letter with its marks, or signs joined into one. */
const letters = /\p{Regional_Indicator}{2}|\P{M}(?:[\p{M}\p{Emoji_Modifier}]|\u200d\P{M})*|\p{M}+/gu;
/** Where lines of these scripts may break although no space is there: not before a closing sign or a small kana. */
const units =
  /(?:[「『（【〈《]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][\p{M}ー、。・」』）】〉》ぁぃぅぇぉっゃゅょァィゥェォッャュョ！？]*)|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/** The width of a text in Inter 760, in units of its size. Letters with marks are as wide as those without. */
export function measureText(text: string): number {
  return [...text.normalize("NFC")].reduce((sum, letter) => sum + measureLetter(letter), 0) / 1000;
}

function measureLetter(letter: string): number {
  const [bare = letter] = letter.normalize("NFD");
  const known = widths.get(bare);
  if (known !== undefined) return known;
  if (/^[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]/u.test(letter)) return 0;
  if (/^\p{Mc}/u.test(letter)) return elsewhere.mark;
  if (wide.test(letter)) return elsewhere.wide;
  return /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(letter) ? elsewhere.emoji : elsewhere.other;
}

/** Breaks a text into lines no wider than `width`, in units of the size. A word that is too wide gets its own line. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of bindNumbers(text).split(/ +/).filter(Boolean)) {
    for (const [index, unit] of (word.match(units) ?? [word]).entries()) {
      const longer = line === "" || index > 0 ? line + unit : `${line} ${unit}`;
      if (line !== "" && measureText(longer) > width) {
        lines.push(line);
        line = unit;
      } else line = longer;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** Lines that are wider than `width`, broken within their words. */
function breakWords(lines: string[], width: number): string[] {
  return lines.flatMap((line) => {
    if (measureText(line) <= width) return [line];
    const parts = [""];
    for (const letter of line.match(letters) ?? []) {
      const last = parts.at(-1) ?? "";
      if (last !== "" && measureText(last + letter) > width) parts.push(letter);
      else parts[parts.length - 1] = last + letter;
    }
    return parts;
  });
}

/** "No. 5" and "Op. 64" stay on one line. */
export const bindNumbers = (text: string) => text.replace(/\b(No|Op|Nos|K|BWV)\. ?(?=\d)/g, "$1.\u00a0");

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
  const lines = breakWords(wrapText(text, box.width / size), box.width / size);
  return { size, lines: lines.length > room ? cut(lines.slice(0, room), box.width / size) : lines };
}

function cut(lines: string[], width: number): string[] {
  const last = lines.at(-1)?.match(letters) ?? [];
  while (last.length > 1 && measureText(`${last.join("")}…`) > width) last.pop();
  return [...lines.slice(0, -1), `${last.join("").replace(/[\s,.:;]+$/, "")}…`];
}
