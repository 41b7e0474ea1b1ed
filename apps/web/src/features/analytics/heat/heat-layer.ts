import { rowLabels } from "~/features/hall/drawing/row-labels";
import { svgElement } from "~/features/hall/drawing/svg-element";
import { type Hall, seatPoint } from "~/features/hall/hall";
import { nameRowInHall } from "~/features/hall/name-in-hall";
import type { HeatLevel } from "./heat-levels";

/** A seat's radius as a share of the distance to its neighbor: size and color show the same. */
export const heatShares: Record<HeatLevel, number> = { 0: 0.14, 1: 0.24, 2: 0.31, 3: 0.38, 4: 0.45 };
const strokeShare = 0.06;

/** The seats as circles in a grid, drawn once; a seat is updated only when its level or its name changes. */
export class HeatLayer {
  readonly grid: SVGGElement;
  readonly #hall: Hall;
  readonly #seats: SVGCircleElement[] = [];
  #levels: HeatLevel[] = [];
  #names: string[] = [];

  constructor(hall: Hall) {
    this.#hall = hall;
    this.grid = svgElement("g", {
      role: "grid",
      "aria-label": "How each seat sold",
      "aria-rowcount": hall.rows.length,
    });
    hall.rows.forEach((row, number) => {
      const name = nameRowInHall({ hall }, row);
      const group = svgElement("g", { role: "row", "aria-rowindex": number + 1, "aria-label": name });
      group.append(...row.seats.map((seat) => this.#draw(seat)));
      group.append(...rowLabels(hall, row));
      this.grid.append(group);
    });
  }

  element(seat: number): SVGCircleElement | undefined {
    return this.#seats[seat];
  }

  show(levels: HeatLevel[], names: string[]): void {
    this.#seats.forEach((element, seat) => {
      const [level, name] = [levels[seat] ?? 0, names[seat] ?? ""];
      if (level !== this.#levels[seat]) {
        element.setAttribute("class", `heat heat-${level}`);
        element.setAttribute("r", String(this.#hall.pitch * heatShares[level]));
      }
      if (name !== this.#names[seat]) element.setAttribute("aria-label", name);
    });
    this.#levels = levels;
    this.#names = names;
  }

  #draw(seat: number): SVGCircleElement {
    const { x, y } = seatPoint(this.#hall, seat);
    const stroke = this.#hall.pitch * strokeShare;
    const place = { role: "gridcell", "data-seat": seat, cx: x, cy: y, "stroke-width": stroke };
    const element = svgElement("circle", place);
    this.#seats[seat] = element;
    return element;
  }
}
