import { SeatProperty } from "@evently/core/seat";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import { unguardFormula } from "@evently/core/text/csv";
import { NewVenueSeat } from "@evently/core/venue";
import { longestSeatType } from "@evently/core/venue/limits.rules";
import type { SeatColumn } from "@evently/core/venue/seat-csv.rules";
import { labelKey } from "@evently/core/venue/seat-keys.rules";
import type { PlanSeat } from "../plan/seating-plan";
import { columnNames } from "./column-names";
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

/** The seats of all lines without a fault, in the order of the file, and the faults of the others. */
export function readSeats(records: readonly TableRecord[], options: ReadOptions): ReadSeats {
  const seats: PlanSeat[] = [];
  const faults: LineFault[] = [];
  const labels = new Map<string, number>();
  const keys = new Map<string, number>();
  const { columns } = options;
  const rowed = listRowed(records, columns);
  for (const { line, cells } of records) {
    const { seat, wrong } = readSeat(cells, options);
    // Our own export means what it says.
    if (seat.row_label === "" && !seat.seat_pos && rowed.has(cells[columns.indexOf("section")] ?? ""))
      wrong.push("there is no row, as other seats of this section have");
    const label = labelKey(seat);
    const before = labels.get(label);
    const keyBefore = seat.seat_pos && keys.get(seat.seat_pos);
    if (before !== undefined) wrong.push(`${nameSeat(seat)} is in line ${before} already`);
    else if (options.taken.has(label)) wrong.push(`the hall has ${nameSeat(seat)} already`);
    if (keyBefore !== undefined) wrong.push(`seat_pos ${seat.seat_pos} is in line ${keyBefore} already`);
    if (wrong.length > 0) faults.push({ line, message: wrong.join("; ") });
    else {
      seats.push(seat);
      labels.set(label, line);
      if (seat.seat_pos) keys.set(seat.seat_pos, line);
    }
  }
  return { seats, faults };
}

/** The sections in which seats have rows: where one has none, as a box may, it is forgotten. */
function listRowed(records: readonly TableRecord[], columns: Columns): Set<string> {
  const [section, row] = [columns.indexOf("section"), columns.indexOf("row_label")];
  if (section < 0) return new Set();
  return new Set(records.flatMap(({ cells }) => (cells[row] && cells[section] ? [cells[section]] : [])));
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
    if (flag === null) wrong.push(`${columnNames[column]} “${textOf(column)}” is neither yes nor no`);
    return flag === true;
  };
  const section = spellings.section.get(textOf("section")) ?? textOf("section");
  const type = columns.includes("seat_type") ? textOf("seat_type") : options.seat_type;
  const seat_pos = textOf("seat_pos");
  const read = {
    section,
    row_label: textOf("row_label"),
    seat_label: textOf("seat_label"),
    seat_type: spellings.seat_type.get(type) ?? type,
    accessible: flagOf("accessible"),
    properties: SeatProperty.options.filter(flagOf),
    ...readPlace(textOf("x"), textOf("y"), scale, wrong),
    ...(seat_pos === "" ? {} : { seat_pos }),
  };
  const { seat, refused } = parseSeat(read);
  wrong.push(...refused);
  if (refused.length === 0) wrong.push(...findTypeFaults(seat.seat_type, options.seat_types));
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== ""))
    wrong.push("more cells than columns");
  return { seat, wrong };
}

/** A new type's name is shorter than the longest that the hall may have from before. */
function findTypeFaults(seat_type: string, seat_types: readonly string[] | null): string[] {
  if (seat_types === null && [...seat_type].length > longestSeatType)
    return [`${columnNames.seat_type} “${seat_type}” is longer than ${longestSeatType} characters`];
  if (seat_types?.includes(seat_type) === false)
    return [`the hall has no seat type “${seat_type}”, only ${seat_types.join(", ")}`];
  return [];
}

type RawSeat = Omit<PlanSeat, "seat_pos"> & { seat_pos?: string };

/** Holds a seat to the API's schema, so that what is taken here is not refused there. */
function parseSeat(read: RawSeat): { seat: PlanSeat; refused: string[] } {
  const { data, error } = NewVenueSeat.safeParse(read);
  const { section, row_label, seat_label, seat_type, accessible, properties } = read;
  if (data)
    return { seat: { ...data, row_label: data.row_label ?? "", seat_label: data.seat_label ?? "" }, refused: [] };
  const refused = new Map<string, string>();
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "");
    if (!refused.has(field)) refused.set(field, describeIssue(field, issue, read[field as keyof RawSeat]));
  }
  const seat: PlanSeat = { section, row_label, seat_label, seat_type, accessible, properties };
  return { seat, refused: [...new Set(refused.values())] };
}

type Issue = { code: string; message: string; maximum?: unknown };

const missing: Readonly<Record<string, string>> = {
  row: "there is no row",
  seat_num: "there is no seat number",
  seat_label: "there is no seat number",
  seat_type: "there is no category",
};

function describeIssue(field: string, { code, message, maximum }: Issue, value: unknown = ""): string {
  if (value === "" && missing[field]) return missing[field];
  if (field === "x" || field === "y") return `${field} “${value}” is too far away`;
  if (field === "seat_pos") return `seat_pos “${value}” is no key of a seat`;
  const name = columnNames[field as SeatColumn] ?? field;
  if (code === "too_big") return `${name} “${value}” is longer than ${maximum} characters`;
  return `${name} “${value}” is not ${message}`;
}

function readPlace(x: string, y: string, scale: number, wrong: string[]): Pick<PlanSeat, "x" | "y"> {
  if (x === "" && y === "") return {};
  const [across, back] = [readDecimal(x), readDecimal(y)];
  if (across !== null && back !== null) return { x: across * scale, y: back * scale };
  wrong.push(x === "" || y === "" ? "x and y go together" : `x “${x}” or y “${y}” is not a coordinate`);
  return {};
}
