import type { SavedSeat } from "./venue-seats";

/** Empty texts and nulls match every seat. */
export type SeatSearch = { section: string | null; row: string | null; labels: string };

export const allSeats: SeatSearch = { section: null, row: null, labels: "" };

/** The search without a section or a row that no seat has any more, as after it was renamed. */
export function keepFindable(search: SeatSearch, seats: readonly SavedSeat[]): SeatSearch {
  const inSection = (section: string | null) => findSavedSeats(seats, { ...allSeats, section });
  const section = inSection(search.section).length > 0 ? search.section : null;
  const row = inSection(section).some(({ row_label }) => row_label === search.row) ? search.row : null;
  return { ...search, section, row };
}

/** The seats of a section, a row, and with labels such as "1-12, 12bis". */
export function findSavedSeats<S extends SavedSeat>(seats: readonly S[], { section, row, labels }: SeatSearch): S[] {
  const matches = readLabels(labels);
  return seats.filter(
    (seat) =>
      (section === null || seat.section === section) &&
      (row === null || seat.row_label === row) &&
      matches(seat.seat_label),
  );
}

/** Distinct texts, in the order in which they come. */
export const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

function readLabels(text: string): (label: string) => boolean {
  const parts = text
    .split(",")
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== "")
    .map((part) => ({ part, range: /^(\d+)\s*(?:-|–|to)\s*(\d+)$/.exec(part) }));
  if (parts.length === 0) return () => true;
  return (label) =>
    parts.some(({ part, range }) => {
      if (label.toLowerCase() === part) return true;
      const number = /^\d+$/.test(label) ? Number(label) : Number.NaN;
      return range !== null && number >= Number(range[1]) && number <= Number(range[2]);
    });
}
