import type { Size, View } from "../geometry";
import { seatPoint } from "../hall";
import { placeLabel } from "./place-label";
import { drawnSeat, typeClass } from "./seat-glyphs";
import { seatShare } from "./seat-layer";
import type { SeatSource, SeatWords } from "./seat-source";
import { svgElement } from "./svg-element";

const leastRadiusPx = 9;

/** The seat under the pointer or with focus: lifted from its neighbors, with a label next to it. Hidden from screen readers, which read the seat itself. */
export class SeatSpotlight {
  readonly lifted = svgElement("g", { class: "seat-lift", "aria-hidden": "true" });
  readonly label = document.createElement("div");
  readonly #source: SeatSource;
  readonly #words: SeatWords;
  readonly #shape = svgElement("path");
  readonly #halo = svgElement("circle", { class: "seat-halo", r: 1.45 });
  readonly #lines = Array.from({ length: 3 }, () => document.createElement("span"));
  #seat: number | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(source: SeatSource, words: SeatWords) {
    this.#source = source;
    this.#words = words;
    this.lifted.append(this.#halo, this.#shape);
    this.label.className = "seat-label";
    this.label.setAttribute("aria-hidden", "true");
    this.label.append(...this.#lines);
    this.show(null);
  }

  get seat(): number | null {
    return this.#seat;
  }

  show(seat: number | null): void {
    this.#seat = seat;
    clearInterval(this.#timer);
    this.label.hidden = seat === null;
    this.lifted.style.display = seat === null ? "none" : "";
    if (seat === null) return;
    this.refresh();
    if (this.#source.stateOf(seat) === "held") this.#timer = setInterval(() => this.#write(seat), 1000);
  }

  /** Draws the seat again after it changed. */
  refresh(): void {
    const seat = this.#seat;
    if (seat === null) return;
    const drawn = drawnSeat(this.#source, seat);
    this.#shape.setAttribute("class", `seat ${typeClass(this.#source.hall.types[seat] ?? 0)}`);
    this.#shape.setAttribute("data-state", drawn.state);
    this.#shape.setAttribute("d", drawn.path);
    this.#write(seat);
  }

  /** Follows the seat when the hall moves under the window. */
  follow(view: View, size: Size): void {
    if (this.#seat === null) return;
    const point = seatPoint(this.#source.hall, this.#seat);
    const radius = Math.max(this.#source.hall.pitch * seatShare * 1.25, leastRadiusPx / view.scale);
    this.lifted.setAttribute("transform", `translate(${point.x} ${point.y})scale(${radius})`);
    placeLabel(this.label, point, radius * view.scale * 1.45, view, size);
  }

  destroy(): void {
    clearInterval(this.#timer);
  }

  #write(seat: number): void {
    const words = this.#words.labelOf(seat);
    this.#lines.forEach((line, index) => {
      line.textContent = words[index] ?? "";
    });
  }
}
