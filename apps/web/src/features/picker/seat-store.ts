import type { HoldingView } from "@evently/core/hold";
import type { SeatMap } from "@evently/core/seat";
import type { ServerClock } from "~/features/clock/server-clock";
import type { Hall } from "~/features/hall/hall";
import { emptyState, type Notice, type PickerState, seatLimit } from "./picker-state";
import { adjacentSeats } from "./selection/adjacent-seats";
import { suggestSeats } from "./selection/suggest-seats";

/** How a seat stands for the person at the map: `selected` is only marked here, `yours` is held for them. */
export type SeatLook = "available" | "held" | "taken" | "selected" | "yours";

type SeatListener = (changed: Iterable<number>) => void;

const looks: Record<string, SeatLook> = { a: "available", h: "held", b: "taken" };

/**
 * All that the map, the list and the panels know, outside React: thousands of seats are patched one by one, and panels
 * follow `state`. The server's map is advice; what is ours wins over it until the server says that it ended.
 */
export class SeatStore {
  readonly hall: Hall;
  readonly clock: ServerClock;
  /** While true nothing can be selected: the sale is not open. */
  locked = false;
  state: PickerState = emptyState;
  #letters: string[];
  #holds: SeatMap["holds"] = {};
  #yours = new Set<number>();
  /** hold_ttl of our own hold that ended, by seat: an older map may still show it as someone's. */
  #ended = new Map<number, number>();
  #preview: readonly number[] = [];
  #stateListeners = new Set<() => void>();
  #seatListeners = new Set<SeatListener>();

  constructor(hall: Hall, clock: ServerClock) {
    this.hall = hall;
    this.clock = clock;
    this.#letters = hall.ids.map(() => "b");
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  };

  onSeats(listener: SeatListener): () => void {
    this.#seatListeners.add(listener);
    return () => this.#seatListeners.delete(listener);
  }

