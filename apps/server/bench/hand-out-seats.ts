export type HallSize = { rows: number; perRow: number };

/** Every seat of a hall once, `seatsEach` at a time, after those of the first `skipped` hand-outs. Throws where none are left. */
export function handOutSeats({ rows, perRow }: HallSize, seatsEach: number, skipped = 0): () => string[] {
  let next = skipped * seatsEach;
  return () =>
    Array.from({ length: seatsEach }, () => {
      const seat = next++;
      if (seat >= rows * perRow) throw new Error(`The hall has only ${rows * perRow} seats`);
      return `${String.fromCharCode(65 + Math.floor(seat / perRow))}-${(seat % perRow) + 1}`;
    });
}
