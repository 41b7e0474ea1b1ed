/** Who truly sits next to whom, seat by seat, from the runs that a test hall was drawn with. */
export class Together {
  readonly #after = new Map<number, number>();

  constructor(runs: readonly (readonly number[])[]) {
    for (const run of runs)
      run.forEach((seat, at) => {
        const after = run[at + 1];
        if (after !== undefined) this.#after.set(seat, after);
      });
  }

  /** Whether these seats are one unbroken stretch. */
  are(seats: readonly number[]): boolean {
    return seats.some((first) => {
      const stretch = this.#walk(first, seats.length);
      return stretch !== null && seats.every((seat) => stretch.includes(seat));
    });
  }

  /** Whether `kept` and `count` more seats that are usable can be one unbroken stretch: tries every one of that length. */
  canBe(kept: readonly number[], count: number, isUsable: (seat: number) => boolean, seatCount: number): boolean {
    for (let first = 0; first < seatCount; first++) {
      const stretch = this.#walk(first, kept.length + count);
      if (stretch === null || !kept.every((seat) => stretch.includes(seat))) continue;
      if (stretch.every((seat) => kept.includes(seat) || isUsable(seat))) return true;
    }
    return false;
  }

  #walk(first: number, length: number): number[] | null {
    const stretch = [first];
    while (stretch.length < length) {
      const after = this.#after.get(stretch.at(-1) ?? -1);
      if (after === undefined) return null;
      stretch.push(after);
    }
    return stretch;
  }
}
