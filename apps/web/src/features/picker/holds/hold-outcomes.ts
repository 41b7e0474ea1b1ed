import type { HoldingView } from "@evently/core/hold";
import { describeNewPrices, type PricedSeat } from "~/features/hold/describe-new-prices";
import type { Picker } from "../picker";
import { returnRefused } from "../selection/lost-seats";
import type { Notice } from "../selection/selection";

type Conflict = { seats: readonly string[]; alternatives: readonly (readonly string[])[] };

/** A hold was refused because of seats that others took: these are marked, the others are selected again. */
export function applyConflict(picker: Picker, requested: readonly string[], conflict: Conflict): void {
  const taken = picker.indexesOf(conflict.seats);
  const alternatives = picker.indexesOf(conflict.alternatives[0] ?? []);
  picker.markHeld(taken);
  picker.update((selection, rules) =>
    returnRefused(selection, { requested: picker.indexesOf(requested), taken, alternatives }, rules),
  );
}

/** These seats, held or still selected, cost something else than when they were chosen: said before they are paid for. */
export function applyNewPrices(picker: Picker, lines: readonly PricedSeat[], currency: string): void {
  const text = describeNewPrices(lines, picker.chosenAt, currency);
  if (text) picker.update((selection) => ({ ...selection, notice: { kind: "repriced", text } }));
}

/** The hold is sent once the browser has worked for a session. */
export function applyCheck(picker: Picker): void {
  picker.update((selection) => ({ ...selection, notice: { kind: "checking" } }));
}

/** Something failed for another reason: the seats that were to be held, if any, are selected again. */
export function applyFailure(picker: Picker, text: string, requested: readonly string[] = []): void {
  applyNotice(picker, { kind: "failed", text }, requested);
}

/** No answer decides whether these seats are held: they are selected again, and asking once more finds out. */
export function applyUnanswered(picker: Picker, text: string, requested: readonly string[]): void {
  applyNotice(picker, { kind: "unanswered", text }, requested);
}

function applyNotice(picker: Picker, notice: Notice, requested: readonly string[]): void {
  const seats = picker.indexesOf(requested);
  picker.update((selection) => ({ ...selection, seats: [...new Set([...selection.seats, ...seats])], notice }));
}

/**
 * A hold ran out, or the organizer released it: its seats are selected again, so that holding them again is one click.
 */
export function applyExpiry(picker: Picker, hold: HoldingView, by?: HoldingView["released_by"]): void {
  const seats = picker.indexesOf(hold.seats);
  picker.markEnded(seats, hold.hold_ttl);
  picker.update((selection, { seatLimit }) => ({
    ...selection,
    seats: [...new Set([...selection.seats, ...seats])].slice(0, seatLimit),
    notice: { kind: "ended", seats, ...(by ? { by } : {}) },
  }));
  // Held again, they may cost something else.
  picker.noteChosen(hold.lines);
}

export function applyRelease(picker: Picker, hold: HoldingView): void {
  const seats = picker.indexesOf(hold.seats);
  picker.markEnded(seats, hold.hold_ttl);
  picker.update((selection) => ({ ...selection, notice: { kind: "released", count: seats.length } }));
}
