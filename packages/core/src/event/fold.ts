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

/** Diacritics and capitals make no difference: "Dvorak" finds "Dvořák", "Lutoslawski" "Lutosławski". */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[øłđðþßæœı]/g, (letter) => undivided[letter] ?? letter);
}
