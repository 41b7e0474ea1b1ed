import { hitRadius, type Point, toHall } from "../geometry";
import { type Hall, nearestSeat } from "../hall";
import { frameHall } from "../stage";
import { followGestures, pointIn } from "../viewport/map-gestures";
import { Viewport } from "../viewport/viewport";
import { drawStage } from "./stage-layer";
import { svgElement } from "./svg-element";

/** The distance of two seats on the screen, in pixels, from which on rows and sections are named. */
export const namesFromPx = 13;

type Options = {
  host: HTMLElement;
  hall: Hall;
  /** Whether every section is named next to its seats. */
  withNames: boolean;
  /** The window moved over the hall. */
  onMove: () => void;
};

type Handlers = {
  /** The seat that is pointed at or has the focus; null when none has any more. */
  point: (seat: number | null) => void;
  hover: (event: PointerEvent) => void;
  click: (event: MouseEvent) => void;
  key: (event: KeyboardEvent) => void;
};

/** What every map of a hall has, whatever it shows of the seats: the stage, a viewport, and its pointers and keys. */
export class MapFrame {
  readonly viewport: Viewport;
  readonly svg = svgElement("svg", { class: "seat-svg" });
  readonly world = svgElement("g");
  readonly stage: SVGGElement;
  readonly #host: HTMLElement;
  readonly #hall: Hall;
  readonly #ending = new AbortController();

  constructor({ host, hall, withNames, onMove }: Options) {
    this.#host = host;
    this.#hall = hall;
    this.stage = drawStage(hall, withNames);
    this.svg.append(this.world);
    this.viewport = new Viewport(frameHall(hall), hall.pitch, onMove);
    this.viewport.resize({ width: host.clientWidth, height: host.clientHeight });
  }

  /** Aborted when the map is removed. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** The seat that has the focus. */
  get focused(): number | null {
    return this.#host.contains(document.activeElement) ? seatOf(document.activeElement) : null;
  }

  /** Moves the drawing to the viewport. Sections lose their names where seats are under `tinyPx` apart. */
  place(tinyPx: number): void {
    const { view, seatPixels } = this.viewport;
    this.world.setAttribute("transform", `translate(${view.x} ${view.y})scale(${view.scale})`);
    this.stage.style.setProperty("--px", `${1 / view.scale}px`);
    this.svg.toggleAttribute("data-near", seatPixels >= namesFromPx);
    this.svg.toggleAttribute("data-tiny", seatPixels < tinyPx);
    this.#host.style.touchAction = this.viewport.isFitted ? "pan-y" : "none";
  }

  listen({ point, hover, click, key }: Handlers): void {
    const { signal } = this;
    const host = this.#host;
    const resizing = new ResizeObserver(([entry]) => entry && this.viewport.resize(entry.contentRect));
    resizing.observe(host);
    signal.addEventListener("abort", () => resizing.disconnect());
    signal.addEventListener("abort", followGestures(host, this.viewport));
    host.addEventListener("click", click, { signal });
    host.addEventListener("keydown", key, { signal });
    host.addEventListener("pointermove", hover, { signal });
    host.addEventListener("pointerleave", () => point(this.focused), { signal });
    host.addEventListener("focusin", ({ target }) => point(seatOf(target)), { signal });
    host.addEventListener("focusout", () => point(null), { signal });
  }

  /** Where in the hall an event happened. */
  pointOf(event: MouseEvent): Point {
    return toHall(this.viewport.view, pointIn(this.#host, event));
  }

  /** The seat within reach of where an event happened. */
  seatNear(event: MouseEvent): number | null {
    return nearestSeat(this.#hall, this.pointOf(event), hitRadius(this.viewport.view.scale, this.#hall.pitch));
  }

  /** Zooms if `key` is one of the zoom keys; false if not. */
  zoomByKey(key: string): boolean {
    if (key === "+" || key === "=") this.viewport.step(1.5);
    else if (key === "-") this.viewport.step(1 / 1.5);
    else if (key === "0") this.viewport.fit();
    else return false;
    return true;
  }

  destroy(): void {
    this.#ending.abort();
    this.viewport.stop();
    this.#host.replaceChildren();
  }
}

/** The seat that an element draws. */
export function seatOf(target: EventTarget | null): number | null {
  const seat = target instanceof Element ? target.getAttribute("data-seat") : null;
  return seat === null ? null : Number(seat);
}
