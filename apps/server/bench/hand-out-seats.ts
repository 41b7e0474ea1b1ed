export type HallSize = { rows: number; perRow: number };

/**
 * Returns every seat of a hall once, `seatsEach` at a time, after skipping the first `skipped` calls. Throws if none
 * are left.
 */
export function handOutSeats({ rows, perRow }: HallSize, seatsEach: number, skipped = 0): () => string[] {
  let next = skipped * seatsEach;
  return () =>
    Array.from({ length: seatsEach }, () => {
      const seat = next++;
      if (seat >= rows * perRow) throw new Error(`The hall has only ${rows * perRow} seats`);
      return `${String.fromCharCode(65 + Math.floor(seat / perRow))}-${(seat % perRow) + 1}`;
    });
}
