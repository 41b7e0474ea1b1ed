import type { SeatFeature } from "~/features/hall/seat-features";
import type { SavedSeat } from "./venue-seats";

/** What a seat becomes, where that differs from what is saved. */
export type SeatEdit = Partial<Omit<SavedSeat, "seat_pos">> & { removed?: true };

/** By seat_pos: they outlive a newer revision of the venue. */
export type SeatEdits = Readonly<Record<string, SeatEdit>>;

/** A change of all chosen seats. */
export type SeatChange =
  | { kind: "label"; section?: string; row_label?: string; seat_label?: string }
  | { kind: "shift"; by: number }
  | { kind: "type"; seat_type: string }
  | { kind: "features"; features: Readonly<Partial<Record<SeatFeature, boolean>>> }
  | { kind: "remove" }
  | { kind: "keep" };

export type EditedSeat = SavedSeat & { removed?: boolean };

/** A seat as it becomes; the same object where nothing changes. */
export function editedSeat(seat: SavedSeat, edits: SeatEdits): EditedSeat {
  const edit = edits[seat.seat_pos];
  return edit ? { ...seat, ...edit } : seat;
}

/** The edits once these seats are changed too. A seat that becomes what it was has none. */
export function editSeats(edits: SeatEdits, seats: readonly SavedSeat[], change: SeatChange): SeatEdits {
  const next: Record<string, SeatEdit> = { ...edits };
  for (const seat of seats) {
    const edit = findDifference(seat, { ...editedSeat(seat, edits), ...applyChange(editedSeat(seat, edits), change) });
    if (Object.keys(edit).length > 0) next[seat.seat_pos] = edit;
    else delete next[seat.seat_pos];
  }
  return next;
}

/** The edits without those of seats that the venue no longer has. */
export function keepKnown(edits: SeatEdits, seats: readonly SavedSeat[]): SeatEdits {
  const known = new Map(seats.map((seat) => [seat.seat_pos, seat]));
  return Object.fromEntries(
    Object.entries(edits).flatMap(([seat_pos, edit]) => {
      const seat = known.get(seat_pos);
      const left = seat ? findDifference(seat, { ...seat, ...edit }) : {};
      return Object.keys(left).length > 0 ? [[seat_pos, left]] : [];
    }),
  );
}

/** Labels to which `by` can't be added, because they are no numbers or would be less than 0. */
export function findUnshiftable(seats: readonly SavedSeat[], by: number): SavedSeat[] {
  return seats.filter(({ seat_label }) => shift(seat_label, by) === null);
}

/** Seats that would have neither a row nor a section, which the venue refuses. */
export function findUnnamed(
  seats: readonly SavedSeat[],
  label: Readonly<{ section?: string; row_label?: string }>,
): SavedSeat[] {
  return seats.filter((seat) => (label.section ?? seat.section) === "" && (label.row_label ?? seat.row_label) === "");
}

function applyChange(seat: SavedSeat, change: SeatChange): Partial<SavedSeat> & { removed?: boolean } {
  switch (change.kind) {
    case "label": {
      const { kind: _, ...label } = change;
      return label;
    }
    case "shift":
      return { seat_label: shift(seat.seat_label, change.by) ?? seat.seat_label };
    case "type":
      return { seat_type: change.seat_type };
    case "features":
      return changeFeatures(seat, change.features);
    case "remove":
      return { removed: true };
    case "keep":
      return { removed: false };
  }
}

function shift(label: string, by: number): string | null {
  const number = /^\d{1,8}$/.test(label) ? Number(label) + by : -1;
  return number < 0 ? null : String(number);
}

function changeFeatures(
  { accessible, properties }: SavedSeat,
  { accessible: wanted = accessible, ...others }: Readonly<Partial<Record<SeatFeature, boolean>>>,
): Partial<SavedSeat> {
  const next = new Set(properties);
  for (const [property, has] of Object.entries(others) as [SavedSeat["properties"][number], boolean][]) {
    if (has) next.add(property);
    else next.delete(property);
  }
  return { accessible: wanted, properties: [...next].sort() };
}

function findDifference(saved: SavedSeat, { removed, ...wanted }: EditedSeat): SeatEdit {
  if (removed) return { removed: true };
  const { seat_pos: _, ...fields } = wanted;
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => !isSame(saved[name as keyof SavedSeat], value)),
  ) as SeatEdit;
}

const isSame = (a: unknown, b: unknown): boolean => normalize(a) === normalize(b);
const normalize = (value: unknown) => (Array.isArray(value) ? [...value].sort().join() : value);
