import {
  type Box,
  centerView,
  clampView,
  fitView,
  type Point,
  revealPoint,
  type Size,
  toHall,
  type View,
  type ZoomLimits,
  zoomAt,
  zoomLimits,
} from "../geometry";

const glideMs = 200;
const edge = 48;

/** The window on the hall: its size, scale and position. `onMove` is called after every step, at most once a frame. */
export class Viewport {
  size: Size = { width: 1, height: 1 };
  view: View = { scale: 1, x: 0, y: 0 };
  limits: ZoomLimits = { min: 1, working: 1, max: 1 };
  readonly #box: Box;
  readonly #pitch: number;
  readonly #onMove: () => void;
  #frame = 0;
  #fitted = true;

  constructor(box: Box, pitch: number, onMove: () => void) {
    this.#box = box;
    this.#pitch = pitch;
    this.#onMove = onMove;
  }

  /** Pixels from one seat to its neighbor. */
  get seatPixels(): number {
    return this.view.scale * this.#pitch;
  }

  get isFitted(): boolean {
    return this.#fitted;
  }

  /** A new window size: a fitted hall stays fitted, else what was in the middle stays there. A hidden window has none. */
  resize(size: Size): void {
    if (size.width === this.size.width && size.height === this.size.height) return;
    if (size.width === 0 || size.height === 0) return;
    const middle = toHall(this.view, { x: this.size.width / 2, y: this.size.height / 2 });
    this.size = size;
    this.limits = zoomLimits(this.#box, size, this.#pitch);
    if (this.#fitted) this.#show(fitView(this.#box, size, this.#pitch), true);
    else this.#show(centerView(middle, Math.max(this.limits.min, this.view.scale), size), false);
  }

  fit(): void {
    this.#glide(fitView(this.#box, this.size, this.#pitch), true);
  }

  pan(dx: number, dy: number): void {
    this.#show({ ...this.view, x: this.view.x + dx, y: this.view.y + dy }, this.#fitted);
  }

  /** Zooms at once, as a wheel or two fingers do. */
  zoom(at: Point, factor: number): void {
    this.#show(zoomAt(this.view, at, factor, this.limits), false);
  }

  /** Zooms in one smooth step around the middle. */
  step(factor: number): void {
    const middle = { x: this.size.width / 2, y: this.size.height / 2 };
    this.#glide(zoomAt(this.view, middle, factor, this.limits), false);
  }

  /** Brings a point of the hall to the middle, at `scale` or the working zoom. */
  approach(point: Point, scale = this.limits.working): void {
    const within = Math.min(this.limits.max, Math.max(this.limits.min, scale));
    this.#glide(centerView(point, within, this.size), false);
  }

  reveal(point: Point): void {
    const next = revealPoint(this.view, point, this.size, Math.min(edge, this.size.height / 4));
    if (next.x !== this.view.x || next.y !== this.view.y) this.#glide(next, this.#fitted);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
  }

  #show(view: View, fitted: boolean): void {
    this.stop();
    this.#fitted = fitted;
    this.view = clampView(view, this.#box, this.size);
    this.#frame = requestAnimationFrame(this.#onMove);
  }

  #glide(view: View, fitted: boolean): void {
    const [from, to] = [this.view, clampView(view, this.#box, this.size)];
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.#show(to, fitted);
      return;
    }
    this.stop();
    this.#fitted = fitted;
    const began = performance.now();
    const draw = (now: number) => {
      const time = Math.min(1, Math.max(0, (now - began) / glideMs));
      this.view = blend(from, to, 1 - (1 - time) ** 3);
      this.#onMove();
      if (time < 1) this.#frame = requestAnimationFrame(draw);
    };
    this.#frame = requestAnimationFrame(draw);
  }
}

/** Scale is blended by ratio, so that a zoom runs at one speed. */
function blend(from: View, to: View, share: number): View {
  if (share >= 1) return to;
  const scale = from.scale * (to.scale / from.scale) ** share;
  const way = from.scale === to.scale ? share : (scale - from.scale) / (to.scale - from.scale);
  return { scale, x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way };
}
