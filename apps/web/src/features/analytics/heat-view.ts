import { hitRadius, toHall } from "~/features/seat-map/geometry";
import { type Hall, seatPoint } from "~/features/seat-map/hall";
import { keyboardNeighbour } from "~/features/seat-map/keyboard-neighbour";
import { followGestures } from "~/features/seat-map/map-gestures";
import { nearestSeat } from "~/features/seat-map/nearest-seat";
import { placeLabel } from "~/features/seat-map/place-label";
import { frameHall } from "~/features/seat-map/stage";
import { drawStage } from "~/features/seat-map/stage-layer";
import { svgElement } from "~/features/seat-map/svg-element";
import { Viewport } from "~/features/seat-map/viewport";
import { HeatLayer } from "./heat-layer";
import type { HeatLevel } from "./heat-levels";

const namesFromPx = 13;
const sectionNamesFromPx = 7;

/** What is said of a seat: the lines of its label; together they are its name. */
export type SeatSaying = readonly string[];

/** The hall in an organizer's eyes, outside React: drawn once, moved as a whole, patched where a seat's story changed. */
export class HeatView {
  readonly viewport: Viewport;
  readonly #host: HTMLElement;
  readonly #hall: Hall;
  readonly #svg = svgElement("svg", { class: "seat-svg" });
  readonly #world = svgElement("g");
  readonly #ring = svgElement("circle", { class: "heat-ring" });
  readonly #label = document.createElement("div");
  readonly #stage: SVGGElement;
  readonly #seats: HeatLayer;
  readonly #endings: (() => void)[] = [];
  #say: (seat: number) => SeatSaying = () => [];
  #tabStop = 0;
  #pointed: number | null = null;

  constructor(host: HTMLElement, hall: Hall) {
    this.#host = host;
    this.#hall = hall;
    this.#seats = new HeatLayer(hall);
    this.#stage = drawStage(hall, true);
    this.#label.className = "seat-label";
    this.#label.setAttribute("aria-hidden", "true");
    this.#ring.setAttribute("stroke-width", String(hall.pitch * 0.1));
    this.viewport = new Viewport(frameHall(hall), hall.pitch, () => this.#draw());
    this.#world.append(this.#stage, this.#seats.grid, this.#ring);
    this.#svg.append(this.#world);
    host.replaceChildren(this.#svg, this.#label);
    this.viewport.resize({ width: host.clientWidth, height: host.clientHeight });
    this.#seats.element(0)?.setAttribute("tabindex", "0");
    this.#point(null);
    this.#draw();
    this.#listen();
  }

  /** `say` is asked for every seat's words. */
  show(levels: HeatLevel[], say: (seat: number) => SeatSaying): void {
    this.#say = say;
    this.#seats.show(
      levels,
      levels.map((_, seat) => say(seat).join(", ")),
    );
    this.#point(this.#pointed);
  }

  destroy(): void {
    for (const end of this.#endings) end();
    this.viewport.stop();
    this.#host.replaceChildren();
  }

  #listen(): void {
    const ending = new AbortController();
    const { signal } = ending;
    const resizing = new ResizeObserver(([entry]) => entry && this.viewport.resize(entry.contentRect));
    resizing.observe(this.#host);
    this.#endings.push(
      followGestures(this.#host, this.viewport),
      () => resizing.disconnect(),
      () => ending.abort(),
    );
    this.#host.addEventListener("pointermove", (event) => event.buttons === 0 && this.#hover(event), { signal });
    this.#host.addEventListener("click", (event) => this.#hover(event), { signal });
    this.#host.addEventListener("pointerleave", () => this.#point(this.#focused()), { signal });
    this.#host.addEventListener("focusin", () => this.#point(this.#focused()), { signal });
    this.#host.addEventListener("focusout", () => this.#point(null), { signal });
    this.#host.addEventListener("keydown", (event) => this.#key(event), { signal });
  }

  #draw(): void {
    const { view, seatPixels } = this.viewport;
    this.#world.setAttribute("transform", `translate(${view.x} ${view.y})scale(${view.scale})`);
    this.#stage.style.setProperty("--px", `${1 / view.scale}px`);
    this.#svg.toggleAttribute("data-near", seatPixels >= namesFromPx);
    this.#svg.toggleAttribute("data-tiny", seatPixels < sectionNamesFromPx);
    this.#host.style.touchAction = this.viewport.isFitted ? "pan-y" : "none";
    this.#follow();
  }

  #key(event: KeyboardEvent): void {
    const { key, ctrlKey, altKey, metaKey } = event;
    const from = this.#focused();
    if (altKey || metaKey || from === null) return;
    if (key === "+" || key === "=") this.viewport.step(1.5);
    else if (key === "-") this.viewport.step(1 / 1.5);
    else if (key === "0") this.viewport.fit();
    else {
      const next = keyboardNeighbour(this.#hall, from, key, ctrlKey);
      if (next === null) return;
      this.#focus(next);
    }
    event.preventDefault();
  }

  #focus(seat: number): void {
    this.#seats.element(this.#tabStop)?.removeAttribute("tabindex");
    this.#tabStop = seat;
    const element = this.#seats.element(seat);
    element?.setAttribute("tabindex", "0");
    element?.focus({ preventScroll: true });
    this.viewport.reveal(seatPoint(this.#hall, seat));
  }

  #hover(event: MouseEvent): void {
    const { left, top } = this.#host.getBoundingClientRect();
    const at = toHall(this.viewport.view, { x: event.clientX - left, y: event.clientY - top });
    this.#point(nearestSeat(this.#hall, at, hitRadius(this.viewport.view.scale, this.#hall.pitch)) ?? this.#focused());
  }

  #point(seat: number | null): void {
    this.#pointed = seat;
    this.#label.hidden = seat === null;
    this.#ring.style.display = seat === null ? "none" : "";
    if (seat === null) return;
    this.#label.replaceChildren(
      ...this.#say(seat).map((line) => {
        const span = document.createElement("span");
        span.textContent = line;
        return span;
      }),
    );
    this.#follow();
  }

  #follow(): void {
    if (this.#pointed === null) return;
    const point = seatPoint(this.#hall, this.#pointed);
    const radius = this.#hall.pitch * 0.58;
    for (const [name, value] of [
      ["cx", point.x],
      ["cy", point.y],
      ["r", radius],
    ] as const)
      this.#ring.setAttribute(name, String(value));
    placeLabel(this.#label, point, radius * this.viewport.view.scale, this.viewport.view, this.viewport.size);
  }

  #focused(): number | null {
    const active = document.activeElement;
    const seat = active && this.#host.contains(active) ? active.getAttribute("data-seat") : null;
    return seat === null ? null : Number(seat);
  }
}
