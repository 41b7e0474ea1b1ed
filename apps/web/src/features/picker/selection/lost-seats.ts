import { matches, type Selection, type SelectionRules } from "./selection";
import { suggestSeats } from "./suggest-seats";

/** Moves selected seats that someone else took to the lost ones, and looks for others to take instead. */
export function moveToLost(selection: Selection, taken: readonly number[], rules: SelectionRules): Selection {
  const lost = [...new Set([...(selection.lost?.seats ?? []), ...taken])];
  const seats = selection.seats.filter((seat) => !taken.includes(seat));
  return suggestAlternatives(
    { ...selection, seats, lost: { seats: lost, alternatives: [], replacesAll: false } },
    rules,
  );
}

/** Looks for other alternatives where one that was offered is no longer free. */
export function suggestAlternatives(selection: Selection, rules: SelectionRules): Selection {
  const { lost } = selection;
  if (!lost || (lost.alternatives.length > 0 && lost.alternatives.every((seat) => rules.isFree(seat))))
    return selection;
  return renewAlternatives(selection, rules);
}

/** Looks for alternatives to what was lost that go with what is selected now. */
export function renewAlternatives(selection: Selection, rules: SelectionRules): Selection {
  const { lost, seats: kept } = selection;
  if (!lost) return selection;
  const mayOffer = offerRule(selection, lost.seats, rules);
  const isFit = (seat: number) => rules.isFree(seat) && mayOffer(seat);
  const { seats, replacesAll } = suggestSeats(rules.hall, { lost: lost.seats, kept }, isFit);
  return { ...selection, lost: { seats: lost.seats, alternatives: seats, replacesAll } };
}

/** Filters apply to what is offered, unless what was lost did not meet them either. */
function offerRule(selection: Selection, lost: readonly number[], rules: SelectionRules): (seat: number) => boolean {
  const isBound = lost.every((seat) => matches(selection, seat, rules));
  return (seat) => !isBound || matches(selection, seat, rules);
}

/** Takes what is offered in place of what was lost. */
export function takeAlternatives(selection: Selection, rules: SelectionRules): Selection {
  const { lost } = selection;
  if (!lost) return selection;
  const kept = lost.replacesAll ? [] : selection.seats;
  const taken = lost.alternatives.filter((seat) => rules.isFree(seat) && !kept.includes(seat));
  return { ...selection, seats: [...kept, ...taken].slice(0, rules.seatLimit), lost: null, notice: null };
}

type Conflict = {
  /** The seats that were asked for. */
  requested: readonly number[];
  taken: readonly number[];
  /** As many seats as were asked for, or none. */
  alternatives: readonly number[];
};

/** A refused hold: the requested seats that nobody took are the selection again. */
export function returnRefused(selection: Selection, conflict: Conflict, rules: SelectionRules): Selection {
  const { requested, taken } = conflict;
  const seats = requested.filter((seat) => !taken.includes(seat));
  // The server knows nothing of the filters.
  const alternatives = conflict.alternatives.every(offerRule(selection, taken, rules)) ? conflict.alternatives : [];
  const replacesAll = alternatives.length === requested.length;
  const lost = { seats: taken, alternatives, replacesAll };
  const refused = { ...selection, seats, lost };
  return alternatives.length === 0 ? suggestAlternatives(refused, rules) : refused;
}
