import type { SeatMap } from "@evently/core/seat";
import type { ServerClock } from "~/features/clock/server-clock";
import type { SeatSource, SeatState } from "~/features/hall/drawing/seat-source";
import type { Hall } from "~/features/hall/hall";
import { listNeeds, meetsNeed, type SeatNeed } from "~/features/hall/seat-features";
import type { PricedSeat } from "~/features/hold/describe-new-prices";
import { makeSignal, type Signal } from "~/ui/message/signal";
import { ServerSeats } from "./seats/server-seats";
import { DimmedSeats } from "./selection/dimmed-seats";
import { moveToLost, renewAlternatives, suggestAlternatives } from "./selection/lost-seats";
import { isFiltering } from "./selection/seat-filter";
import {
  changedSeats,
  dropAnswered,
  emptySelection,
  findBlock,
  pressSeat,
  type Selection,
  type SelectionRules,
} from "./selection/selection";

type SeatListener = (changed: Iterable<number>) => void;
type Options = { hall: Hall; seatLimit: number; prices: readonly number[]; clock: ServerClock };
type Change = (selection: Selection, rules: SelectionRules) => Selection;

/**
 * Combines the server's seats, the visitor's own and the selection outside React: thousands of seats are drawn again one
 * by one, while panels subscribe to the signals. An own seat stays the visitor's whatever an older map shows.
 */
export class Picker implements SeatSource {
  readonly hall: Hall;
  /** The most seats in one hold. */
  readonly seatLimit: number;
  /** By seat type, in the minor unit. */
  readonly prices: readonly number[];
  /** What seats of this hall can be looked for by. */
  readonly needs: readonly SeatNeed[];
  readonly selection: Signal<Selection> = makeSignal(emptySelection);
  /** Seats that anyone may take now, by seat type. */
  readonly freeByType: Signal<readonly number[]> = makeSignal<readonly number[]>([]);
  /** The same by need. */
  readonly freeByNeed: Signal<ReadonlyMap<SeatNeed, number>> = makeSignal<ReadonlyMap<SeatNeed, number>>(new Map());
  /** While true nothing can be selected: the sale is not open. */
  locked = false;
  readonly #clock: ServerClock;
  readonly #server: ServerSeats;
  readonly #dimmed: DimmedSeats;
  readonly #listeners = new Set<SeatListener>();
  readonly #filterListeners = new Set<() => void>();
  /** What seats cost when they were chosen. */
  #chosenAt: ReadonlyMap<string, number> = new Map();
  #own: ReadonlySet<number> = new Set();
  #preview: readonly number[] = [];

  constructor({ hall, seatLimit, prices, clock }: Options) {
    this.hall = hall;
    this.seatLimit = seatLimit;
    this.prices = prices;
    this.needs = listNeeds(hall);
    this.#clock = clock;
    this.#server = new ServerSeats(hall.ids.length);
    this.#dimmed = new DimmedSeats(this);
  }

