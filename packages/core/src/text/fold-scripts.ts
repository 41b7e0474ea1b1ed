/** Hebrew points and cantillation, Arabic vowels and hamza above or below a letter, tatweel, the nukta of Indic scripts. */
const points = oneOf(
  String.raw`\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7`,
  String.raw`\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff`,
  String.raw`\u093c\u09bc\u0a3c\u0abc\u0b3c`,
);

/** Letters that are written one for the other: of Arabic and Persian, and the final forms of Hebrew. */
const variants: Record<string, string> = {
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ې: "ي",
  ة: "ه",
  ۀ: "ه",
  ە: "ه",
  ہ: "ه",
  ک: "ك",
  ء: "",
  ך: "כ",
  ם: "מ",
  ן: "נ",
  ף: "פ",
  ץ: "צ",
};
const variant = oneOf(...Object.keys(variants));

/** The zeros of Arabic, Persian, Devanagari, Bengali, Thai, Lao, Burmese and Khmer digits. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x1040, 0x17e0];
const digits = oneOf(...zeros.map((zero) => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`));

/** A nasal before a stop is the same sound as the anusvara: हिन्दी and हिंदी. */
const nasals = /[ङञणनम]\u094d(?=[क-घच-झट-ढत-धप-भ])|\u0901/g;

/** The v of borrowed names: ヴェ is also written ベ. */
const borrowed: Record<string, string> = { ゔぁ: "ば", ゔぃ: "び", ゔぇ: "べ", ゔぉ: "ぼ", ゔ: "ぶ" };

/** Folds what Arabic, Hebrew, Devanagari and Japanese write in more than one way; takes lower-case text in NFKD. */
export function foldScripts(text: string): string {
  return text
    .replace(points, "")
    .replace(variant, (letter) => variants[letter] ?? letter)
    .replace(digits, toDigit)
    .replace(nasals, "\u0902")
    .replace(/(?<=[א-ת])["'\u05f3\u05f4](?=[א-ת])/g, "\u05f4")
    .normalize("NFC")
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/ゔ[ぁぃぇぉ]?/g, (sound) => borrowed[sound] ?? sound);
}

function toDigit(letter: string): string {
  const code = letter.charCodeAt(0);
  const zero = zeros.findLast((first) => first <= code) ?? code;
  return String(code - zero);
}

/** Every letter of some ranges. A function, since combining signs can't be read in a literal. */
export function oneOf(...ranges: string[]): RegExp {
  return new RegExp(`[${ranges.join("")}]`, "g");
}
