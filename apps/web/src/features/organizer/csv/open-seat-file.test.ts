import { expect, test } from "vitest";
import { decodeText, guessEncoding } from "./decode-text";
import { openSeatFile } from "./open-seat-file";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};

test.each([
  ["utf-8", utf8("Reihe Ö")],
  ["utf-8", utf8("\uFEFFReihe Ö")],
  ["utf-16le", utf16("\uFEFFReihe Ö", true)],
  ["utf-16be", utf16("\uFEFFReihe Ö", false)],
  ["utf-16le", utf16("Reihe Ö", true)],
  ["utf-16be", utf16("Reihe Ö", false)],
  ["windows-1252", Uint8Array.from([..."Reihe \xd6"], (letter) => letter.charCodeAt(0))],
] as const)("bytes in %s are recognized and read", (encoding, bytes) => {
  expect(guessEncoding(bytes)).toBe(encoding);
  expect(decodeText(bytes, encoding)).toBe("Reihe Ö");
});

test.each([
  [Uint8Array.from([0x50, 0x4b, 3, 4]), /workbook/],
  [utf8(""), /no lines with seats/],
  [utf8("Row,Seat\n\n"), /no lines with seats/],
])("a workbook or a file without seats is refused", (bytes, reason) => {
  expect(openSeatFile(bytes)).toEqual({ refused: expect.stringMatching(reason) });
});

test("a file without column names has numbered ones, and all its lines", () => {
  const file = openSeatFile(utf8("A,1,Full\nA,2,Full"));
  expect(file).toMatchObject({ hasHeader: false, header: ["Column 1", "Column 2", "Column 3"] });
  expect("records" in file && file.records).toHaveLength(2);
});

test("unknown column names are names all the same, unless a person says otherwise", () => {
  const bytes = utf8("foo,bar\nA,1");
  expect(openSeatFile(bytes)).toMatchObject({ hasHeader: true, header: ["foo", "bar"], records: [{ line: 2 }] });
  expect(openSeatFile(bytes, { hasHeader: false })).toMatchObject({ header: ["Column 1", "Column 2"] });
});

test.each([
  ["sep=|\nRow|Seat\nA|1", 3],
  ['"sep=;"\nRow;Seat\nA;1', 3],
  ["Row;Seat;x\nA;1;2,5", 2],
  ["Row\tSeat, number\nA\t1", 2],
  ['"Row, printed";Seat\r\nA;1', 2],
  ["Row,Seat\rA,1", 2],
])("separators and line ends are those of the file: %j", (text, line) => {
  const file = openSeatFile(utf8(text));
  expect("records" in file && file.records).toMatchObject([
    { line, cells: ["A", "1", ...(text.includes("2,5") ? ["2,5"] : [])] },
  ]);
});
