import type { SeatLook, SeatStore } from "~/features/picker/seat-store";
import type { Size, View } from "../geometry";
import { seatShare } from "./seat-layer";
import { svgElement } from "./svg-element";

const loud: readonly SeatLook[] = ["selected", "yours"];

/** Every seat of a big hall as a dot: one drawing on a canvas, for the zoom between sections and single seats. */
export class DotCanvas {
  readonly canvas = document.createElement("canvas");
  /** Unseen seats that tell the canvas the colours of the style sheet. */
  readonly probes = svgElement("g", { visibility: "hidden", "aria-hidden": "true" });
  readonly #store: SeatStore;

  constructor(store: SeatStore) {
    this.#store = store;
    this.canvas.className = "seat-dots";
    this.canvas.setAttribute("aria-hidden", "true");
    store.hall.seat_types.forEach((_, type) => {
      this.probes.append(svgElement("path", { class: `seat seat-${type + 1}`, "data-look": "available" }));
    });
    this.probes.append(svgElement("path", { class: "seat", "data-look": "taken" }));
    this.probes.append(svgElement("path", { class: "seat", "data-look": "selected" }));
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
    const colours = [...this.probes.children].map((probe) => getComputedStyle(probe).fill);
    this.#trace(view, size).forEach((path, colour) => {
      pen.fillStyle = colours[colour] ?? "gray";
      pen.fill(path);
    });
  }

  /** One path a colour: the seat types, then what is taken, then what is ours; dimmed seats count as taken. */
  #trace(view: View, size: Size): Path2D[] {
    const store = this.#store;
    const { hall } = store;
    const types = hall.seat_types.length;
    const paths = Array.from({ length: types + 2 }, () => new Path2D());
    const [left, right] = [-view.x / view.scale, (size.width - view.x) / view.scale];
    const [top, bottom] = [-view.y / view.scale, (size.height - view.y) / view.scale];
    for (let index = 0; index < hall.ids.length; index++) {
      const [x, y] = [hall.xs[index] ?? 0, hall.ys[index] ?? 0];
      if (x < left || x > right || y < top || y > bottom) continue;
      const look = store.look(index);
      const isLoud = loud.includes(look);
      const isQuiet = !isLoud && (look !== "available" || store.isDimmed(index));
      const radius = hall.pitch * (isQuiet ? 0.16 : isLoud ? 0.6 : seatShare);
      const colour = isQuiet ? types : isLoud ? types + 1 : (hall.types[index] ?? 0);
      paths[colour]?.rect(x - radius, y - radius, radius * 2, radius * 2);
    }
    return paths;
  }
}
