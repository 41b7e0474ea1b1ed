/** The name of a row by its index: A to Z, then AA, AB and so on. */
export function rowLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : rowLetters(Math.floor(index / 26) - 1) + last;
}
