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
};

/** ASCII only: the most common case, and the fastest. */
const isPlain = /^[ -~\s]*$/;

/** Ignores case and diacritics: "Dvorak" finds "Dvořák", "Lutoslawski" "Lutosławski". */
export function fold(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase();
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[øłđðþßæœı]/g, (letter) => undivided[letter] ?? letter);
}
