export type Point = { x: number; y: number };
export type Size = { width: number; height: number };
export type Box = { left: number; top: number; right: number; bottom: number };

/** How the hall lies on the screen: screen = hall * scale + (x, y). Hall in decimeters, screen in CSS pixels. */
export type View = { scale: number; x: number; y: number };

/** `working` is where seats are big enough for a finger. */
export type ZoomLimits = { min: number; working: number; max: number };

const workingPitch = 28;
const largestPitch = 64;
const fittedPitch = 40;

/** The smallest box around the points, grown by `margin` on every side. */
export function boxAround(points: Iterable<Point>, margin = 0): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  if (left > right) return { left: 0, top: 0, right: 0, bottom: 0 };
  return { left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin };
}

export const widthOf = (box: Box): number => box.right - box.left;
export const heightOf = (box: Box): number => box.bottom - box.top;
export const centerOf = (box: Box): Point => ({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });

export function overlaps(a: Box, b: Box): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

/** The scale at which all of `box` is seen; bounded, so that a small hall is not blown up. */
export function containScale(box: Box, size: Size, pitch: number): number {
  const scale = Math.min(size.width / Math.max(widthOf(box), 1), size.height / Math.max(heightOf(box), 1));
  return Math.min(scale, fittedPitch / pitch);
}

export function zoomLimits(box: Box, size: Size, pitch: number): ZoomLimits {
  const min = containScale(box, size, pitch);
  return { min, working: Math.max(min, workingPitch / pitch), max: Math.max(min, largestPitch / pitch) };
}

/** All of `box`, centered. */
export function fitView(box: Box, size: Size, pitch: number): View {
  return centerView(centerOf(box), containScale(box, size, pitch), size);
}

/** Zooms by `factor` and keeps what lies under `at` (screen) where it is. */
export function zoomAt(view: View, at: Point, factor: number, limits: ZoomLimits): View {
  const scale = Math.min(limits.max, Math.max(limits.min, view.scale * factor));
  const ratio = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
}

/** The view at `scale` with `point` (hall) in the middle of the window. */
export function centerView(point: Point, scale: number, size: Size): View {
  return { scale, x: size.width / 2 - point.x * scale, y: size.height / 2 - point.y * scale };
}

/** Keeps the hall from being dragged out of the window; a side with room to spare is centered. */
export function clampView(view: View, box: Box, size: Size): View {
  const x = clampSide(view.x, box.left * view.scale, box.right * view.scale, size.width);
  const y = clampSide(view.y, box.top * view.scale, box.bottom * view.scale, size.height);
  return { scale: view.scale, x, y };
}

function clampSide(offset: number, from: number, to: number, room: number): number {
  if (to - from <= room) return (room - from - to) / 2;
  return Math.min(-from, Math.max(room - to, offset));
}

export const toHall = (view: View, at: Point): Point => ({
  x: (at.x - view.x) / view.scale,
  y: (at.y - view.y) / view.scale,
});

export const toScreen = (view: View, point: Point): Point => ({
  x: point.x * view.scale + view.x,
  y: point.y * view.scale + view.y,
});

/** What of the hall is in the window, grown by `margin` pixels. */
export function visibleBox(view: View, size: Size, margin = 0): Box {
  const from = toHall(view, { x: -margin, y: -margin });
  const to = toHall(view, { x: size.width + margin, y: size.height + margin });
  return { left: from.x, top: from.y, right: to.x, bottom: to.y };
}

/** The smallest move that brings `point` (hall) at least `margin` pixels inside the window. */
export function revealPoint(view: View, point: Point, size: Size, margin: number): View {
  const at = toScreen(view, point);
  const shift = (value: number, room: number) => Math.min(room - margin, Math.max(margin, value)) - value;
  return { scale: view.scale, x: view.x + shift(at.x, size.width), y: view.y + shift(at.y, size.height) };
}

/** How far from a seat's center a tap may land, in decimeters: the seat itself, or 12 px where it is drawn smaller. */
export function hitRadius(scale: number, pitch: number): number {
  return Math.min(pitch, Math.max(pitch * 0.5, 12 / scale));
}