  onSeats(listener: SeatListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onFilter(listener: () => void): () => void {
    this.#filterListeners.add(listener);
    return () => this.#filterListeners.delete(listener);
  }

  stateOf(seat: number): SeatState {
    if (this.#own.has(seat)) return "yours";
    if (this.selection.read().seats.includes(seat)) return "selected";
    return this.#server.stateOf(seat);
  }

  isFree = (seat: number): boolean => this.#server.isAvailable(seat) && !this.#own.has(seat);
  isLost = (seat: number): boolean => this.selection.read().lost?.seats.includes(seat) ?? false;
  isDimmed = (seat: number): boolean => this.#dimmed.isDimmed(seat);
  isKindDimmed = (kind: number): boolean => this.#dimmed.isKindDimmed(kind);
  isPreviewed = (seat: number): boolean => this.#preview.includes(seat);

  get isFiltered(): boolean {
    const selection = this.selection.read();
    return isFiltering(selection) || selection.party > 1;
  }

  /** The seats that a click would take together with the one pointed at. */
  get previewed(): readonly number[] {
    return this.#preview;
  }

  /** Seconds until someone else's hold ends; null for seats that no one else holds. */
  secondsHeld(seat: number): number | null {
    const endsAt = this.stateOf(seat) === "held" ? this.#server.holdEndsAt(seat) : null;
    return endsAt === null ? null : Math.max(0, endsAt - this.#clock.now());
  }

  indexesOf(ids: readonly string[]): number[] {
    return ids.flatMap((id) => this.hall.indexOf.get(id) ?? []);
  }

  idsOf(seats: readonly number[]): string[] {
    return seats.flatMap((seat) => this.hall.ids[seat] ?? []);
  }

  /** Goes on with what was chosen before the same seats, in the same order, got other labels, properties or prices. */
  continueFrom(before: Picker): void {
    const selection = before.selection.read();
    const needs = new Set([...selection.needs].filter((need) => this.needs.includes(need)));
    this.update(() => ({ ...selection, needs }));
    this.#chosenAt = before.#chosenAt;
  }

  /** What a seat cost when it was last chosen, in the minor unit. */
  chosenAt = (id: string): number | undefined => this.#chosenAt.get(id);

  noteChosen(lines: readonly Pick<PricedSeat, "seat" | "price">[]): void {
    this.#chosenAt = new Map([...this.#chosenAt, ...lines.map(({ seat, price }) => [seat, price] as const)]);
  }

  /** Seats as they are priced now. */
  linesOf(seats: readonly number[]): PricedSeat[] {
    const { ids, types, seat_types } = this.hall;
    return seats.map((seat) => {
      const type = types[seat] ?? -1;
      return { seat: ids[seat] ?? "", seat_type: seat_types[type] ?? "", price: this.prices[type] ?? 0 };
    });
  }

  /** Takes in the server's map: only seats that changed are drawn again, and selected ones that others took are lost. */
  apply(map: SeatMap): void {
    this.#clock.sync(map.server_now);
    const changed = this.#server.apply(map);
    this.#afterServerChange(changed);
    // Until the first map all seats count as taken, so one of a sold-out hall changes none.
    if (this.freeByType.read().length === 0) this.#count();
    const taken = this.selection.read().seats.filter((seat) => !this.#server.isAvailable(seat));
    if (taken.length > 0) this.update((selection, rules) => moveToLost(selection, taken, rules));
    else if (changed.length > 0) this.update(suggestAlternatives);
  }

  /** Someone else holds these, as a refused hold showed before the next map does. */
  markHeld(seats: readonly number[]): void {
    this.#server.markHeld(seats);
    this.#afterServerChange(seats);
  }

  /** The visitor's own hold on these ended, whatever an older map still shows. */
  markEnded(seats: readonly number[], hold_ttl: number): void {
    this.#server.markEnded(seats, hold_ttl);
    this.#afterServerChange(seats);
  }

  /** The seats that are the visitor's: held, or on their way to be. What becomes theirs is no longer selected. */
  setOwn(ids: readonly string[]): void {
    const [before, own] = [this.#own, new Set(this.indexesOf(ids))];
    const changed = [...before, ...own].filter((seat) => before.has(seat) !== own.has(seat));
    this.#own = own;
    if (changed.length === 0) return;
    this.update((selection) => {
      const seats = selection.seats.filter((seat) => !own.has(seat));
      return seats.length < selection.seats.length ? { ...selection, seats } : selection;
    });
    const { seats } = this.#dimmed.follow(this.selection.read());
    this.#redraw([...changed, ...seats]);
  }

  toggle(seat: number): void {
    if (this.locked && !this.selection.read().seats.includes(seat)) return;
    this.preview(null);
    this.update((selection, rules) => pressSeat(selection, seat, rules));
  }

  preview(seat: number | null): void {
    const selection = this.selection.read();
    const isOpen = seat !== null && !this.locked && this.isFree(seat) && !selection.seats.includes(seat);
    const block = isOpen && !this.isDimmed(seat) ? (findBlock(selection, seat, this) ?? []) : [];
    const before = this.#preview;
    this.#preview = block.length > 1 ? block : [];
    this.#redraw([...before, ...this.#preview]);
  }

  update(change: Change): void {
    const before = this.selection.read();
    const changed = change(before, this);
    if (changed === before) return;
    const isStale = changed.lost !== null && changed.lost === before.lost && changed.seats !== before.seats;
    const after = isStale ? renewAlternatives(changed, this) : changed;
    // Seats that come back from a hold that failed were chosen before.
    const chosen = after.seats.filter((seat) => !before.seats.includes(seat) && !this.#own.has(seat));
    if (chosen.length > 0) this.noteChosen(this.linesOf(chosen));
    this.selection.write(after);
    const { isOtherFilter, seats } = this.#dimmed.follow(after);
    if (isOtherFilter) for (const listener of this.#filterListeners) listener();
    this.#redraw([...changedSeats(before, after), ...seats]);
  }

  #afterServerChange(changed: readonly number[]): void {
    if (changed.length === 0) return;
    this.#count();
    const { seats } = this.#dimmed.follow(this.selection.read());
    this.#redraw([...changed, ...seats]);
    this.update(dropAnswered);
  }

  #count(): void {
    this.freeByType.write(this.#server.countByType(this.hall.types, this.hall.seat_types.length));
    const { kinds, kindOf } = this.hall;
    const count = (need: SeatNeed) => {
      const met = kinds.map((kind) => meetsNeed(kind, need));
      return this.#server.countAvailable((seat) => met[kindOf[seat] ?? -1] === true);
    };
    this.freeByNeed.write(new Map(this.needs.map((need) => [need, count(need)])));
  }

  #redraw(seats: Iterable<number>): void {
    const changed = [...new Set(seats)];
    if (changed.length > 0) for (const listener of this.#listeners) listener(changed);
  }
}
