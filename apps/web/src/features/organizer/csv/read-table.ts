import Papa from "papaparse";

/** What is wrong in a line of a file; the first line is 1. */
export type LineFault = { line: number; message: string };
/** A line that has cells, or several where a quoted cell goes on. */
export type TableRecord = { line: number; cells: string[] };

const separators = [";", "\t", ","] as const;

/**
 * The records of a CSV text, blank lines left out. The separator is what an Excel line `sep=;` says, else what the
 * first lines have in common. A file in which a quote does not close is refused with the line that it opens in: what follows it
 * could be read in several ways.
 */
export function readTable(text: string): { records: TableRecord[] } | { fault: LineFault } {
  const lines = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const told = /^"?sep=(.)"?[;,\t]*(?:\n|$)/i.exec(lines);
  const body = told ? lines.slice(told[0].length) : lines;
  const delimiter = told?.[1] ?? findSeparator(body);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter, newline: "\n" });
  const records = numberLines(data, told ? 2 : 1);
  const broken = errors.find(({ type }) => type === "Quotes");
  const record = broken ? records[broken.row ?? 0] : records.find(({ cells }) => swallowsLines(cells, delimiter));
  if (record) {
    const message = "a quotation mark opens here and is not closed in its cell";
    return { fault: { line: record.line, message } };
  }
  return { records: records.filter(({ cells }) => cells.some((cell) => cell !== "")) };
}

/** How many lines tell the separator: a title above the column names may have any sign. */
const sample = 8;

/** The sign that most of the first lines have, and have most of: decimal commas are not in the column names. */
function findSeparator(text: string): string {
  const lines = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, sample)
    .map((line) => line.replace(/"[^"]*"/g, ""));
  const weights = separators.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const all = counts.reduce((sum, count) => sum + count, 0);
    return counts.filter((count) => count > 0).length + all / (all + 1);
  });
  return separators[weights.indexOf(Math.max(...weights))] ?? ",";
}

function numberLines(data: string[][], first: number): TableRecord[] {
  let line = first;
  return data.map((raw) => {
    const record = { line, cells: raw.map((cell) => cell.trim()) };
    line += 1 + raw.reduce((sum, cell) => sum + countBreaks(cell), 0);
    return record;
  });
}

const countBreaks = (cell: string) => cell.split("\n").length - 1;

/** A lone quote may be closed by the next one, lines below: then a cell holds whole records. */
function swallowsLines(cells: string[], delimiter: string): boolean {
  return cells.some((cell) =>
    cell.split("\n").some((part, index) => index > 0 && part.split(delimiter).length >= Math.max(2, cells.length)),
  );
}
