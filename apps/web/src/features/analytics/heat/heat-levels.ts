import type { SeatHeat } from "@evently/core/analytics";

/** What the seats are coloured by. */
export type HeatMode = "first" | "dropped" | "booked";

/** 0 is a seat of which there is nothing to say, 4 the most. */
export type HeatLevel = 0 | 1 | 2 | 3 | 4;
type HeatStep = { level: HeatLevel; label: string; seats: number };

/** `levels[i]` belongs to seat i of the layout; `steps` is the legend, the most first. */
export type HeatScale = { levels: HeatLevel[]; steps: HeatStep[] };

type Labels = Partial<Record<HeatLevel, string>>;

/** Sorts the seats of a hall into at most five levels that can be told apart by eye. */
export function heatLevels(heat: SeatHeat, mode: HeatMode): HeatScale {
  if (mode === "first") return toScale(rankByTime(heat.first_booked), quarters);
  if (mode === "booked") {
    const { levels, labels } = countLevels(heat.times_booked, "Sold", 4);
    return toScale(levels, { 0: "Never sold", ...labels });
  }
  const { levels, labels } = countLevels(heat.times_dropped, "Dropped", 3);
  const held = levels.map((level, seat) => (level === 0 && (heat.times_held[seat] ?? 0) > 0 ? 1 : level));
  return toScale(held, { 0: "Never held", 1: "Held, not dropped", ...labels });
}

const quarters: Labels = {
  0: "Never sold",
  1: "Last 25 % to sell",
  2: "Third 25 %",
  3: "Second 25 %",
  4: "First 25 % to sell",
};

/** The seat's quarter by the time it was first sold; seats sold at the same moment are in the same. */
function rankByTime(first_booked: readonly number[]): HeatLevel[] {
  const times = first_booked.filter((time) => time > 0).sort((a, b) => a - b);
  const ranks = new Map<number, number>();
  for (const [rank, time] of times.entries()) if (!ranks.has(time)) ranks.set(time, rank);
  return first_booked.map((time) =>
    time > 0 ? ((4 - Math.floor(((ranks.get(time) ?? 0) * 4) / times.length)) as HeatLevel) : 0,
  );
}

/** The highest counts are level 4, however few ranges of counts there are below. */
function countLevels(counts: readonly number[], verb: string, parts: number) {
  const ranges = splitRange(
    counts.reduce((most, count) => Math.max(most, count), 0),
    parts,
  );
  const levelOf = (range: number) => (5 - ranges.length + range) as HeatLevel;
  const levels = counts.map((count) => (count === 0 ? 0 : levelOf(ranges.findIndex(([, to]) => count <= to))));
  const labels: Labels = {};
  for (const [range, [low, high]] of ranges.entries()) labels[levelOf(range)] = `${verb} ${sayTimes(low, high)}`;
  return { levels, labels };
}

/** 1 to `most` in at most `parts` ranges of about the same width. */
function splitRange(most: number, parts: number): [number, number][] {
  const count = Math.min(most, parts);
  const edge = (part: number) => Math.floor((most * part) / count);
  return Array.from({ length: count }, (_, part) => [edge(part) + 1, edge(part + 1)]);
}

function toScale(levels: HeatLevel[], labels: Labels): HeatScale {
  const steps = ([4, 3, 2, 1, 0] as const).flatMap((level): HeatStep[] => {
    const label = labels[level];
    return label ? [{ level, label, seats: levels.filter((one) => one === level).length }] : [];
  });
  return { levels, steps };
}

/** "once", "twice", "3 times", "4 to 6 times". */
export function sayTimes(low: number, high = low): string {
  if (low !== high) return `${low} to ${high} times`;
  return low === 1 ? "once" : low === 2 ? "twice" : `${low} times`;
}
