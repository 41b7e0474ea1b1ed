import { MapFrame } from "~/features/hall/drawing/map-frame";
import { placeLabel } from "~/features/hall/drawing/place-label";
import { svgElement } from "~/features/hall/drawing/svg-element";
import { type Hall, seatPoint } from "~/features/hall/hall";
import { keyboardNeighbor } from "~/features/hall/keyboard-neighbor";
import type { Viewport } from "~/features/hall/viewport/viewport";
import { HeatLayer } from "./heat-layer";
import type { HeatLevel } from "./heat-levels";

const sectionNamesFromPx = 7;

/** The lines of a seat's label; joined they are its accessible name. */
export type SeatDescription = readonly string[];

/** The heat map outside React: drawn once, moved as a whole, patched where a seat's history changed. */
export class HeatView {
  readonly #frame: MapFrame;
  readonly #hall: Hall;
  readonly #ring = svgElement("circle", { class: "heat-ring" });
  readonly #label = document.createElement("div");
  readonly #seats: HeatLayer;
  #describe: (seat: number) => SeatDescription = () => [];
  #tabStop = 0;
  #pointed: number | null = null;

  constructor(host: HTMLElement, hall: Hall) {
    this.#hall = hall;
    this.#seats = new HeatLayer(hall);
    this.#label.className = "seat-label";
    this.#label.setAttribute("aria-hidden", "true");
    this.#ring.setAttribute("stroke-width", String(hall.pitch * 0.1));
    this.#frame = new MapFrame({ host, hall, withNames: true, onMove: () => this.#draw() });
    this.#frame.world.append(this.#frame.stage, this.#seats.grid, this.#ring);
    host.replaceChildren(this.#frame.svg, this.#label);
    this.#seats.element(0)?.setAttribute("tabindex", "0");
    this.#point(null);
    this.#draw();
    this.#frame.listen({
      point: (seat) => this.#point(seat),
      hover: (event) => event.buttons === 0 && this.#hover(event),
      click: (event) => this.#hover(event),
      key: (event) => this.#key(event),
    });
  }

  get viewport(): Viewport {
    return this.#frame.viewport;
  }

  /** `describe` is called for every seat. */
  show(levels: HeatLevel[], describe: (seat: number) => SeatDescription): void {
    this.#describe = describe;
    this.#seats.show(
      levels,
      levels.map((_, seat) => describe(seat).join(", ")),
    );
    this.#point(this.#pointed);
  }

  destroy(): void {
    this.#frame.destroy();
  }

  #draw(): void {
    this.#frame.place(sectionNamesFromPx);
    this.#follow();
  }

  #key(event: KeyboardEvent): void {
    const { key, ctrlKey, altKey, metaKey } = event;
    const from = this.#frame.focused;
    if (altKey || metaKey || from === null) return;
    if (!this.#frame.zoomByKey(key)) {
      const next = keyboardNeighbor(this.#hall, from, key, ctrlKey);
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
    this.#point(this.#frame.seatNear(event) ?? this.#frame.focused);
  }

  #point(seat: number | null): void {
    this.#pointed = seat;
    this.#label.hidden = seat === null;
    this.#ring.style.display = seat === null ? "none" : "";
    if (seat === null) return;
    this.#label.replaceChildren(
      ...this.#describe(seat).map((line) => {
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
}
