import { mostSeatTypes } from "@evently/core/venue/limits.rules";
import type { UnitGuess } from "../plan/guess-unit";
import type { PlanSeat } from "../plan/seating-plan";
import { findSpellings, mergeSpellings, type Spellings } from "./find-spellings";
import { findUnit } from "./find-unit";
import { type Columns, guessColumns } from "./guess-columns";
import type { SeatFile } from "./open-seat-file";
import { findColumnFaults, readSeats } from "./read-seats";
import type { LineFault } from "./read-table";

/** What a person chose instead of what was guessed; `merged` are groups of spellings, as `spellingKey` names them. */
export type ReadChoice = {
  columns?: Columns;
  seat_type?: string;
  scale?: number;
  merged: readonly string[];
};

/** What the hall has already: its seat types, the label keys of its seats, and whether a file may bring other types. */
export type KnownHall = { seat_types: readonly string[]; taken: ReadonlySet<string>; mayAddTypes: boolean };

/** A group of spellings, of sections or of seat types. */
export type SpellingGroup = Spellings & { column: "section" | "seat_type" };

export type ChosenSeats = {
  spellings: SpellingGroup[];
  seats: PlanSeat[];
  faults: LineFault[];
  /** Why nothing can be taken as it is chosen now. */
  problems: string[];
  /** What the coordinates seem to be in if not decimeters. */
  unit: UnitGuess | null;
};

/** The columns of a file, as chosen or guessed. */
export function findColumns(file: SeatFile, { columns }: ReadChoice): Columns {
  return columns ?? (file.hasHeader ? guessColumns(file.header) : file.header.map(() => null));
}

export const spellingKey = ({ column, keep }: SpellingGroup): string => `${column} ${keep}`;

/** Reads a file with what a person chose. */
export function readChosen(file: SeatFile, choice: ReadChoice, hall: KnownHall): ChosenSeats {
  const columns = findColumns(file, choice);
  const groupsOf = (column: "section" | "seat_type", preferred: readonly string[] = []): SpellingGroup[] => {
    const at = columns.indexOf(column);
    const names = at < 0 ? [] : file.records.map(({ cells }) => cells[at] ?? "");
    return findSpellings(names, preferred).map((group) => ({ ...group, column }));
  };
  const spellings = [...groupsOf("section"), ...groupsOf("seat_type", hall.seat_types)];
  const merged = spellings.filter((group) => choice.merged.includes(spellingKey(group)));
  const merge = (column: string) => mergeSpellings(merged.filter((group) => group.column === column));
  const problems = findColumnFaults(columns);
  if (problems.length > 0) return { spellings, seats: [], faults: [], problems, unit: null };
  // Only our own export has keys, and it is in decimeters.
  const unit = columns.includes("seat_pos") ? null : findUnit(file.records, columns);
  if (unit && choice.scale === undefined)
    return { spellings, seats: [], faults: [], problems: [askForUnit(unit)], unit };
  const { seats, faults } = readSeats(file.records, {
    columns,
    seat_type: choice.seat_type ?? hall.seat_types[0] ?? "",
    spellings: { section: merge("section"), seat_type: merge("seat_type") },
    scale: choice.scale ?? 1,
    taken: hall.taken,
    seat_types: hall.mayAddTypes ? null : hall.seat_types,
  });
  return { spellings, seats, faults, problems: findTypeFaults(seats), unit };
}

/** A hall a hundred times too large is not taken without a word. */
const askForUnit = ({ unit }: UnitGuess): string =>
  `x and y look like ${unit ?? "the units of a drawing"}. Choose what they are in.`;

function findTypeFaults(seats: readonly PlanSeat[]): string[] {
  const types = new Set(seats.map(({ seat_type }) => seat_type));
  if (types.size <= mostSeatTypes) return [];
  return [`The file has ${types.size} categories; a hall has at most ${mostSeatTypes}. Is Category the right column?`];
}
