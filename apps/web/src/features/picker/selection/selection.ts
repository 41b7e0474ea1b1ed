import type { Hall } from "~/features/hall/hall";
import { meetsNeed, type SeatNeed } from "~/features/hall/seat-features";
import { adjacentSeats } from "./adjacent-seats";

/** Seats that went to someone else, and free ones to take instead; `replacesAll` where these replace the entire selection. */
export type LostSeats = { seats: readonly number[]; alternatives: readonly number[]; replacesAll: boolean };

export type Notice =
  | { kind: "limit" }
  | { kind: "not_adjacent"; count: number }
  | { kind: "ended"; seats: readonly number[] }
  | { kind: "released"; count: number }
  | { kind: "failed"; text: string }
  | { kind: "unanswered"; text: string };

/** What the visitor chose and what happened to it. Seats are indexes into the hall; every change makes a new object. */
export type Selection = {
  seats: readonly number[];
  /** How many sit together; a click takes that many. */
  party: number;
  /** Seat types that stay bright; empty for all. */
  keptTypes: ReadonlySet<number>;
  /** What a seat must have to stay bright. */
  needs: ReadonlySet<SeatNeed>;
  lost: LostSeats | null;
  notice: Notice | null;
};

/** What a change of the selection depends on. */
export type SelectionRules = { readonly hall: Hall; readonly seatLimit: number; isFree(seat: number): boolean };

export const emptySelection: Selection = {
  ...{ seats: [], party: 1, lost: null, notice: null },
  ...{ keptTypes: new Set<number>(), needs: new Set<SeatNeed>() },
};

/** A click: takes the seat, with its neighbors where a party is asked for, or removes a selected one. */
export function toggleSeat(selection: Selection, seat: number, rules: SelectionRules): Selection {
  if (selection.seats.includes(seat)) return removeSeats(selection, [seat]);
  if (!rules.isFree(seat)) return selection;
  const block = findBlock(selection, seat, rules);
  const seats = [...settled(selection), ...(block ?? [seat])];
  if (seats.length > rules.seatLimit) return { ...selection, notice: { kind: "limit" } };
  return { ...selection, seats, notice: block ? null : { kind: "not_adjacent", count: missing(selection) } };
}

/**
 * The seats that a click on `seat` would take: next to those that the party has where it can be, and of one type where it
 * can be. Null where they do not fit there side by side.
 */
export function findBlock(selection: Selection, seat: number, rules: SelectionRules): readonly number[] | null {
  const count = missing(selection);
  if (count <= 1) return [seat];
  const { hall } = rules;
  const seated = settled(selection);
  const isFree = (other: number) => rules.isFree(other) && !seated.includes(other);
  const isAlike = (other: number) => isFree(other) && hall.types[other] === hall.types[seat];
  return (
    adjacentSeats(hall, seat, count, isAlike, seated) ??
    adjacentSeats(hall, seat, count, isFree, seated) ??
    adjacentSeats(hall, seat, count, isAlike) ??
    adjacentSeats(hall, seat, count, isFree)
  );
}

/** Adds those of these seats that are free, up to the limit, without a notice about the others. */
export function addFreeSeats(selection: Selection, seats: readonly number[], rules: SelectionRules): Selection {
  const added = seats.filter((seat) => rules.isFree(seat) && !selection.seats.includes(seat));
  return { ...selection, seats: [...selection.seats, ...added].slice(0, rules.seatLimit) };
}

export function removeSeats(selection: Selection, seats: readonly number[]): Selection {
  return { ...selection, seats: selection.seats.filter((seat) => !seats.includes(seat)), notice: null };
}

export function setParty(selection: Selection, party: number): Selection {
  return { ...selection, party, notice: null };
}

export function toggleType(selection: Selection, type: number): Selection {
  const keptTypes = new Set(selection.keptTypes);
  if (!keptTypes.delete(type)) keptTypes.add(type);
  return { ...selection, keptTypes };
}

export function toggleNeed(selection: Selection, need: SeatNeed): Selection {
  const needs = new Set(selection.needs);
  if (!needs.delete(need)) needs.add(need);
  return { ...selection, needs };
}

export function showAllSeats(selection: Selection): Selection {
  return { ...selection, keptTypes: new Set(), needs: new Set() };
}

export function clearNotice(selection: Selection): Selection {
  return selection.notice ? { ...selection, notice: null } : selection;
}

export function dismissNotices(selection: Selection): Selection {
  return { ...selection, lost: null, notice: null };
}

export function isDimmed({ keptTypes, needs }: Selection, hall: Hall, seat: number): boolean {
  if (keptTypes.size > 0 && !keptTypes.has(hall.types[seat] ?? -1)) return true;
  return [...needs].some((need) => !meetsNeed(hall, seat, need));
}

/** The seats that look different after a change. */
export function changedSeats(before: Selection, after: Selection, hall: Hall): Iterable<number> {
  if (before.keptTypes !== after.keptTypes || before.needs !== after.needs) return hall.ids.keys();
  return [...differing(before.seats, after.seats), ...differing(before.lost?.seats ?? [], after.lost?.seats ?? [])];
}

function differing(before: readonly number[], after: readonly number[]): number[] {
  return [...before.filter((seat) => !after.includes(seat)), ...after.filter((seat) => !before.includes(seat))];
}

/** A party that has all its seats moves as a whole to where the next click is. */
function settled({ party, seats }: Selection): readonly number[] {
  return party > 1 && seats.length >= party ? [] : seats;
}

function missing(selection: Selection): number {
  return Math.max(1, selection.party - settled(selection).length);
}
