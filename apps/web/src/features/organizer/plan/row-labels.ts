const maxRows = 100;

/** A label's place in its row of labels, from 0: A, B… Z, AA; or 1, 2, 3. Null for any other text. */
function placeOf(label: string): { letters: boolean; place: number } | null {
  if (/^[A-Z]{1,2}$/.test(label)) {
    const place = [...label].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return { letters: true, place };
  }
  return /^[1-9]\d{0,2}$/.test(label) ? { letters: false, place: Number(label) - 1 } : null;
}

function labelAt(letters: boolean, place: number): string {
  if (!letters) return String(place + 1);
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : labelAt(true, Math.floor(place / 26) - 1) + last;
}

/** "a " is "A": labels are capitals. */
export const cleanLabel = (typed: string): string => typed.trim().toUpperCase();

export type RowRange = { labels: string[] } | { field: "first_row" | "last_row"; fault: string };

/** The labels from `first` to `last`: A to C is A, B, C; 8 to 10 is 8, 9, 10. */
export function listLabels(first: string, last: string): RowRange {
  const [from, to] = [placeOf(cleanLabel(first)), placeOf(cleanLabel(last))];
  const example = "a letter or two, such as A, or a number, such as 1";
  if (!from) return { field: "first_row", fault: `The first row is ${example}.` };
  if (!to) return { field: "last_row", fault: `The last row is ${example}.` };
  if (from.letters !== to.letters)
    return { field: "last_row", fault: "Name the rows by letters or by numbers, not both." };
  if (to.place < from.place) return { field: "last_row", fault: "The last row comes before the first." };
  if (to.place - from.place >= maxRows) return { field: "last_row", fault: `A block has at most ${maxRows} rows.` };
  const labels = Array.from({ length: to.place - from.place + 1 }, (_, index) =>
    labelAt(from.letters, from.place + index),
  );
  return { labels };
}

/** The next label: I after H, 21 after 20; "A" after anything else. */
export function nextLabel(label: string): string {
  const at = placeOf(cleanLabel(label));
  return at ? labelAt(at.letters, at.place + 1) : "A";
}

/** A row's name in the venue: the section's code and the label; a bare number gets a letter in front. */
export const nameRow = (code: string, label: string): string =>
  code === "" && /^\d/.test(label) ? `R${label}` : code + label;