  look(index: number): SeatLook {
    if (this.#yours.has(index)) return "yours";
    if (this.state.selected.includes(index)) return "selected";
    return looks[this.#letters[index] ?? "b"] ?? "taken";
  }

  isFree = (index: number): boolean => this.#letters[index] === "a" && !this.#yours.has(index);
  isLost = (index: number): boolean => this.state.lost?.seats.includes(index) ?? false;
  isDimmed = (index: number): boolean => this.state.kept.size > 0 && !this.state.kept.has(this.hall.types[index] ?? -1);
  isPreviewed = (index: number): boolean => this.#preview.includes(index);

  /** The seats that a click would take together with the one pointed at. */
  get previewed(): readonly number[] {
    return this.#preview;
  }

  /** Seconds until someone else's hold ends; null for seats that nobody holds. */
  secondsHeld(index: number): number | null {
    const ends = this.#holds[index];
    return this.look(index) === "held" && ends !== undefined ? Math.max(0, ends - this.clock.now()) : null;
  }

  /** Takes in the server's map; patches only what changed, and moves selected seats that others took to `lost`. */
  apply(map: SeatMap): void {
    this.clock.sync(map.server_now);
    const changed: number[] = [];
    this.#holds = map.holds;
    for (let index = 0; index < this.#letters.length; index++) {
      const letter = this.#read(map, index);
      if (this.#letters[index] === letter) continue;
      this.#letters[index] = letter;
      changed.push(index);
    }
    const gone = this.state.selected.filter((index) => this.#letters[index] !== "a");
    if (changed.length > 0) this.#set({ freeByType: this.#countFree() }, changed);
    if (gone.length > 0) this.#lose(gone);
    else if (changed.length > 0 && this.state.lost) this.#refreshSuggestion();
  }

  /** A click: takes the seat, with its neighbours where a party is asked for, or gives a selected one back. */
  toggle(index: number): void {
    if (this.state.selected.includes(index)) this.remove([index]);
    else if (this.isFree(index) && !this.locked) this.#select(index);
  }

  /** Adds those of these seats that are free; what is not stays out without a word. */
  choose(ids: readonly string[]): void {
    const { selected } = this.state;
    const seats = this.#indexes(ids).filter((index) => this.isFree(index) && !selected.includes(index));
    this.#set({ selected: [...selected, ...seats].slice(0, seatLimit) }, seats);
  }

  remove(seats: readonly number[]): void {
    this.#set({ selected: this.state.selected.filter((index) => !seats.includes(index)), notice: null }, seats);
  }

  /** The seats that a click on `index` would take; null where the party does not fit there side by side. */
  blockAt(index: number): readonly number[] | null {
    const wanted = this.#wanted();
    if (wanted <= 1) return [index];
    const kept = this.#kept();
    return adjacentSeats(this.hall, index, wanted, (seat) => this.isFree(seat) && !kept.includes(seat));
  }

  preview(index: number | null): void {
    const isOpen = index !== null && !this.locked && this.isFree(index) && !this.state.selected.includes(index);
    const block = isOpen ? (this.blockAt(index) ?? []) : [];
    const before = this.#preview;
    this.#preview = block.length > 1 ? block : [];
    if (before.length > 0 || this.#preview.length > 0) this.#tell([...before, ...this.#preview]);
  }

  setParty(party: number): void {
    this.#set({ party, notice: null });
  }

  toggleType(type: number): void {
    const kept = new Set(this.state.kept);
    if (!kept.delete(type)) kept.add(type);
    this.#set({ kept }, this.hall.ids.keys());
  }

  showAllTypes(): void {
    this.#set({ kept: new Set() }, this.hall.ids.keys());
  }

  dismiss(): void {
    this.#set({ notice: null, lost: null }, this.state.lost?.seats);
  }

  /** Takes what is offered in place of what went. */
  takeInstead(): void {
    const { lost, selected } = this.state;
    if (!lost) return;
    const kept = lost.whole ? [] : selected;
    const taken = lost.instead.filter((index) => this.isFree(index) && !kept.includes(index));
    this.#set({ selected: [...kept, ...taken].slice(0, seatLimit), lost: null, notice: null }, [
      ...selected,
      ...taken,
      ...lost.seats,
    ]);
  }

  /** The selection is on its way to the server: painted as yours at once. */
  place(): readonly number[] {
    const placing = this.state.selected;
    this.#own({ placing, selected: [], notice: null, lost: null });
    return placing;
  }

  placed(hold: HoldingView): void {
    const holds = [...this.state.holds.filter(({ holding_id }) => holding_id !== hold.holding_id), hold];
    this.clock.sync(Date.parse(hold.server_now) / 1000);
    this.#own({ holds, placing: [], notice: null });
  }

  /** The hold was refused: `taken` are someone else's, the rest is back in the selection. */
  refused(taken: readonly string[], alternative: readonly string[]): void {
    const asked = this.state.placing;
    const gone = this.#indexes(taken);
    for (const index of gone) this.#letters[index] = "h";
    const instead = this.#indexes(alternative);
    const selected = asked.filter((index) => !gone.includes(index));
    const whole = instead.length === asked.length;
    this.#own({ placing: [], selected, lost: { seats: gone, instead, whole }, freeByType: this.#countFree() }, gone);
    if (instead.length === 0) this.#refreshSuggestion();
  }

  failed(text: string): void {
    const { selected, placing } = this.state;
    this.#own({ selected: [...selected, ...placing], placing: [], notice: { kind: "failed", text } });
  }

  /** The caller's open holds as the server lists them; what it no longer lists is no longer ours. */
  restore(holds: readonly HoldingView[]): void {
    for (const { server_now } of holds) this.clock.sync(Date.parse(server_now) / 1000);
    const seats = this.#indexes(holds.flatMap((hold) => hold.seats));
    const selected = this.state.selected.filter((index) => !seats.includes(index));
    this.#own({ holds, selected });
  }

  /** A hold ran out: its seats go back to the selection, so that holding them again is one click. */
  end(hold: HoldingView): void {
    const seats = this.#indexes(hold.seats);
    this.#free(seats, hold.hold_ttl);
    const selected = [...new Set([...this.state.selected, ...seats])].slice(0, seatLimit);
    this.#own({ holds: this.#without(hold), selected, notice: { kind: "ended", seats } }, seats);
  }

  released(hold: HoldingView): void {
    const seats = this.#indexes(hold.seats);
    this.#free(seats, hold.hold_ttl);
    this.#own({ holds: this.#without(hold), notice: { kind: "released", count: seats.length } }, seats);
  }

  #select(index: number): void {
    const block = this.blockAt(index);
    const before = [...this.state.selected, ...this.#preview];
    const selected = [...this.#kept(), ...(block ?? [index])];
    if (selected.length > seatLimit) {
      this.#set({ notice: { kind: "limit" } });
      return;
    }
    const notice: Notice | null = block ? null : { kind: "not_adjacent", count: this.#wanted() };
    this.#preview = [];
    this.#set({ selected, notice }, [...before, ...selected]);
  }

  /** A party that has all its seats moves as a whole to where the next click is. */
  #kept(): readonly number[] {
    const { party, selected } = this.state;
    return party > 1 && selected.length >= party ? [] : selected;
  }

  #wanted(): number {
    return Math.max(1, this.state.party - this.#kept().length);
  }

  #lose(gone: readonly number[]): void {
    const seats = [...new Set([...(this.state.lost?.seats ?? []), ...gone])];
    const selected = this.state.selected.filter((index) => !gone.includes(index));
    this.#set({ selected, lost: { seats, instead: [], whole: false } }, gone);
    this.#refreshSuggestion();
  }

  #refreshSuggestion(): void {
    const { lost, selected } = this.state;
    if (!lost || (lost.instead.length > 0 && lost.instead.every(this.isFree))) return;
    const isFree = (index: number) => this.isFree(index) && !selected.includes(index);
    this.#set({ lost: { seats: lost.seats, instead: suggestSeats(this.hall, lost.seats, isFree), whole: false } });
  }

  #read(map: SeatMap, index: number): string {
    const letter = map.states[index] ?? "b";
    const ended = this.#ended.get(index);
    if (ended === undefined || letter !== "h") return letter;
    return (map.holds[index] ?? Infinity) <= ended ? "a" : letter;
  }

  #free(seats: readonly number[], hold_ttl: number): void {
    for (const index of seats) {
      this.#letters[index] = "a";
      this.#ended.set(index, hold_ttl);
    }
  }

