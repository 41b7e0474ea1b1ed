import type { Layout } from "../layout/layout.ts";
import { drawBelow } from "./random.ts";

/** What is free in a hall, and seats that someone asks for: a few in a row, mostly. */
export type Demand = { isFree: (seat: number) => boolean; wanted: number[]; typeOf: (seat: number) => number };

/** Half to nearly all seats are free. */
export function drawDemand({ layout, runs }: { layout: Layout; runs: number[][] }, random: () => number): Demand {
  const share = 0.5 + random() * 0.45;
  const free = Array.from({ length: layout.seat_count }, () => random() < share);
  const types = layout.rows.flatMap((row) => row.types);
  const run = runs[drawBelow(random, runs.length)] ?? [];
  const size = 1 + drawBelow(random, Math.min(4, run.length));
  const from = drawBelow(random, run.length - size + 1);
  const wanted = run.slice(from, from + size);
  if (random() < 0.2) wanted.push(...[drawBelow(random, layout.seat_count)].filter((seat) => !wanted.includes(seat)));
  return { isFree: (seat) => free[seat] === true, wanted, typeOf: (seat) => types[seat] ?? -1 };
}
