import type { LayoutId, SeatId, VenueId } from "../ids.ts";
import { toSeatId } from "../seat/seat.rules.ts";
import type { SeatLabel, SeatPlace, SeatProperty } from "../seat/seat.ts";
import { sortSeats } from "../venue/seat-order.rules.ts";
import type { VenueSeat } from "../venue/venue.ts";
import type { Layout, LayoutRow } from "./layout.ts";

// Separate from layout.ts, so that pages that draw a layout don't load its schema.

/** Seat ids in the layout's order. */
export function listSeatIds(layout: Layout): SeatId[] {
  return layout.rows.flatMap(({ row, nums }) => nums.map((num) => toSeatId(row, num)));
}

/** Seat types in the layout's order. */
export function listSeatTypes({ rows, seat_types }: Layout): string[] {
  return rows.flatMap((row) => row.types.map((type) => seat_types[type] ?? ""));
}

export type SeatFeatures = Pick<VenueSeat, "accessible" | "properties">;

/** A seat of a layout with its place and properties. */
export type LayoutSeat = SeatPlace & SeatFeatures & { x: number; y: number };

/** Every seat in the layout's order. */
export function listLayoutSeats(layout: Layout): LayoutSeat[] {
  return layout.rows.flatMap((row) => {
    const features = listFeatures(row);
    return features.map((special, i) => {
      const seat_num = row.nums[i] ?? 0;
      const place = { seat_pos: toSeatId(row.row, seat_num), ...labelInRow(row, i), row: row.row, seat_num };
      return { ...place, ...special, x: row.xs[i] ?? 0, y: row.ys[i] ?? 0 };
    });
  });
}

/** What is special about each seat of a row, in one pass: a row may have 9,999 seats. */
function listFeatures({ nums, accessible, properties }: LayoutRow): SeatFeatures[] {
  const features = nums.map((): SeatFeatures => ({ accessible: false, properties: [] }));
  for (const seat of accessible) Object.assign(features[seat] ?? {}, { accessible: true });
  for (const { property, seats } of properties) for (const seat of seats) features[seat]?.properties.push(property);
  return features;
}

/** What is special about seat `i` of a row. */
export function featuresInRow({ accessible, properties }: LayoutRow, i: number): SeatFeatures {
  return {
    accessible: accessible.includes(i),
    properties: properties.flatMap(({ property, seats }) => (seats.includes(i) ? [property] : [])),
  };
}

/** What is printed on seat `i` of a row. */
export function labelInRow({ section, row_label, labels, nums }: LayoutRow, i: number): SeatLabel {
  return { section, row_label, seat_label: labels?.[i] ?? String(nums[i] ?? "") };
}

export const toLayoutId = (venue_id: VenueId, revision: number): LayoutId =>
  `layout-${venue_id}-${revision}` as LayoutId;

/** The id of a layout that has the seats of `layout_id` and the labels of the venue's `revision`. */
export function toRelabeledId(venue_id: VenueId, revision: number, layout_id: LayoutId): LayoutId {
  return `${toLayoutId(venue_id, revision)}-${layout_id.split("-").at(-1)}` as LayoutId;
}

/** The parts of a seat that a drawing needs. */
export type DrawnSeat = Pick<
  VenueSeat,
  | "row"
  | "row_label"
  | "section"
  | "seat_num"
  | "seat_label"
  | "seat_type"
  | "x"
  | "y"
  | "accessible"
  | "properties"
  | "row_order"
>;

/** The layout with other labels and properties: its seats stay in their order. Seats that `change` lacks stay as they are. */
export function relabelLayout(
  layout: Layout,
  layout_id: LayoutId,
  change: ReadonlyMap<SeatId, Pick<VenueSeat, keyof SeatLabel | "accessible" | "properties">>,
): Layout {
  const types = listSeatTypes(layout);
  const seats = listLayoutSeats(layout).map((seat, i): DrawnSeat => {
    const { section, row_label, seat_label, accessible, properties } = change.get(seat.seat_pos) ?? seat;
    return {
      ...{ row: seat.row, seat_num: seat.seat_num, x: seat.x, y: seat.y, seat_type: types[i] ?? "", row_order: null },
      ...{ section, row_label, seat_label, accessible, properties },
    };
  });
  return { ...layout, layout_id, rows: groupRows(seats).map((row) => drawRow(row, layout.seat_types, 0)) };
}