  #countFree(): number[] {
    const counts = this.hall.seat_types.map(() => 0);
    for (let index = 0; index < this.#letters.length; index++) {
      const type = this.hall.types[index] ?? 0;
      if (this.#letters[index] === "a") counts[type] = (counts[type] ?? 0) + 1;
    }
    return counts;
  }

  #without(hold: HoldingView): HoldingView[] {
    return this.state.holds.filter(({ holding_id }) => holding_id !== hold.holding_id);
  }

  #indexes(ids: readonly string[]): number[] {
    return ids.flatMap((id) => this.hall.indexOf.get(id) ?? []);
  }

  /** A change of what is ours: repaints what was, what is, and what was or is selected. */
  #own(change: Partial<PickerState>, also: Iterable<number> = []): void {
    const before = [...this.#yours, ...this.state.selected];
    const next = { ...this.state, ...change };
    this.#yours = new Set([...next.placing, ...this.#indexes(next.holds.flatMap(({ seats }) => seats))]);
    this.#set(change, [...before, ...this.#yours, ...next.selected, ...also]);
  }

  #set(change: Partial<PickerState>, seats: Iterable<number> = []): void {
    this.state = { ...this.state, ...change };
    this.#tell(seats);
    for (const listener of this.#stateListeners) listener();
  }

  #tell(seats: Iterable<number>): void {
    const changed = [...new Set(seats)];
    if (changed.length > 0) for (const listener of this.#seatListeners) listener(changed);
  }
}
