import type { NewVenueSeat } from "@evently/core/venue";

/** A seat as it is printed; the venue gives it its key, unless a file names one. */
export type PlanSeat = Omit<NewVenueSeat, "row" | "seat_num" | "row_label" | "seat_label"> & {
  row_label: string;
  seat_label: string;
};

/** What is marked at the ends of rows, such as two wheelchair spaces at each end of the last row. */
export const endMarks = ["accessible", "companion", "restricted_view"] as const;
export type EndMark = (typeof endMarks)[number];
type EndFields = {
  [Mark in EndMark as `${Mark}_row`]: "none" | "first" | "last" | "every";
} & {
  /** How many at each end; null while the input is invalid. */
  [Mark in EndMark as `${Mark}_ends`]: number | null;
};

/** Rows of one shape, one behind the other. A number is null while its input is invalid. */
export type RowBlock = EndFields & {
  kind: "rows";
  id: string;
  section: string;
  /** Labels such as A and H, 1 and 20, or Box 1 and Box 6; equal for a single row. */
  first_row: string;
  last_row: string;
  seats_a_row: number | null;
  seat_type: string;
  /** Every number, only odd or even ones, or odd ones on one side and even ones on the other, counted from the center. */
  numbering: "all" | "odd" | "even" | "center";
  first_num: number | null;
  /** The side, facing the stage, where the numbers begin, or where the odd ones are. */
  begins: "left" | "right";
  /** From seat to seat, in decimeters. */
  seat_gap: number;
  curve: "straight" | "gentle" | "strong";
  aisles: "none" | "middle" | "two" | "chosen";
  /** The chosen ones: "4, 12" is an aisle after the fourth seat from the left and one after the twelfth. */
  aisles_after: string;
};

/** Single seats, such as from a file. */
type ListBlock = { kind: "list"; id: string; name: string; seats: PlanSeat[] };

/** A part of the plan. A new way to draw seats is a new kind of block, with a function that lists its seats. */
export type PlanBlock = RowBlock | ListBlock;

/** A layout as it is edited, from the stage to the back. */
export type SeatingPlan = { seat_types: string[]; blocks: PlanBlock[] };

/** What new rows must know of the seats that a venue already has. */
export type ExistingLayout = {
  /** What is printed on them, as `labelKey` says it. */
  seats: ReadonlySet<string>;
  /** The y of the seats furthest from the stage, in decimeters, and their section. */
  depth: number;
  section: string | null;
};

export const emptyLayout: ExistingLayout = { seats: new Set(), depth: 0, section: null };

/** A fault of a block; `field` is one of its fields, or "" for the whole block. */
export type PlanFault = { block: string; field: string; message: string };

export const maxSeatsPerRow = 200;
export const usualGap = 5.5;

const noEnds: EndFields = {
  accessible_row: "none",
  accessible_ends: 2,
  companion_row: "none",
  companion_ends: 1,
  restricted_view_row: "none",
  restricted_view_ends: 2,
};

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
    numbering: "all",
    first_num: 1,
    begins: "left",
    seat_gap: usualGap,
    curve: "gentle",
    aisles: "none",
    aisles_after: "",
    ...noEnds,
    ...more,
  };
}

/** Rows of the same shape, without what marks single seats. */
export const copyShape = (block: RowBlock, more: Partial<RowBlock>): RowBlock => ({ ...block, ...noEnds, ...more });
