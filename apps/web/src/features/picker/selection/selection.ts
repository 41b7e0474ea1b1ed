import type { Hall } from "~/features/hall/hall";
import { adjacentSeats } from "./adjacent-seats";
import { emptyFilter, listMismatches, type Mismatch, type SeatFilter } from "./seat-filter";

/** Seats that went to someone else, and free ones to take instead; `replacesAll` where these replace the entire selection. */
export type LostSeats = { seats: readonly number[]; alternatives: readonly number[]; replacesAll: boolean };

export type Notice =
  | { kind: "limit" }
  /** A dimmed seat was pressed; a second press takes it. */
  | { kind: "asks"; seat: number }
  | { kind: "ended"; seats: readonly number[]; by?: "organizer" }
  | { kind: "released"; count: number }
  | { kind: "repriced"; text: string }
  /** The browser works for a session before the hold is sent. */
  | { kind: "checking" }
  | { kind: "failed"; text: string }
  | { kind: "unanswered"; text: string };

/** What the visitor chose and what happened to it. Seats are indexes into the hall; every change makes a new object. */
export type Selection = SeatFilter & {
  seats: readonly number[];
  /** How many sit together; a click takes that many. */
  party: number;
  lost: LostSeats | null;
  notice: Notice | null;
};

/** What a change of the selection depends on; prices in the minor unit, by seat type. */
export type SelectionRules = {
  readonly hall: Hall;
  readonly seatLimit: number;
  readonly prices: readonly number[];
  isFree(seat: number): boolean;
};

/** Why a seat is dimmed. */
export type DimReason = Mismatch | { by: "party"; count: number };

export const emptySelection: Selection = { ...emptyFilter, seats: [], party: 1, lost: null, notice: null };

/** A press: asks first where the seat is dimmed, and takes it at the second press. */
export function pressSeat(selection: Selection, seat: number, rules: SelectionRules): Selection {
  const { seats, notice } = selection;
  const isAsked = notice?.kind === "asks" && notice.seat === seat;
  const mayAsk = rules.isFree(seat) && !seats.includes(seat) && !isAsked;
  if (mayAsk && whyDimmed(selection, seat, rules).length > 0) return { ...selection, notice: { kind: "asks", seat } };
  return toggleSeat(selection, seat, rules);
}

/** Takes the seat, with its neighbors where a party is asked for and has a place there, or removes a selected one. */
export function toggleSeat(selection: Selection, seat: number, rules: SelectionRules): Selection {
  if (selection.seats.includes(seat)) return removeSeats(selection, [seat]);
  if (!rules.isFree(seat)) return selection;
  const block = findBlock(selection, seat, rules);
  const seats = [...settled(selection), ...(block ?? [seat])];
  if (seats.length > rules.seatLimit) return { ...selection, notice: { kind: "limit" } };
  return { ...selection, seats, notice: null };
}

/**
 * The seats that a click on `seat` would take: next to those that the party has where it can be, and of one type where it
 * can be; only such as match the filters if this one does. Null where they do not fit there side by side.
 */
export function findBlock(selection: Selection, seat: number, rules: SelectionRules): readonly number[] | null {
  const count = missing(selection);
  if (count <= 1) return [seat];
  const { hall } = rules;
  const seated = settled(selection);
  const isMatch = matches(selection, seat, rules);
  const isFree = (other: number) =>
    rules.isFree(other) && !seated.includes(other) && (!isMatch || matches(selection, other, rules));
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

export function showAllSeats(selection: Selection): Selection {
  return { ...selection, ...emptyFilter, notice: null };
}

export function clearNotice(selection: Selection): Selection {
  return selection.notice ? { ...selection, notice: null } : selection;
}

/** Asks no more about a seat that someone took meanwhile. */
export function dropAnswered(selection: Selection, rules: SelectionRules): Selection {
  const { notice } = selection;
  return notice?.kind === "asks" && !rules.isFree(notice.seat) ? clearNotice(selection) : selection;
}

export function dismissNotices(selection: Selection): Selection {
  return { ...selection, lost: null, notice: null };
}

/** What of the filters a seat does not meet, and else whether the party has no place around it; empty for a bright seat. */
export function whyDimmed(selection: Selection, seat: number, rules: SelectionRules): DimReason[] {
  const mismatches = listSeatMismatches(selection, seat, rules);
  if (mismatches.length > 0 || !rules.isFree(seat) || settled(selection).includes(seat)) return mismatches;
  return findBlock(selection, seat, rules) === null ? [{ by: "party", count: missing(selection) }] : [];
}

/** Whether a seat meets the filters, whoever sits next to it. */
export const matches = (selection: Selection, seat: number, rules: Pick<SelectionRules, "hall" | "prices">): boolean =>
  listSeatMismatches(selection, seat, rules).length === 0;

function listSeatMismatches(
  selection: Selection,
  seat: number,
  { hall, prices }: Pick<SelectionRules, "hall" | "prices">,
): Mismatch[] {
  const kind = hall.kinds[hall.kindOf[seat] ?? -1];
  return kind ? listMismatches(selection, kind, prices) : [];
}

/** The seats that are drawn otherwise after a change, but for what filters dim. */
export function changedSeats(before: Selection, after: Selection): number[] {
  return [...differing(before.seats, after.seats), ...differing(before.lost?.seats ?? [], after.lost?.seats ?? [])];
}

function differing(before: readonly number[], after: readonly number[]): number[] {
  return [...before.filter((seat) => !after.includes(seat)), ...after.filter((seat) => !before.includes(seat))];
}

/** The seats that the next click adds to: a party that has all its seats moves as a whole to where that click is. */
export function settled({ party, seats }: Selection): readonly number[] {
  return party > 1 && seats.length >= party ? [] : seats;
}

/** How many seats the next click takes. */
export function missing(selection: Selection): number {
  return Math.max(1, selection.party - settled(selection).length);
}
