import type { SeatId } from "@evently/core/ids";
import type { NewVenueSeat } from "@evently/core/venue";

/** Beside `accessible`, in the order of the counts. */
export const seatProperties = ["companion", "restricted_view", "step_free", "hearing_loop"] as const;
export type SeatProperty = (typeof seatProperties)[number];

/** A seat as it is printed; the venue gives it its key, unless a file names one. */
export type PlanSeat = {
  section: string;
  row_label: string;
  seat_label: string;
  seat_type: string;
  accessible: boolean;
  properties: SeatProperty[];
  x?: number;
  y?: number;
  seat_pos?: SeatId;
};

/** What no two seats of a hall share. */
export const labelKey = ({ section, row_label, seat_label }: Pick<PlanSeat, "section" | "row_label" | "seat_label">) =>
  `${section}\n${row_label}\n${seat_label}`;

/** Rows of one shape, one behind the other. A number is null while its input is invalid. */
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
  /** The side, facing the stage, where the numbers begin. */
  begins: "left" | "right";
  /** From seat to seat, in decimeters. */
  seat_gap: number;
  curve: "straight" | "gentle" | "strong";
  aisles: 0 | 1 | 2;
  /** The row with wheelchair spaces at its ends, and how many at each end. */
  accessible_row: "none" | "first" | "last";
  accessible_ends: number | null;
};

/** Single seats, such as from a file. */
export type ListBlock = { kind: "list"; id: string; name: string; seats: NewVenueSeat[] };

/** A part of the plan. A new way to draw seats is a new kind of block, with a function that lists its seats. */
export type PlanBlock = RowBlock | ListBlock;

/** A layout as it is edited, from the stage to the back. */
export type SeatingPlan = { seat_types: string[]; blocks: PlanBlock[] };

/** What new rows must know of the seats that a venue already has. */
export type ExistingLayout = {
  /** Seat ids. */
  seats: ReadonlySet<string>;
  /** The prefix of the rows of each section. */
  codes: ReadonlyMap<string, string>;
  /** The y of the seats furthest from the stage, in decimeters, and their section. */
  depth: number;
  section: string | null;
};

export const emptyLayout: ExistingLayout = { seats: new Set(), codes: new Map(), depth: 0, section: null };

/** A fault of a block; `field` is one of its fields, or "" for the whole block. */
export type PlanFault = { block: string; field: string; message: string };

export const maxSeats = 20_000;
export const maxSeatsPerRow = 200;
export const usualGap = 5.5;

/** A block to start with: eight rows of twelve. */
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
