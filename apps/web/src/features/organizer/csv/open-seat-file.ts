import { decodeText, type Encoding, guessEncoding, isWorkbook } from "./decode-text";
import { findHeader } from "./guess-columns";
import { readTable, type TableRecord } from "./read-table";

/** A file as a table: `above` are the lines over the column names, which are not read. */
export type SeatFile = {
  encoding: Encoding;
  header: string[];
  hasHeader: boolean;
  above: number;
  records: TableRecord[];
};
/** What a person corrects of what was guessed. */
export type FileChoice = { encoding?: Encoding; hasHeader?: boolean };

/** 30,000 seats in UTF-16 with every column are about as large. */
export const mostMegabytes = 8;

/** Reads a file's bytes as a table, or says why it can't be read. */
export function openSeatFile(bytes: Uint8Array, choice: FileChoice = {}): SeatFile | { refused: string } {
  if (isWorkbook(bytes)) return { refused: "it is a workbook: save it as CSV in your spreadsheet program first" };
  const encoding = choice.encoding ?? guessEncoding(bytes);
  const table = readTable(decodeText(bytes, encoding));
  if ("fault" in table) return { refused: `line ${table.fault.line}: ${table.fault.message}` };
  const { records } = table;
  const found = findHeader(records);
  const hasHeader = choice.hasHeader ?? (found !== null || looksLikeNames(records[0]));
  const at = hasHeader ? (found ?? 0) : -1;
  const body = records.slice(at + 1);
  if (body.length === 0) return { refused: "it has no lines with seats" };
  const names = records[at]?.cells ?? body[0]?.cells.map((_, index) => `Column ${index + 1}`) ?? [];
  return { encoding, header: names, hasHeader, above: Math.max(0, at), records: body };
}

/** Column names have no digits, where seats are numbered. */
const looksLikeNames = (record: TableRecord | undefined): boolean =>
  record?.cells.every((cell) => !/\d/.test(cell)) ?? false;
