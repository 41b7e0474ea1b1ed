import type { SeatStore } from "~/features/picker/seat-store";
import { type PriceOf, placeName, seatHint, zoneName } from "~/features/picker/seats/seat-name";
import type { Size, View } from "../geometry";
import { seatPoint } from "../hall";
import { placeLabel } from "./place-label";
import { seatGlyph } from "./seat-glyphs";
import { seatShare } from "./seat-layer";
import { svgElement } from "./svg-element";

const leastRadiusPx = 9;

/** The seat under the pointer or with focus: lifted from its neighbours, with a label beside it. For the eye only. */
export class SeatSpotlight {
  readonly lifted = svgElement("g", { class: "seat-lift", "aria-hidden": "true" });
  readonly label = document.createElement("div");
  readonly #store: SeatStore;
  readonly #priceOf: PriceOf;
  readonly #shape = svgElement("path");
  readonly #halo = svgElement("circle", { class: "seat-halo", r: 1.45 });
  readonly #lines = Array.from({ length: 3 }, () => document.createElement("span"));
  #seat: number | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(store: SeatStore, priceOf: PriceOf) {
    this.#store = store;
    this.#priceOf = priceOf;
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
    if (this.#store.look(seat) === "held") this.#timer = setInterval(() => this.#write(seat), 1000);
  }

  /** Draws the seat again after it changed. */
  refresh(): void {
    const seat = this.#seat;
    if (seat === null) return;
    const { hall } = this.#store;
    const [look, lost, type] = [this.#store.look(seat), this.#store.isLost(seat), hall.types[seat] ?? 0];
    this.#shape.setAttribute("class", `seat seat-${type + 1}`);
    this.#shape.setAttribute("data-look", lost && look !== "selected" ? "lost" : look);
    this.#shape.setAttribute("d", seatGlyph({ look, lost, type, accessible: hall.accessible[seat] === 1 }));
    this.#write(seat);
  }

  /** Follows the seat when the hall moves under the window. */
  follow(view: View, size: Size): void {
    if (this.#seat === null) return;
    const point = seatPoint(this.#store.hall, this.#seat);
    const radius = Math.max(this.#store.hall.pitch * seatShare * 1.25, leastRadiusPx / view.scale);
    this.lifted.setAttribute("transform", `translate(${point.x} ${point.y})scale(${radius})`);
    placeLabel(this.label, point, radius * view.scale * 1.45, view, size);
  }

  destroy(): void {
    clearInterval(this.#timer);
  }

  #write(seat: number): void {
    const type = this.#store.hall.types[seat] ?? 0;
    const [name, price, hint] = this.#lines;
    if (name) name.textContent = placeName(this.#store, seat);
    if (price) price.textContent = `${zoneName(this.#store, seat)} · ${this.#priceOf(type)}`;
    if (hint) hint.textContent = seatHint(this.#store, seat);
    const together = this.#store.previewed.length;
    if (price && together > 1) price.textContent += ` · ${together} together`;
  }
}
