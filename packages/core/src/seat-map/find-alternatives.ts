import type { Core } from "../core.ts";
import type { EventId, LayoutId, SeatId } from "../ids.ts";
import { isFree } from "../seat/seat.rules.ts";
import type { IndexedLayout } from "../venue/layouts.ts";

const mostAlternatives = 3;
/** Groups at most this much worse than the best (in decimetres) count as equally good. */
const nearEqual = 15;

/**
 * Groups of free adjacent seats of the same number and types as the unavailable ones, nearest to them: up to three,
 * chosen at random among near-equals so that a rush isn't sent to the same seats. Advisory, from the live map: only a
 * hold decides.
 */
export async function findAlternatives(
  core: Core,
  event: { event_id: EventId; layout_id: LayoutId },
  lost: readonly SeatId[],
): Promise<SeatId[][]> {
  const { layout, seats } = await core.maps.get(event);
  const now = core.clock();
  const wanted = describe(layout, lost);
  const free = seats.map((seat) => isFree(seat, now));
  const groups = listGroups(layout, lost.length, free, wanted.types);
  const ranked = groups
    .map((group) => ({
      group,
      distance: Math.hypot(group.x - wanted.x, group.y - wanted.y) + Math.random() * nearEqual,
    }))
    .sort((a, b) => a.distance - b.distance);
  return pickApart(ranked.map(({ group }) => group.seats));
}

type Group = { seats: SeatId[]; x: number; y: number };

function describe(
  { layout, indexOf, types }: IndexedLayout,
  lost: readonly SeatId[],
): { x: number; y: number; types: Set<string> } {
  const indexes = new Set(lost.flatMap((seat) => indexOf.get(seat) ?? []));
  const at: { x: number; y: number }[] = [];
  let i = 0;
  for (const row of layout.rows) {
    for (const n of row.nums.keys()) if (indexes.has(i++)) at.push({ x: row.xs[n] ?? 0, y: row.ys[n] ?? 0 });
  }
  return { ...center(at), types: new Set([...indexes].map((index) => types[index] ?? "")) };
}

/**
 * Every run of `size` adjacent free seats of the wanted types in a row; an aisle or a gap in the numbers ends a run.
 */
function listGroups(
  { layout, seats, types }: IndexedLayout,
  size: number,
  free: boolean[],
  wanted: Set<string>,
): Group[] {
  const groups: Group[] = [];
  let start = 0;
  for (const row of layout.rows) {
    let run = 0;
    for (const [n, num] of row.nums.entries()) {
      const i = start + n;
      const adjoins = n > 0 && num - (row.nums[n - 1] ?? 0) === 1;
      const usable = free[i] && wanted.has(types[i] ?? "");
      run = usable ? (adjoins ? run : 0) + 1 : 0;
      if (run < size) continue;
      const places = Array.from({ length: size }, (_, k) => n - size + 1 + k);
      const at = places.map((k) => ({ x: row.xs[k] ?? 0, y: row.ys[k] ?? 0 }));
      groups.push({ seats: places.flatMap((k) => seats[start + k] ?? []), ...center(at) });
    }
    start += row.nums.length;
  }
  return groups;
}

function center(points: { x: number; y: number }[]): { x: number; y: number } {
  const count = Math.max(1, points.length);
  return {
    x: points.reduce((sum, point) => sum + point.x, 0) / count,
    y: points.reduce((sum, point) => sum + point.y, 0) / count,
  };
}

function pickApart(ranked: SeatId[][]): SeatId[][] {
  const used = new Set<string>();
  const picked: SeatId[][] = [];
  for (const group of ranked) {
    if (group.some((seat) => used.has(seat))) continue;
    for (const seat of group) used.add(seat);
    picked.push(group);
    if (picked.length === mostAlternatives) break;
  }
  return picked;
}
