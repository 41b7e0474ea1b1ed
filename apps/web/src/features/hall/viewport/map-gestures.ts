import type { Point } from "../geometry";
import type { Viewport } from "./viewport";

const dragPx = 6;
const scrollPauseMs = 250;

/**
 * Wheel, drag and two fingers move `viewport`. A wheel turn that began as a scroll of the page stays one, and so does one
 * that would zoom out of a fitted hall. Returns what takes the listeners away.
 */
export function followGestures(host: HTMLElement, viewport: Viewport): () => void {
  const ending = new AbortController();
  followPointers(host, viewport, ending.signal);
  followWheel(host, viewport, ending.signal);
  return () => ending.abort();
}

/** Where in `host` an event happened. */
export function pointIn(host: HTMLElement, event: MouseEvent): Point {
  const { left, top } = host.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

function followPointers(host: HTMLElement, viewport: Viewport, signal: AbortSignal): void {
  const pointers = new Map<number, Point>();
  let dragged = false;
  let pressed: Point | null = null;

  const press = (event: PointerEvent) => {
    if (event.button !== 0) return;
    pressed = pointIn(host, event);
    if (pointers.size === 0) dragged = false;
    pointers.set(event.pointerId, pressed);
  };
  const move = (event: PointerEvent) => {
    const before = pointers.get(event.pointerId);
    if (!before || !pressed) return;
    const at = pointIn(host, event);
    if (!dragged && pointers.size === 1 && Math.hypot(at.x - pressed.x, at.y - pressed.y) < dragPx) return;
    if (!dragged) host.setPointerCapture(event.pointerId);
    dragged = true;
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, at);
    if (other) pinch(viewport, before, at, other);
    else viewport.pan(at.x - before.x, at.y - before.y);
  };
  const release = (event: PointerEvent) => pointers.delete(event.pointerId);
  const swallow = (event: MouseEvent) => {
    if (dragged) event.stopPropagation();
    dragged = false;
  };

  host.addEventListener("pointerdown", press, { signal });
  host.addEventListener("pointermove", move, { signal });
  for (const name of ["pointerup", "pointercancel"] as const) host.addEventListener(name, release, { signal });
  host.addEventListener("click", swallow, { signal, capture: true });
}

function followWheel(host: HTMLElement, viewport: Viewport, signal: AbortSignal): void {
  let scrolledAt = -Infinity;
  const turn = (event: WheelEvent) => {
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
    const isScroll = performance.now() - scrolledAt < scrollPauseMs || (viewport.isFitted && pixels > 0);
    if (!event.ctrlKey && isScroll) return;
    event.preventDefault();
    viewport.zoom(pointIn(host, event), Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.0018)));
  };
  const scrolled = () => {
    scrolledAt = performance.now();
  };
  host.addEventListener("wheel", turn, { signal, passive: false });
  document.addEventListener("scroll", scrolled, { signal, passive: true });
}

/** Two fingers: the ratio of their distances zooms, the move of their middle pans. */
function pinch(viewport: Viewport, before: Point, at: Point, other: Point): void {
  const spread = (point: Point) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
  const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
  viewport.zoom(middle, spread(at) / spread(before));
  viewport.pan((at.x - before.x) / 2, (at.y - before.y) / 2);
}
