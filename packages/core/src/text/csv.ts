const formula = String.raw`'*[=+\-@\t\r\n＝＋－＠]`;
const guarded = new RegExp(`^'(?=${formula})`);
const dangerous = new RegExp(`^(?=${formula})`);

/** A text that a spreadsheet takes for a formula, full-width signs too, is shown as text after an apostrophe. */
export const guardFormula = (text: string): string => text.replace(dangerous, "'");

/** Undoes `guardFormula`, and nothing else. */
export const unguardFormula = (cell: string): string => cell.replace(guarded, "");

/** A text is guarded; a number is no formula, so it stays as it is. */
export type Cell = string | number | null;

/** Excel takes a file without it for the code page of its country. */
const byteOrderMark = "\uFEFF";

/** The beginning of a file (RFC 4180): the names of its columns. */
export const writeHead = (columns: readonly string[]): string => byteOrderMark + writeLines([columns]);

export const writeLines = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((cells) => `${cells.map(writeCell).join(",")}\r\n`).join("");

function writeCell(cell: Cell): string {
  const text = typeof cell === "string" ? guardFormula(cell) : String(cell ?? "");
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
