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

/** Nothing but ASCII: the most common case, and the quickest. */
const isPlain = /^[ -~\s]*$/;

/** Diacritics and capitals make no difference: "Dvorak" finds "Dvořák", "Lutoslawski" "Lutosławski". */
export function fold(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase();
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[øłđðþßæœı]/g, (letter) => undivided[letter] ?? letter);
}
