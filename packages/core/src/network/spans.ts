/** A number of seats, negative where some are taken back, that counts after `from` and up to `until` (epoch seconds). */
export type Span = { seats: number; from: number; until: number };

/**
 * Spans whose sum at any moment is a number of seats. Each change adds a span, so that several processes can record
 * changes to the same hold: the sum of all their spans is right, whoever recorded which.
 */
export class Spans {
  readonly #spans = new Map<string, Span>();

  add({ seats, from, until }: Span): void {
    const key = `${from} ${until}`;
    const sum = (this.#spans.get(key)?.seats ?? 0) + seats;
    if (sum === 0) this.#spans.delete(key);
    else this.#spans.set(key, { seats: sum, from, until });
  }

  at(now: number): number {
    return sumAt(this.#spans.values(), now);
  }

  /** When the next of the seats that count now stop counting; null if none do. */
  nextEnd(now: number): number | null {
    const ends = [...this.#spans.values()]
      .filter((span) => span.seats > 0 && isAt(span, now))
      .map(({ until }) => until);
    return ends.length > 0 ? Math.min(...ends) : null;
  }

  prune(now: number): void {
    for (const [key, { until }] of this.#spans) if (until < now) this.#spans.delete(key);
  }

  list(): Span[] {
    return [...this.#spans.values()];
  }
}

const isAt = ({ from, until }: Span, now: number): boolean => from < now && now <= until;

function sumAt(spans: Iterable<Span>, now: number): number {
  let sum = 0;
  for (const span of spans) if (isAt(span, now)) sum += span.seats;
  return sum;
}
