/** Without case, accents and blanks, to compare: " Parkett Élysée" and "parkett elysee" are the same. */
export const plainText = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{Diacritic}|\s/gu, "")
    .toLowerCase();
