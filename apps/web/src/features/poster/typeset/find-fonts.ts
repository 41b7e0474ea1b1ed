import { type Slice, slicesOf } from "./font-slices";
import { type OpenFont, openFont } from "./open-font";

/** Letters that are drawn with one font; `at` is their place in the text. */
export type Cluster = { text: string; at: number; font: OpenFont };

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const unseen = /^[\p{Default_Ignorable_Code_Point}\p{Cf}]$/u;

/** The text by the fonts that have its letters, or null if any letter is in none of them. */
export async function findFonts(text: string): Promise<Cluster[] | null> {
  const rank = rankFamilies(text);
  const clusters: Cluster[] = [];
  for (const { segment, index } of graphemes.segment(text)) {
    const whole = await findFont([...segment], rank);
    if (whole) {
      clusters.push({ text: segment, at: index, font: whole });
      continue;
    }
    const parts = await findParts(segment, index, rank);
    if (parts === null) return null;
    clusters.push(...parts);
  }
  return clusters;
}

type Rank = (slice: Slice, isEmoji: boolean) => number;

/** One font for all of these code points; those that show nothing need no glyph. */
async function findFont(letters: string[], rank: Rank): Promise<OpenFont | null> {
  const seen = letters.filter((letter) => !unseen.test(letter)).map(codePointOf);
  const isEmoji = letters.includes("\ufe0f");
  const candidates = slicesOf(seen[0] ?? 0x20).toSorted((a, b) => rank(a, isEmoji) - rank(b, isEmoji));
  // A slice that also lists the joiners has the whole sequence as one sign.
  const joined = letters.map(codePointOf);
  const listing = (points: number[]) =>
    candidates.filter((slice) => points.every((point) => slicesOf(point).includes(slice)));
  for (const slice of [...listing(joined), ...listing(seen)]) {
    const font = await openFont(slice);
    if (seen.every(font.covers)) return font;
  }
  return null;
}

/** The parts of what no single font has, such as a person and a profession whose common sign is missing. */
async function findParts(segment: string, at: number, rank: Rank): Promise<Cluster[] | null> {
  const parts: Cluster[] = [];
  let index = at;
  for (const letter of segment) {
    const isBlank = /^\s$/u.test(letter);
    const font = unseen.test(letter) ? null : await findFont([isBlank ? " " : letter], rank);
    if (font) parts.push({ text: isBlank ? " " : letter, at: index, font });
    else if (!unseen.test(letter)) return null;
    index += letter.length;
  }
  return parts;
}

/** Chinese, Japanese and Korean share letters that each of them writes in another form. */
function rankFamilies(text: string): Rank {
  const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  const isKorean = /\p{Script=Hangul}/u.test(text);
  const east = isJapanese ? ["jp", "sc", "kr"] : isKorean ? ["kr", "sc", "jp"] : ["sc", "jp", "kr"];
  return ({ family }, isEmoji) => {
    if (family === "noto-emoji") return isEmoji ? -1 : 9;
    return east.indexOf(family.replace("noto-sans-", "")) + 1;
  };
}

const codePointOf = (letter: string) => letter.codePointAt(0) ?? 0;
