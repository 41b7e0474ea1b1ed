import type { Size, View } from "../geometry";
import { typeClass } from "./seat-glyphs";
import { seatShare } from "./seat-layer";
import type { SeatSource, SeatState } from "./seat-source";
import { svgElement } from "./svg-element";

const loud: readonly SeatState[] = ["selected", "yours"];

/** Every seat of a big hall as a dot: one drawing on a canvas, for the zoom between sections and single seats. */
export class DotCanvas {
  readonly canvas = document.createElement("canvas");
  /** Hidden seats from which the canvas reads the colors of the style sheet. */
  readonly probes = svgElement("g", { visibility: "hidden", "aria-hidden": "true" });
  readonly #source: SeatSource;

  constructor(source: SeatSource) {
    this.#source = source;
    this.canvas.className = "seat-dots";
    this.canvas.setAttribute("aria-hidden", "true");
    source.hall.seat_types.forEach((_, type) => {
      this.probes.append(svgElement("path", { class: `seat ${typeClass(type)}`, "data-state": "available" }));
    });
    this.probes.append(svgElement("path", { class: "seat", "data-state": "taken" }));
    this.probes.append(svgElement("path", { class: "seat", "data-state": "selected" }));
  }

  clear(): void {
    this.canvas.width = 0;
  }

  draw(view: View, size: Size): void {
    const density = Math.min(2, devicePixelRatio);
    this.canvas.width = Math.round(size.width * density);
    this.canvas.height = Math.round(size.height * density);
    const pen = this.canvas.getContext("2d");
    if (!pen) return;
    pen.setTransform(view.scale * density, 0, 0, view.scale * density, view.x * density, view.y * density);
    const colors = [...this.probes.children].map((probe) => getComputedStyle(probe).fill);
    this.#trace(view, size).forEach((path, color) => {
      pen.fillStyle = colors[color] ?? "gray";
      pen.fill(path);
    });
  }

  /** One path a color: the seat types, then what is taken, then what is ours; dimmed seats count as taken. */
  #trace(view: View, size: Size): Path2D[] {
    const source = this.#source;
    const { hall } = source;
    const types = hall.seat_types.length;
    const paths = Array.from({ length: types + 2 }, () => new Path2D());
    const [left, right] = [-view.x / view.scale, (size.width - view.x) / view.scale];
    const [top, bottom] = [-view.y / view.scale, (size.height - view.y) / view.scale];
    for (let index = 0; index < hall.ids.length; index++) {
      const [x, y] = [hall.xs[index] ?? 0, hall.ys[index] ?? 0];
      if (x < left || x > right || y < top || y > bottom) continue;
      const state = source.stateOf(index);
      const isLoud = loud.includes(state);
      const isQuiet = !isLoud && (state !== "available" || source.isDimmed(index));
      const radius = hall.pitch * (isQuiet ? 0.16 : isLoud ? 0.6 : seatShare);
      const color = isQuiet ? types : isLoud ? types + 1 : (hall.types[index] ?? 0);
      paths[color]?.rect(x - radius, y - radius, radius * 2, radius * 2);
    }
    return paths;
  }
}
