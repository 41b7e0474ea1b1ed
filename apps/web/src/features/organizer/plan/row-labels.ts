const maxRows = 100;

/** Scripts whose letters stand in the order of their alphabet. */
const alphabets = ["Cyrillic", "Greek", "Hebrew", "Armenian", "Georgian"].map(
  (script) => new RegExp(`^\\p{Script=${script}}$`, "u"),
);

/** A label's place in a row of labels that `series` names: A, B… Z, AA; 1, 2, 3; Box 1, Box 2; А, Б, В. */
type Place = { series: string; place: number; labelAt: (place: number) => string | null };

function placeOf(label: string): Place | null {
  const number = /^(.*?)(\d{1,4})$/s.exec(label);
  if (number) return numbered(number[1] ?? "", number[2] ?? "");
  if (/^([A-Z]{1,2}|[a-z]{1,2})$/.test(label)) return lettered(label);
  const alphabet = alphabets.findIndex((letters) => letters.test(label));
  const isCapital = /\p{Lu}/u.test(label);
  if (alphabet < 0) return null;
  const labelAt = (place: number) => {
    const letter = String.fromCodePoint(place);
    return alphabets[alphabet]?.test(letter) && /\p{L}/u.test(letter) && /\p{Lu}/u.test(letter) === isCapital
      ? letter
      : null;
  };
  return { series: `${alphabet}${isCapital}`, place: label.codePointAt(0) ?? 0, labelAt };
}

/** 01 to 12 keep their zeros. */
function numbered(prefix: string, digits: string): Place {
  const width = digits.startsWith("0") ? digits.length : 1;
  const labelAt = (place: number) => prefix + String(place).padStart(width, "0");
  return { series: `${prefix} number`, place: Number(digits), labelAt };
}

function lettered(label: string): Place {
  const first = label < "a" ? 65 : 97;
  const place = [...label].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - first + 1, 0) - 1;
  const labelAt = (at: number): string => {
    const last = String.fromCharCode(first + (at % 26));
    return at < 26 ? last : labelAt(Math.floor(at / 26) - 1) + last;
  };
  return { series: `${first}`, place, labelAt };
}

export type RowRange = { labels: string[] } | { field: "first_row" | "last_row"; fault: string };

/**
 * The labels from `first` to `last`, as typed: A to C is A, B, C; Box 8 to Box 10 is Box 8, Box 9, Box 10. A single row may
 * have any label, or none.
 */
export function listLabels(first: string, last: string): RowRange {
  const [begin, end] = [first.trim(), last.trim()];
  if (begin === end) return { labels: [begin] };
  if (begin === "") return { field: "first_row", fault: "Enter the first row, such as A or 1." };
  if (end === "") return { field: "last_row", fault: "Enter the last row; the same as the first for a single one." };
  const [from, to] = [placeOf(begin), placeOf(end)];
  if (!from || !to || from.series !== to.series)
    return { field: "last_row", fault: "Rows run from A to H or from 1 to 20; enter any other row by itself." };
  if (to.place < from.place) return { field: "last_row", fault: "The last row comes before the first." };
  const count = to.place - from.place + 1;
  if (count > maxRows) return { field: "last_row", fault: `A block has at most ${maxRows} rows.` };
  const labels = Array.from({ length: count }, (_, index) => from.labelAt(from.place + index));
  return { labels: labels.filter((label) => label !== null) };
}

/** The next label: I after H, 21 after 20, Box 4 after Box 3; A after anything else. */
export function nextLabel(label: string): string {
  const at = placeOf(label.trim());
  return at?.labelAt(at.place + 1) ?? "A";
}
