import { markCramped } from "./cramped-seats";
import { isSameFilter, listMismatches } from "./seat-filter";
import { emptySelection, findBlock, missing, type Selection, type SelectionRules, settled } from "./selection";

/**
 * What `whyDimmed` says of every seat, kept for those who ask for thousands: by kind where the filters decide, by seat
 * where the party does.
 */
export class DimmedSeats {
  readonly #rules: SelectionRules;
  #followed: Selection = emptySelection;
  #kinds: readonly boolean[] = [];
  #cramped: Uint8Array;

  constructor(rules: SelectionRules) {
    this.#rules = rules;
    this.#cramped = new Uint8Array(rules.hall.ids.length);
  }

  isDimmed(seat: number): boolean {
    return this.isKindDimmed(this.#rules.hall.kindOf[seat] ?? -1) || this.#cramped[seat] === 1;
  }

  isKindDimmed(kind: number): boolean {
    return this.#kinds[kind] === true;
  }

  /** Brings it up to date. Returns whether the filters are others, and the seats that the party dims or no longer does. */
  follow(selection: Selection): { isOtherFilter: boolean; seats: number[] } {
    const { hall, prices } = this.#rules;
    const isOtherFilter = !isSameFilter(selection, this.#followed);
    this.#followed = selection;
    if (isOtherFilter) this.#kinds = hall.kinds.map((kind) => listMismatches(selection, kind, prices).length > 0);
    return { isOtherFilter, seats: this.#markCramped(selection) };
  }

  #markCramped(selection: Selection): number[] {
    const { hall } = this.#rules;
    const before = this.#cramped;
    const size = missing(selection);
    if (size < 2 && !before.includes(1)) return [];
    const seated = new Set(settled(selection));
    const isOpen = (seat: number) =>
      this.#rules.isFree(seat) && !seated.has(seat) && !this.isKindDimmed(hall.kindOf[seat] ?? -1);
    this.#cramped = markCramped(hall, size, isOpen);
    // Those who join a party may sit on both sides of it.
    for (const run of hall.neighbors.runs.filter((run) => run.some((seat) => seated.has(seat))))
      for (const seat of run)
        if (this.#cramped[seat] === 1 && findBlock(selection, seat, this.#rules) !== null) this.#cramped[seat] = 0;
    return [...hall.ids.keys()].filter((seat) => before[seat] !== this.#cramped[seat]);
  }
}
