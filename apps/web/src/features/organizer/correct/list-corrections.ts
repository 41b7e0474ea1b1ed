import { nameSeats } from "@evently/core/seat/name-seats.rules";
import type { ChangeVenueSeats } from "@evently/core/venue";
import { nameFeatures } from "~/features/hall/seat-features";
import { editedSeat, type SeatEdit, type SeatEdits } from "./seat-edits";
import type { SavedSeat } from "./venue-seats";

type Corrections = Omit<ChangeVenueSeats, "venue_id" | "revision" | "carry">;

/** The edits as the API takes them. */
export function toCorrections(seats: readonly SavedSeat[], edits: SeatEdits): Corrections {
  const edited = seats.flatMap(({ seat_pos }) => {
    const edit = edits[seat_pos];
    return edit ? [{ seat_pos, ...edit }] : [];
  });
  const pick = <K extends keyof SeatEdit>(...names: K[]) =>
    edited
      .filter((edit) => !edit.removed && names.some((name) => edit[name] !== undefined))
      .map((edit) => ({
        seat_pos: edit.seat_pos,
        ...Object.fromEntries(names.flatMap((name) => (edit[name] === undefined ? [] : [[name, edit[name]]]))),
      }));
  return {
    relabel: pick("section", "row_label", "seat_label"),
    retype: pick("seat_type"),
    properties: pick("accessible", "properties"),
    remove: edited.flatMap(({ seat_pos, removed }) => (removed ? [seat_pos] : [])),
  } as Corrections;
}

/** Seats of which more than one would print the same. */
export function findDoubles(seats: readonly SavedSeat[], edits: SeatEdits): SavedSeat[] {
  const seen = new Set<string>();
  return seats
    .map((seat) => editedSeat(seat, edits))
    .filter((seat) => {
      const key = JSON.stringify([seat.section, seat.row_label, seat.seat_label]);
      return !seat.removed && seen.size === seen.add(key).size;
    });
}

/** Seats that change alike, in words: what they are, and what they become. */
export type CorrectionLine = { key: string; before: string; after: string };

export function describeCorrections(seats: readonly SavedSeat[], edits: SeatEdits): CorrectionLine[] {
  const groups = new Map<string, SavedSeat[]>();
  for (const seat of seats) {
    const edit = edits[seat.seat_pos];
    if (!edit) continue;
    const { seat_label, ...others } = edit;
    const after = editedSeat(seat, edits);
    const features = hasOtherFeatures(edit) ? nameFeatures(after) : [];
    const rows = [seat.section, seat.row_label, after.section, after.row_label];
    const key = JSON.stringify([...rows, others, features, !seat_label]);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(seat);
  }
  return [...groups].map(([key, group]) => ({
    key,
    before: nameSeats(group),
    after: describeAfter(group, edits),
  }));
}

const hasOtherFeatures = ({ accessible, properties }: SeatEdit) => accessible !== undefined || properties !== undefined;

/** What is different about seats that change alike. */
function describeAfter(group: readonly SavedSeat[], edits: SeatEdits): string {
  const after = group.map((seat) => editedSeat(seat, edits));
  const [first] = after;
  const edit = first && edits[first.seat_pos];
  if (!first || !edit) return "";
  if (edit.removed) return "Removed";
  const isRenamed = [edit.section, edit.row_label, edit.seat_label].some((label) => label !== undefined);
  const features = nameFeatures(first).join(", ") || "Nothing special";
  return [isRenamed ? nameSeats(after) : "", edit.seat_type ?? "", hasOtherFeatures(edit) ? features : ""]
    .filter(Boolean)
    .join(" · ");
}
