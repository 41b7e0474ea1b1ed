import type { NewVenueSeat } from "@evently/core/venue";

/** Rows of one kind, one behind the other. A number is null while what was typed is none. */
export type RowBlock = {
  kind: "rows";
  id: string;
  section: string;
  /** Labels such as A and H, or 1 and 20; equal for a single row. */
  first_row: string;
  last_row: string;
  seats_a_row: number | null;
  seat_type: string;
  first_num: number | null;
  /** The side, as one looks at the stage, where the numbers begin. */
  begins: "left" | "right";
  /** From seat to seat, decimetres. */
  seat_gap: number;
  curve: "straight" | "gentle" | "strong";
  aisles: 0 | 1 | 2;
  /** Whose ends are wheelchair spaces, and how many at each end. */
  accessible_row: "none" | "first" | "last";
  accessible_ends: number | null;
};

/** Seats that were brought one by one, such as from a file. */
export type ListBlock = { kind: "list"; id: string; name: string; seats: NewVenueSeat[] };

/** A part of the hall. Another way to draw seats is another kind of block, with a function that lists its seats. */
export type PlanBlock = RowBlock | ListBlock;

/** A hall as it is drawn in the editor, from the stage to the back. */
export type SeatingPlan = { seat_types: string[]; blocks: PlanBlock[] };

/** What already stands in a venue, where rows are added to it. */
export type Standing = {
  /** Seat ids. */
  seats: ReadonlySet<string>;
  /** The prefix of the rows of each section. */
  codes: ReadonlyMap<string, string>;
  /** The y of the seats furthest from the stage, decimetres, and the section that they are in. */
  depth: number;
  section: string | null;
};

export const emptyHall: Standing = { seats: new Set(), codes: new Map(), depth: 0, section: null };

/** What is wrong with a block; `field` is one of its fields, or "" for all of it. */
export type PlanFault = { block: string; field: string; message: string };

export const mostSeats = 20_000;
export const mostSeatsARow = 200;
export const usualGap = 5.5;

/** A first block, for an empty hall: eight rows of twelve. */
export function newRowBlock(id: string, seat_type: string, more: Partial<RowBlock> = {}): RowBlock {
  return {
    kind: "rows",
    id,
    section: "",
    first_row: "A",
    last_row: "H",
    seats_a_row: 12,
    seat_type,
    first_num: 1,
    begins: "left",
    seat_gap: usualGap,
    curve: "gentle",
    aisles: 0,
    accessible_row: "none",
    accessible_ends: 2,
    ...more,
  };
}
