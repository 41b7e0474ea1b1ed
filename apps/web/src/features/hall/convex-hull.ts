import type { Point } from "./geometry";

/** The convex outline of the points, in order; fewer than three points are returned as they are. */
export function convexHull(points: readonly Point[]): Point[] {
  if (points.length < 3) return [...points];
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  return [...halfHull(sorted), ...halfHull(sorted.reverse())];
}

function halfHull(points: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of points) {
    while (hull.length >= 2 && turn(hull.at(-2), hull.at(-1), point) <= 0) hull.pop();
    hull.push(point);
  }
  return hull.slice(0, -1);
}

/** Positive where a, b, c turn left. */
function turn(a: Point | undefined, b: Point | undefined, c: Point): number {
  if (!a || !b) return 1;
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** Area and center of gravity of a polygon; of fewer than three points the first one, without area. */
export function measurePolygon(points: readonly Point[]): { area: number; center: Point } {
  let [area, x, y] = [0, 0, 0];
  points.forEach((point, index) => {
    const next = points[(index + 1) % points.length] ?? point;
    const cross = point.x * next.y - next.x * point.y;
    area += cross / 2;
    x += (point.x + next.x) * cross;
    y += (point.y + next.y) * cross;
  });
  if (area === 0) return { area: 0, center: points[0] ?? { x: 0, y: 0 } };
  return { area: Math.abs(area), center: { x: x / (6 * area), y: y / (6 * area) } };
}
