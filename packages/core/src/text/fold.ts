import { foldScripts, oneOf } from "./fold-scripts.ts";

const undivided: Record<string, string> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ς: "σ",
};

/** ASCII only: the most common case, and the fastest. */
const isPlain = /^[ -~\s]*$/;
/** Without a letter that has a variant of its own outside Latin, Greek and Cyrillic. */
const isEuropean = /^[\0-\u058f\u1e00-\u206f]*$/;
/** What is neither seen nor spoken: soft hyphens, joiners, marks of direction, variation selectors, trade marks. */
const unseen = oneOf(
  String.raw`\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff™℠`,
);
/** Accents of Latin, Greek and Cyrillic; by number, so that a newer Unicode in another runtime folds alike. */
const accents = oneOf(String.raw`\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff`);
const apostrophes = /[\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bf\u00b4`]/g;
const dashes = /[\u2010-\u2015\u2212]/g;

/**
 * Ignores how a text is written: case, diacritics, width, points, kana, and the variants of fold-scripts.ts. "Dvorak"
 * finds "Dvořák", "ＡＢＣ" "abc", "ばっは" "バッハ". "&" is "and" between words.
 */
export function fold(text: string): string {
  if (isPlain.test(text)) return spellAnd(text.toLowerCase());
  const folded = text
    .replace(apostrophes, "'")
    .replace(unseen, "")
    .replace(/№(?=\s*\p{N})/gu, "no ")
    .normalize("NFKD")
    .replace(accents, "")
    .toLowerCase()
    .replace(dashes, "-")
    .replace(/[øłđðþßæœıς]/g, (letter) => undivided[letter] ?? letter);
  return spellAnd(isEuropean.test(folded) ? folded : foldScripts(folded));
}

/** A sign alone stays a sign. */
function spellAnd(text: string): string {
  if (!/&| \+ /.test(text) || !/[\p{L}\p{N}]/u.test(text)) return text;
  return text.replace(/\s*&\s*| \+ /g, " and ");
}
