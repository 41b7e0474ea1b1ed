import type { NewVenueSeat } from "@evently/core/venue";
import Papa from "papaparse";

/** A fault of a file by its line; line 1 has the column names. */
export type LineFault = { line: number; message: string };
export type ReadSeats = { seats: NewVenueSeat[]; faults: LineFault[]; new_types: string[] };

const required = ["row", "seat_num", "seat_type"] as const;
const optional = ["section", "row_label", "x", "y", "accessible"] as const;
const columns: readonly string[] = [...required, ...optional];

export const csvTemplate = `${columns.join(",")}
A,1,Stalls,,A,-5.5,25,
A,2,Stalls,,A,0,25,
A,3,Stalls,,A,5.5,25,yes
BALA,1,Balcony,Balcony,A,,,
`;

/**
 * Reads CSV text with a header line. All faults are listed, so that a file can be corrected in one go, and then there are no
 * seats. `new_types` are those that `seat_types` lacks.
 */
export function readSeatCsv(text: string, seat_types: readonly string[]): ReadSeats {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ""), {
    header: true,
    transformHeader: (name) => name.trim().toLowerCase(),
    transform: (value) => value.trim(),
  });
  const faults = findColumnFaults(meta.fields ?? []);
  if (faults.length > 0) return { seats: [], faults, new_types: [] };
  const seats: NewVenueSeat[] = [];
  const lines = new Map<string, number>();
  const newTypes = new Set<string>();
  data.forEach((cells, index) => {
    if (Object.values(cells).every((cell) => cell === "")) return;
    const line = index + 2;
    const { seat, wrong } = readSeat(cells);
    const id = `${seat.row}-${seat.seat_num}`;
    const before = lines.get(id);
    if (before !== undefined && wrong.length === 0) wrong.push(`seat ${id} is in line ${before} already`);
    if (cells.seat_type && !seat_types.includes(cells.seat_type)) newTypes.add(cells.seat_type);
    if ("__parsed_extra" in cells) wrong.push("more cells than columns");
    if (wrong.length > 0) faults.push({ line, message: wrong.join("; ") });
    lines.set(id, line);
    seats.push(seat);
  });
  if (seats.length === 0) faults.push({ line: 2, message: "the file has no seats" });
  return { seats: faults.length > 0 ? [] : seats, faults, new_types: [...newTypes] };
}

function findColumnFaults(fields: readonly string[]): LineFault[] {
  const missing = required.filter((name) => !fields.includes(name));
  const unknown = fields.filter((name) => !columns.includes(name));
  return [
    ...missing.map((name) => `there is no column “${name}”`),
    ...unknown.map((name) => `“${name}” is none of the columns ${columns.join(", ")}`),
  ].map((message) => ({ line: 1, message }));
}

function readSeat(cells: Record<string, string>): { seat: NewVenueSeat; wrong: string[] } {
  const wrong: string[] = [];
  const check = (isRight: boolean, message: string) => {
    if (!isRight) wrong.push(message);
  };
  const { section = "", seat_type = "", accessible = "", row_label = "" } = cells;
  const row = (cells.row ?? "").toUpperCase();
  const seat_num = Number(cells.seat_num || Number.NaN);
  check(/^[A-Z][A-Z0-9]{0,7}$/.test(row), `row “${cells.row}” is not 1 to 8 letters or digits, a letter first`);
  check(isWhole(seat_num), `seat_num “${cells.seat_num}” is not a whole number from 1 to 9999`);
  check(seat_type !== "" && seat_type.length <= 40, "seat_type is missing or longer than 40 characters");
  check(section.length <= 40, "section is longer than 40 characters");
  check(row_label.length <= 8, "row_label is longer than 8 characters");
  check((cells.x ?? "") === "" ? (cells.y ?? "") === "" : (cells.y ?? "") !== "", "x and y go together");
  const place = { x: readPlace(cells.x), y: readPlace(cells.y) };
  check(place.x !== null && place.y !== null, "x or y is not a number of decimeters up to 100,000");
  const yes = /^(yes|true|1|x)$/i.test(accessible);
  check(yes || /^(no|false|0|)$/i.test(accessible), `accessible “${accessible}” is neither yes nor no`);
  const seat = {
    row,
    seat_num,
    seat_type,
    section,
    ...(row_label === "" ? {} : { row_label }),
    ...(typeof place.x === "number" && typeof place.y === "number" ? { x: place.x, y: place.y } : {}),
    accessible: yes,
  };
  return { seat, wrong };
}

const isWhole = (value: number) => Number.isInteger(value) && value >= 1 && value <= 9999;

/** Undefined for an empty cell, null for an invalid one. */
function readPlace(cell: string | undefined): number | undefined | null {
  if (cell === undefined || cell === "") return undefined;
  const value = Number(cell);
  return Number.isFinite(value) && Math.abs(value) <= 100_000 ? value : null;
}
