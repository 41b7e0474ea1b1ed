import { type Box, overlaps } from "../geometry";
import { type HallRow, seatPoint } from "../hall";
import { nameRowInHall } from "../name-in-hall";
import { dimKinds, kindClass } from "./dim-kinds";
import { rowLabels } from "./row-labels";
import { drawnSeat, typeClass } from "./seat-glyphs";
import type { SeatSource, SeatWords } from "./seat-source";
import { svgElement } from "./svg-element";

/** A seat's radius as a share of the distance to its neighbor. */
export const seatShare = 0.42;
const ownShare = 0.5;

/** The seats as SVG elements, row by row: drawn once, then patched seat by seat. */
export class SeatLayer {
  readonly grid: SVGGElement;
  readonly #source: SeatSource;
  readonly #words: SeatWords;
  readonly #rows = new Map<number, SVGGElement>();
  readonly #seats = new Map<number, SVGPathElement>();

  constructor(source: SeatSource, words: SeatWords) {
    this.#source = source;
    this.#words = words;
    this.grid = svgElement("g", {
      role: "grid",
      "aria-label": "Seats",
      "aria-rowcount": source.hall.rows.length,
      "aria-multiselectable": "true",
    });
    this.filter();
  }

  get isEmpty(): boolean {
    return this.#rows.size === 0;
  }

  element(index: number): SVGPathElement | undefined {
    return this.#seats.get(index);
  }

  /** Keeps the rows that `box` touches and the row of the seat with focus; takes the others away. */
  showWithin(box: Box, focused: number | null): void {
    const { hall } = this.#source;
    const kept = focused === null ? -1 : (hall.rowOf[focused] ?? -1);
    hall.rows.forEach((row, number) => {
      if (number === kept || overlaps(row.box, box)) this.#mount(row, number);
      else this.#unmount(row, number);
    });
  }

  /** Takes all rows away. */
  clear(): void {
    this.grid.replaceChildren();
    this.#rows.clear();
    this.#seats.clear();
  }

  /** Dims other kinds of seats. */
  filter(): void {
    const source = this.#source;
    dimKinds(this.grid, source.hall.kinds.length, (kind) => source.isKindDimmed(kind));
  }

  patch(seats: Iterable<number>): void {
    for (const index of seats) {
      const element = this.#seats.get(index);
      if (element) this.#paint(element, index);
    }
  }

  #mount(row: HallRow, number: number): void {
    if (this.#rows.has(number)) return;
    const { hall } = this.#source;
    const name = nameRowInHall({ hall }, row);
    const group = svgElement("g", { role: "row", "aria-rowindex": number + 1, "aria-label": name });
    group.append(...row.seats.map((seat) => this.#draw(seat)));
    group.append(...rowLabels(hall, row));
    this.#rows.set(number, group);
    this.grid.insertBefore(group, this.#rowAfter(number));
  }

  /** Keeps the rows in the hall's order in the document, whatever the order they came into view. */
  #rowAfter(number: number): SVGGElement | null {
    for (let next = number + 1; next < this.#source.hall.rows.length; next++) {
      const found = this.#rows.get(next);
      if (found) return found;
    }
    return null;
  }

  #unmount(row: HallRow, number: number): void {
    const group = this.#rows.get(number);
    if (!group) return;
    group.remove();
    this.#rows.delete(number);
    for (const seat of row.seats) this.#seats.delete(seat);
  }

  #draw(index: number): SVGPathElement {
    const { hall } = this.#source;
    const element = svgElement("path", {
      class: `seat ${typeClass(hall.types[index] ?? 0)} ${kindClass(hall.kindOf[index] ?? 0)}`,
      role: "gridcell",
      "data-seat": index,
    });
    this.#seats.set(index, element);
    this.#paint(element, index);
    return element;
  }

  #paint(element: SVGPathElement, index: number): void {
    const source = this.#source;
    const state = source.stateOf(index);
    const isOurs = state === "selected" || state === "yours";
    const drawn = drawnSeat(source, index);
    element.setAttribute("d", drawn.path);
    const { x, y } = seatPoint(source.hall, index);
    const radius = source.hall.pitch * (isOurs ? ownShare : seatShare);
    element.setAttribute("transform", `translate(${x} ${y})scale(${radius})`);
    element.setAttribute("data-state", drawn.state);
    element.toggleAttribute(
      "data-dimmed",
      source.isDimmed(index) && !source.isKindDimmed(source.hall.kindOf[index] ?? -1),
    );
    element.toggleAttribute("data-previewed", source.isPreviewed(index));
    element.setAttribute("aria-label", this.#words.nameOf(index));
    element.setAttribute("aria-selected", String(isOurs));
  }
}