/** From number to number, and from row to row, of seats without a position. */
export const gridStep = 10;

/**
 * The layout of a venue's seats. The rows stand as entered; a row of which a seat has no position is placed on a grid
 * behind the placed ones, centered, its seats as far apart as their numbers.
 */
export function drawLayout(
  venue: { venue_id: VenueId; revision: number; seat_types: string[] },
  seats: readonly DrawnSeat[],
): Layout {
  const rows = groupRows(sortSeats(seats));
  let y = Math.ceil(rows.filter(isPlaced).reduce((most, row) => Math.max(most, ...row.map((seat) => seat.y ?? 0)), 0));
  return {
    layout_id: toLayoutId(venue.venue_id, venue.revision),
    venue_id: venue.venue_id,
    seat_types: venue.seat_types,
    seat_count: seats.length,
    rows: rows.map((row) => {
      if (!isPlaced(row)) y += gridStep;
      return drawRow(row, venue.seat_types, y);
    }),
  };
}

/** Consecutive seats with the same row code and printed row. */
function groupRows<S extends Pick<DrawnSeat, "row" | "row_label" | "section">>(seats: readonly S[]): S[][] {
  const rows: S[][] = [];
  for (const seat of seats) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    const isSame = first?.row === seat.row && first.row_label === seat.row_label && first.section === seat.section;
    if (row && isSame) row.push(seat);
    else rows.push([seat]);
  }
  return rows;
}

const isPlaced = (row: readonly DrawnSeat[]): boolean => row.every(({ x, y }) => x !== null && y !== null);

function drawRow(seats: readonly DrawnSeat[], seat_types: readonly string[], gridY: number): LayoutRow {
  const { row = "", row_label = "", section = "" } = seats[0] ?? {};
  const at = isPlaced(seats)
    ? seats.map(({ x, y }) => ({ x: round(x ?? 0), y: round(y ?? 0) }))
    : placeOnGrid(seats).map((x) => ({ x, y: gridY }));
  const isPlain = seats.every(({ seat_num, seat_label }) => seat_label === String(seat_num));
  return {
    row,
    row_label,
    section,
    nums: seats.map(({ seat_num }) => seat_num),
    labels: isPlain ? null : seats.map(({ seat_label }) => seat_label),
    xs: at.map(({ x }) => x),
    ys: at.map(({ y }) => y),
    types: seats.map(({ seat_type }) => seat_types.indexOf(seat_type)),
    accessible: listWhere(seats, ({ accessible }) => accessible),
    properties: listProperties(seats),
  };
}

function listProperties(seats: readonly Pick<VenueSeat, "properties">[]): LayoutRow["properties"] {
  const found = new Set(seats.flatMap(({ properties }) => properties));
  return [...found].sort().map((property: SeatProperty) => ({
    property,
    seats: listWhere(seats, ({ properties }) => properties.includes(property)),
  }));
}

function listWhere<S>(seats: readonly S[], has: (seat: S) => boolean): number[] {
  return seats.flatMap((seat, i) => (has(seat) ? [i] : []));
}

/** Seats numbered 1, 3, 5 stand two steps apart; where a label is no number, one step each. */
function placeOnGrid(seats: readonly DrawnSeat[]): number[] {
  const nums = numberSeats(seats.map(({ seat_label }) => seat_label));
  const middle = (Math.min(...nums) + Math.max(...nums)) / 2;
  return nums.map((num) => (num - middle) * gridStep);
}

/** The numbers that are printed on a row's seats; their order in the row where a label is no number. */
export function numberSeats(labels: readonly string[]): number[] {
  const nums = labels.map((label) => (/^\d{1,4}$/.test(label) ? Number(label) : Number.NaN));
  return nums.some(Number.isNaN) ? labels.map((_, i) => i) : nums;
}

/** To a tenth of a millimetre: what a layout keeps of a position in decimetres. */
const round = (value: number): number => Math.round(value * 1000) / 1000 || 0;
