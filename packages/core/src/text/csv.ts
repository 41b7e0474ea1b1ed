const formula = String.raw`'*[=+\-@\t\r\n＝＋－＠]`;
const guarded = new RegExp(`^'(?=${formula})`);
const dangerous = new RegExp(`^(?=${formula})`);

/** A text that a spreadsheet takes for a formula, full-width signs too, is shown as text after an apostrophe. */
export const guardFormula = (text: string): string => text.replace(dangerous, "'");

/** Undoes `guardFormula`, and nothing else. */
export const unguardFormula = (cell: string): string => cell.replace(guarded, "");

/** A number that is written out with all its digits. */
type Decimal = { readonly number: string };

/** A text is guarded; a number is no formula, so it stays as it is. */
export type Cell = string | number | Decimal | null;

/** A cell of an amount such as -12.50, which as a text would be guarded for its sign. Throws unless it is a plain number. */
export function decimal(text: string): Decimal {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`${JSON.stringify(text)} is no number`);
  return { number: text };
}

/** Excel takes a file without it for the code page of its country. */
const byteOrderMark = "\uFEFF";

/** The beginning of a file (RFC 4180): the names of its columns. */
export const writeHead = (columns: readonly string[]): string => byteOrderMark + writeLines([columns]);

export const writeLines = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((cells) => `${cells.map(writeCell).join(",")}\r\n`).join("");

function writeCell(cell: Cell): string {
  const text = toText(cell);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function toText(cell: Cell): string {
  if (typeof cell === "string") return guardFormula(cell);
  return typeof cell === "object" ? (cell?.number ?? "") : String(cell);
}
