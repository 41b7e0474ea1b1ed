import type { RowBlock } from "./seating-plan";

/** The stage's front edge is y = 0, its middle x = 0; y grows away from it. In decimeters. */
export type Place = { x: number; y: number };

/** From the stage to the first row. */
export const frontGap = 25;
export const rowGap = 9;
const aisleGap = 11;
/** Radius of the circle through the stage's edge around which rows of usual width lie. */
const radii = { straight: Infinity, gentle: 600, strong: 260 } as const satisfies Record<RowBlock["curve"], number>;

/** `aisles` says after how many seats from the left. */
export type RowShape = Pick<RowBlock, "seat_gap" | "curve"> & { aisles: readonly number[] };

/**
 * The radius around which rows of `count` seats lie, of the circle through the stage's edge: it grows with their width,
 * so that no row's ends come further forward than the stage and reach round it.
 */
export function radiusOf({ seat_gap, curve, aisles }: RowShape, count: number): number {
  const half = spread(count, seat_gap, aisles).at(-1) ?? 0;
  // An arc that is `half` long falls back by at most half² / 2r: here never by more than the first row is behind the stage.
  return Math.max(radii[curve], half ** 2 / (2 * frontGap) - frontGap);
}

/** The places of a row's seats from left to right, `depth` behind the stage along the middle line. */
export function placeRow(shape: RowShape, count: number, depth: number): Place[] {
  const offsets = spread(count, shape.seat_gap, shape.aisles);
  const stage = radiusOf(shape, count);
  const radius = stage + depth;
  return offsets.map((offset) => {
    if (radius === Infinity) return { x: toCentimeter(offset), y: toCentimeter(depth) };
    const angle = offset / radius;
    return {
      x: toCentimeter(radius * Math.sin(angle)),
      y: toCentimeter(radius * Math.cos(angle) - stage),
    };
  });
}

/** Distances from the middle line; `aisles` are after how many seats. */
function spread(count: number, gap: number, aisles: readonly number[]): number[] {
  const passed = (index: number) => aisles.filter((after) => after > 0 && after < count && index >= after).length;
  const offsets = Array.from({ length: count }, (_, index) => index * gap + passed(index) * aisleGap);
  const middle = (offsets.at(-1) ?? 0) / 2;
  return offsets.map((offset) => offset - middle);
}

/** Away from zero on both sides, so that mirrored places stay mirrored; never minus zero. */
const toCentimeter = (value: number) => (Math.sign(value) * Math.round(Math.abs(value) * 10)) / 10 + 0;
