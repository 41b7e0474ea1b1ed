import { SeatId } from "@evently/core/ids";
import { type SeatColumn, unguardFormula } from "@evently/core/venue/seat-csv.rules";
import { labelKey, type PlanSeat, seatProperties } from "../plan/seating-plan";
import type { Columns } from "./guess-columns";
import { readDecimal, readFlag } from "./read-cell";
import type { LineFault, TableRecord } from "./read-table";

export type ReadOptions = {
  columns: Columns;
  /** The type of every seat where no column says one. */
  seat_type: string;
  /** What other spellings of a section or a type become. */
  spellings: Readonly<Record<"section" | "seat_type", ReadonlyMap<string, string>>>;
  /** Decimeters in one unit of the file's coordinates. */
  scale: number;
  /** The label keys of the seats that the hall has already. */
  taken: ReadonlySet<string>;
  /** The only types that the hall has; null where the file may add some. */
  seat_types: readonly string[] | null;
};

export type ReadSeats = { seats: PlanSeat[]; faults: LineFault[] };

const longest = { section: 60, row_label: 16, seat_label: 8, seat_type: 24 } as const;
const furthest = 100_000;

/** The seats of all lines without a fault, in the order of the file, and the faults of the others. */
export function readSeats(records: readonly TableRecord[], options: ReadOptions): ReadSeats {
  const seats: PlanSeat[] = [];
  const faults: LineFault[] = [];
  const lines = new Map<string, number>();
  for (const { line, cells } of records) {
    const { seat, wrong } = readSeat(cells, options);
    const keys = [labelKey(seat), ...(seat.seat_pos ? [`seat_pos ${seat.seat_pos}`] : [])];
    const before = keys.map((key) => lines.get(key)).find((found) => found !== undefined);
    if (before !== undefined) wrong.push(`${describeSeat(seat)} is in line ${before} already`);
    else if (options.taken.has(labelKey(seat))) wrong.push(`the hall has ${describeSeat(seat)} already`);
    if (wrong.length > 0) faults.push({ line, message: wrong.join("; ") });
    else {
      seats.push(seat);
      for (const key of keys) lines.set(key, line);
    }
  }
  return { seats, faults };
}

/** What keeps a file from being read at all, until its columns are chosen otherwise. */
export function findColumnFaults(columns: Columns): string[] {
  const has = (column: SeatColumn) => columns.includes(column);
  return [
    ...(has("seat_label") ? [] : ["Choose the column with the seat numbers."]),
    ...(has("row_label") || has("section") ? [] : ["Choose the column with the rows."]),
    ...(has("x") === has("y") ? [] : ["Choose the columns of both x and y, or of neither."]),
  ];
}

function readSeat(cells: readonly string[], options: ReadOptions): { seat: PlanSeat; wrong: string[] } {
  const { columns, spellings, scale } = options;
  const wrong: string[] = [];
  const textOf = (column: SeatColumn) => unguardFormula(cells[columns.indexOf(column)] ?? "");
  const flagOf = (column: SeatColumn) => {
    const flag = readFlag(textOf(column));
    if (flag === null) wrong.push(`${column} “${textOf(column)}” is neither yes nor no`);
    return flag === true;
  };
  const section = spellings.section.get(textOf("section")) ?? textOf("section");
  const type = columns.includes("seat_type") ? textOf("seat_type") : options.seat_type;
  const seat: PlanSeat = {
    section,
    row_label: textOf("row_label"),
    seat_label: textOf("seat_label"),
    seat_type: spellings.seat_type.get(type) ?? type,
    accessible: flagOf("accessible"),
    properties: seatProperties.filter(flagOf),
    ...readPlace(textOf("x"), textOf("y"), scale, wrong),
    ...readKey(textOf("seat_pos"), wrong),
  };
  wrong.push(...findTextFaults(seat, options.seat_types));
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== ""))
    wrong.push("more cells than columns");
  return { seat, wrong };
}

function findTextFaults(seat: PlanSeat, seat_types: readonly string[] | null): string[] {
  const wrong: string[] = [];
  if (seat.seat_label === "") wrong.push("there is no seat number");
  if (seat.row_label === "" && seat.section === "") wrong.push("there is no row");
  if (seat.seat_type === "") wrong.push("there is no category");
  for (const [field, most] of Object.entries(longest))
    if (seat[field as keyof typeof longest].length > most)
      wrong.push(`${field} “${seat[field as keyof typeof longest]}” is longer than ${most} characters`);
  if (seat.seat_type !== "" && seat_types?.includes(seat.seat_type) === false)
    wrong.push(`the hall has no seat type “${seat.seat_type}”, only ${seat_types.join(", ")}`);
  return wrong;
}

function readPlace(x: string, y: string, scale: number, wrong: string[]): Pick<PlanSeat, "x" | "y"> {
  if (x === "" && y === "") return {};
  const place = [x, y].map((cell) => (readDecimal(cell) ?? Number.NaN) * scale);
  const [across = Number.NaN, back = Number.NaN] = place;
  if (place.every((value) => Math.abs(value) <= furthest)) return { x: toThousandth(across), y: toThousandth(back) };
  wrong.push(x === "" || y === "" ? "x and y go together" : `x “${x}” or y “${y}” is not a coordinate`);
  return {};
}

const toThousandth = (value: number) => Math.round(value * 1000) / 1000;

function readKey(cell: string, wrong: string[]): Pick<PlanSeat, "seat_pos"> {
  if (cell === "") return {};
  const key = SeatId.safeParse(cell);
  if (key.success) return { seat_pos: key.data };
  wrong.push(`seat_pos “${cell}” is no key of a seat`);
  return {};
}

function describeSeat({ section, row_label, seat_label }: PlanSeat): string {
  const row = row_label === "" ? "" : ` in row ${row_label}`;
  return `seat ${seat_label}${row}${section === "" ? "" : ` of ${section}`}`;
}
