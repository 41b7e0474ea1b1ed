import type { SeatMap } from "@evently/core/seat";

/** The part of a map that is about its seats. */
type SeatStates = Pick<SeatMap, "states" | "holds">;

type ServerState = "available" | "held" | "taken";

const states: Record<string, ServerState> = { a: "available", h: "held", b: "taken" };

/** The seats as the server's newest map has them, and until when others hold them. A seat that it doesn't name is taken. */
export class ServerSeats {
  #letters: string[];
  #holdEnds: SeatMap["holds"] = {};
  /** hold_ttl of the visitor's own hold that ended, by seat: an older map may still show it. Another end is another hold's. */
  readonly #ended = new Map<number, number>();

  constructor(count: number) {
    this.#letters = Array.from({ length: count }, () => "b");
  }

  stateOf(seat: number): ServerState {
    return states[this.#letters[seat] ?? "b"] ?? "taken";
  }

  isAvailable(seat: number): boolean {
    return this.#letters[seat] === "a";
  }

  /** When the hold on a seat ends, in epoch seconds; null for seats that nobody holds. */
  holdEndsAt(seat: number): number | null {
    return this.stateOf(seat) === "held" ? (this.#holdEnds[seat] ?? null) : null;
  }

  /** Takes in a map; returns the seats that changed. */
  apply(map: SeatStates): number[] {
    this.#holdEnds = map.holds;
    const changed: number[] = [];
    for (let seat = 0; seat < this.#letters.length; seat++) {
      const letter = this.#read(map, seat);
      if (this.#letters[seat] === letter) continue;
      this.#letters[seat] = letter;
      changed.push(seat);
    }
    return changed;
  }

  /** Someone else holds these, as a refused hold showed before the next map does. */
  markHeld(seats: readonly number[]): void {
    for (const seat of seats) this.#letters[seat] = "h";
  }

  /** The visitor's own hold on these ended. */
  markEnded(seats: readonly number[], hold_ttl: number): void {
    for (const seat of seats) {
      this.#letters[seat] = "a";
      this.#ended.set(seat, hold_ttl);
    }
  }

  /** Available seats by type; `types` is each seat's type. */
  countByType(types: Uint8Array, typeCount: number): number[] {
    const counts = Array.from({ length: typeCount }, () => 0);
    this.#letters.forEach((letter, seat) => {
      const type = types[seat] ?? 0;
      if (letter === "a") counts[type] = (counts[type] ?? 0) + 1;
    });
    return counts;
  }

  countAvailable(isWanted: (seat: number) => boolean): number {
    return this.#letters.filter((letter, seat) => letter === "a" && isWanted(seat)).length;
  }

  #read(map: SeatStates, seat: number): string {
    const letter = map.states[seat] ?? "b";
    const ended = this.#ended.get(seat);
    if (ended === undefined || letter !== "h") return letter;
    return map.holds[seat] === ended ? "a" : letter;
  }
}
