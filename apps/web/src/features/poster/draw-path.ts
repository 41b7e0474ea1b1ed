const round = (value: number) => Math.round(value * 10) / 10;

const point = (x: number, y: number) => `${round(x)} ${round(y)}`;

/** SVG path data of a full circle. */
export function circle(cx: number, cy: number, r: number): string {
  return `M${point(cx - r, cy)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0z`;
}

export function rect(x: number, y: number, width: number, height: number): string {
  return `M${point(x, y)}h${round(width)}v${round(height)}h${round(-width)}z`;
}

export function polygon(points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => point(x, y)).join("L")}z`;
}

/** Part of a ring between two radii and two angles, in turns (0 points right, 0.25 down). */
export function ring(cx: number, cy: number, inner: number, outer: number, from: number, to: number): string {
  const at = (r: number, turn: number) =>
    point(cx + r * Math.cos(turn * 2 * Math.PI), cy + r * Math.sin(turn * 2 * Math.PI));
  const large = to - from > 0.5 ? 1 : 0;
  const out = `M${at(outer, from)}A${round(outer)} ${round(outer)} 0 ${large} 1 ${at(outer, to)}`;
  return `${out}L${at(inner, to)}A${round(inner)} ${round(inner)} 0 ${large} 0 ${at(inner, from)}z`;
}

/** A slice of a disc between two angles, in turns. */
export function sector(cx: number, cy: number, r: number, from: number, to: number): string {
  const at = (turn: number) => point(cx + r * Math.cos(turn * 2 * Math.PI), cy + r * Math.sin(turn * 2 * Math.PI));
  return `M${point(cx, cy)}L${at(from)}A${round(r)} ${round(r)} 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)}z`;
}

/** A straight stroke as a shape, so that a poster is nothing but filled paths. */
export function stroke(x1: number, y1: number, x2: number, y2: number, width: number): string {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const dx = ((y2 - y1) / length) * (width / 2);
  const dy = ((x2 - x1) / length) * (width / 2);
  return polygon([
    [x1 + dx, y1 - dy],
    [x2 + dx, y2 - dy],
    [x2 - dx, y2 + dy],
    [x1 - dx, y1 + dy],
  ]);
}
