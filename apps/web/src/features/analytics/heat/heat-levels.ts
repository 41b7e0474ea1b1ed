import type { SeatHeat } from "@evently/core/analytics";

/** What the colors of the seats show. */
export type HeatMode = "first" | "dropped" | "booked";

/** 0 is a seat without history, 4 the most. */
export type HeatLevel = 0 | 1 | 2 | 3 | 4;
type HeatStep = { level: HeatLevel; label: string; seats: number };

/** `levels[i]` belongs to seat i of the layout; `steps` is the legend, highest first. */
export type HeatScale = { levels: HeatLevel[]; steps: HeatStep[] };

type Labels = Partial<Record<HeatLevel, string>>;

/** Sorts the seats into at most five levels, which the eye can distinguish. */
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
  1: "Last 25% to sell",
  2: "Third 25%",
  3: "Second 25%",
  4: "First 25% to sell",
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

/** The highest counts are level 4, however few ranges there are. */
function countLevels(counts: readonly number[], verb: string, parts: number) {
  const ranges = splitRange(
    counts.reduce((max, count) => Math.max(max, count), 0),
    parts,
  );
  const levelOf = (range: number) => (5 - ranges.length + range) as HeatLevel;
  const levels = counts.map((count) => (count === 0 ? 0 : levelOf(ranges.findIndex(([, to]) => count <= to))));
  const labels: Labels = {};
  for (const [range, [low, high]] of ranges.entries())
    labels[levelOf(range)] = `${verb} ${describeFrequency(low, high)}`;
  return { levels, labels };
}

/** 1 to `max` in at most `parts` ranges of about the same width. */
function splitRange(max: number, parts: number): [number, number][] {
  const count = Math.min(max, parts);
  const edge = (part: number) => Math.floor((max * part) / count);
  return Array.from({ length: count }, (_, part) => [edge(part) + 1, edge(part + 1)]);
}

function toScale(levels: HeatLevel[], labels: Labels): HeatScale {
  const steps = ([4, 3, 2, 1, 0] as const).flatMap((level): HeatStep[] => {
    const label = labels[level];
    return label ? [{ level, label, seats: levels.filter((other) => other === level).length }] : [];
  });
  return { levels, steps };
}

/** "once", "twice", "3 times", "4 to 6 times". */
export function describeFrequency(low: number, high = low): string {
  if (low !== high) return `${low} to ${high} times`;
  return low === 1 ? "once" : low === 2 ? "twice" : `${low} times`;
}
