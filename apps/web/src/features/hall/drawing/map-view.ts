import { centerOf, containScale, visibleBox } from "../geometry";
import { rowOfSeat, seatPoint } from "../hall";
import { keyboardNeighbor } from "../keyboard-neighbor";
import { findStage } from "../stage";
import type { Viewport } from "../viewport/viewport";
import { afterPaint } from "./after-paint";
import { DotCanvas } from "./dot-canvas";
import { followTheme } from "./follow-theme";
import { MapFrame, namesFromPx, seatOf } from "./map-frame";
import { SeatLayer } from "./seat-layer";
import type { SeatSource, SeatWords } from "./seat-source";
import { SeatSpotlight } from "./seat-spotlight";
import { SectionLayer } from "./section-layer";
import { firstWanted, isMatchKey, isWanted, nextWanted } from "./wanted-seats";

/** Above this many seats only those in the window are elements. */
const wholeHallLimit = 5000;
const dotsFromPx = 4.5;
const seatsFromPx = 11;
const fingerPx = 24;
const mousePx = 7;
const marginPx = 120;
const nowhere = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

type Options = {
  host: HTMLElement;
  source: SeatSource;
  prices: readonly number[];
  words: SeatWords;
  onPick: (seat: number) => void;
};

/** The map on the screen, outside React: drawn once, moved as a whole, patched seat by seat. */
export class MapView {
  readonly #frame: MapFrame;
  readonly #source: SeatSource;
  readonly #host: HTMLElement;
  readonly #onPick: (seat: number) => void;
  readonly #seats: SeatLayer;
  readonly #spotlight: SeatSpotlight;
  readonly #sections: SectionLayer | null;
  readonly #dots: DotCanvas | null;
  #current: number;
  /** The section that gets the focus once the view is back out over the whole hall. */
  #returnTo: number | null = null;

  constructor({ host, source, prices, words, onPick }: Options) {
    const { hall } = source;
    const isBig = hall.ids.length > wholeHallLimit;
    this.#host = host;
    this.#source = source;
    this.#onPick = onPick;
    this.#seats = new SeatLayer(source, words);
    this.#spotlight = new SeatSpotlight(source, words);
    this.#sections = isBig ? new SectionLayer(source, prices, words) : null;
    this.#dots = isBig ? new DotCanvas(source) : null;
    this.#frame = new MapFrame({ host, hall, withNames: !isBig, onMove: () => this.#draw() });
    this.#current = this.#findFirst();
    this.#assemble();
    this.#draw();
    this.#listen();
  }

  get viewport(): Viewport {
    return this.#frame.viewport;
  }

  destroy(): void {
    this.#spotlight.destroy();
    this.#frame.destroy();
  }

  /** Moves the tab stop and the focus to a seat and brings it into the window. */
  focusSeat(seat: number): void {
    if (this.#sections && this.viewport.seatPixels < seatsFromPx)
      this.viewport.approach(seatPoint(this.#source.hall, seat));
    this.#moveTabStop(seat);
    this.#showRows(seat);
    this.#seats.element(seat)?.focus({ preventScroll: true });
    this.viewport.reveal(seatPoint(this.#source.hall, seat));
  }

  #assemble(): void {
    const { grid } = this.#seats;
    const { svg, world, stage } = this.#frame;
    const layers = [stage, this.#sections?.group, grid, this.#spotlight.lifted, this.#dots?.probes];
    world.append(...layers.filter((layer) => layer !== undefined));
    this.#host.replaceChildren(...(this.#dots ? [this.#dots.canvas] : []), svg, this.#spotlight.label);
    if (!this.#sections) this.#seats.showWithin(this.#source.hall.box, null);
    this.#moveTabStop(this.#current);
  }

  #listen(): void {
    const { signal } = this.#frame;
    this.#frame.listen({
      point: (seat) => this.#point(seat),
      hover: (event) => this.#hover(event),
      click: (event) => this.#click(event),
      key: (event) => this.#key(event),
    });
    signal.addEventListener(
      "abort",
      this.#source.onSeats((changed) => this.#patch([...changed])),
    );
    signal.addEventListener(
      "abort",
      this.#source.onFilter(() => afterPaint(signal, () => this.#filter())),
    );
    if (this.#dots) followTheme(signal, () => this.#draw());
  }

  #patch(changed: number[]): void {
    this.#seats.patch(changed);
    this.#sections?.patch(changed);
    if (this.#spotlight.seat !== null && changed.includes(this.#spotlight.seat)) this.#spotlight.refresh();
    if (this.#dots && this.viewport.seatPixels < seatsFromPx) this.#draw();
  }

  /** The keyboard begins at a seat that is looked for. */
  #filter(): void {
    this.#seats.filter();
    this.#sections?.filter();
    if (this.#frame.focused === null && this.#source.isDimmed(this.#current)) this.#moveTabStop(this.#findFirst());
    if (this.#dots && this.viewport.seatPixels < seatsFromPx) this.#draw();
  }

  #draw(): void {
    this.#frame.place(mousePx);
    if (this.#sections) this.#drawFar(this.#sections);
    this.#spotlight.follow(this.viewport.view, this.viewport.size);
  }

  #drawFar(sections: SectionLayer): void {
    const { view, size, seatPixels } = this.viewport;
    const isFar = seatPixels < seatsFromPx;
    const withDots = isFar && seatPixels >= dotsFromPx;
    sections.group.style.display = isFar ? "" : "none";
    sections.group.toggleAttribute("data-dots", withDots);
    if (isFar) sections.rescale(view.scale);
    if (isFar && this.#returnTo !== null) sections.button(this.#returnTo)?.focus({ preventScroll: true });
    if (isFar) this.#returnTo = null;
    if (withDots) this.#dots?.draw(view, size);
    else this.#dots?.clear();
    this.#showRows();
  }

  /** In a big hall the window's rows are elements; from afar only the row that has the focus is. */
  #showRows(focused = this.#frame.focused): void {
    if (!this.#sections) return;
    const isFar = this.viewport.seatPixels < seatsFromPx;
    if (isFar && focused === null) this.#seats.clear();
    else if (isFar) this.#seats.showWithin(nowhere, focused);
    else this.#seats.showWithin(visibleBox(this.viewport.view, this.viewport.size, marginPx), this.#current);
    this.#seats.grid.style.display = this.#seats.isEmpty ? "none" : "";
    this.#moveTabStop(this.#current);
  }

  #click(event: MouseEvent): void {
    const section = (event.target as Element).closest("[data-section]")?.getAttribute("data-section");
    if (section) {
      this.#enterSection(Number(section), event.detail === 0);
      return;
    }
    const isTouch = event instanceof PointerEvent && event.pointerType === "touch";
    if (event.detail > 0 && this.viewport.seatPixels < (isTouch ? fingerPx : mousePx)) {
      this.viewport.approach(this.#frame.pointOf(event));
      return;
    }
    const seat = seatOf(event.target) ?? this.#frame.seatNear(event);
    if (seat === null) return;
    this.focusSeat(seat);
    this.#onPick(seat);
  }

  #enterSection(number: number, byKey: boolean): void {
    const { hall } = this.#source;
    const section = hall.sections[number];
    if (!section) return;
    const whole = containScale(section.box, this.viewport.size, hall.pitch);
    this.viewport.approach(
      centerOf(section.box),
      Math.max(namesFromPx / hall.pitch, Math.min(whole, this.viewport.limits.working)),
    );
    const seats = section.rows.flatMap((row) => hall.rows[row]?.seats[0] ?? []);
    const seat = seats.find((index) => isWanted(this.#source, index)) ?? seats[0];
    if (byKey && seat !== undefined) this.focusSeat(seat);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey && event.key !== "Home" && event.key !== "End") return;
    if (event.altKey || event.metaKey || !this.#handleKey(event)) return;
    event.preventDefault();
  }

  #handleKey(event: KeyboardEvent): boolean {
    return this.#frame.zoomByKey(event.key) || this.#handleSeatKey(event) || this.#handleSectionKey(event);
  }

  #handleSeatKey({ key, ctrlKey, repeat }: KeyboardEvent): boolean {
    const seat = this.#frame.focused;
    if (seat === null) return false;
    if (key === "Enter" || key === " ") {
      if (!repeat) this.#onPick(seat);
      return true;
    }
    if (key === "Escape" && this.#sections) {
      this.#returnTo = rowOfSeat(this.#source.hall, seat)?.section ?? 0;
      this.viewport.fit();
      return true;
    }
    const next = isMatchKey(key)
      ? nextWanted(this.#source, seat, key)
      : keyboardNeighbor(this.#source.hall, seat, key, ctrlKey);
    if (next !== null) this.focusSeat(next);
    return next !== null || key.startsWith("Arrow") || key.startsWith("Page");
  }

  #handleSectionKey({ key, target }: KeyboardEvent): boolean {
    const section = (target as Element).closest("[data-section]")?.getAttribute("data-section");
    if (!section || (key !== "Enter" && key !== " ")) return false;
    this.#enterSection(Number(section), true);
    return true;
  }

  #hover(event: PointerEvent): void {
    if (event.pointerType !== "mouse" || event.buttons > 0) return;
    const isSeen = this.viewport.seatPixels >= mousePx;
    const near = isSeen ? this.#frame.seatNear(event) : null;
    if (near !== this.#spotlight.seat) this.#point(near ?? this.#frame.focused);
  }

  #point(seat: number | null): void {
    this.#source.preview(seat);
    this.#spotlight.show(seat);
    this.#spotlight.follow(this.viewport.view, this.viewport.size);
  }

  #findFirst(): number {
    return firstWanted(this.#source, centerOf(findStage(this.#source.hall)));
  }

  #moveTabStop(seat: number): void {
    if (seat !== this.#current) this.#seats.element(this.#current)?.removeAttribute("tabindex");
    this.#current = seat;
    this.#seats.element(seat)?.setAttribute("tabindex", "0");
  }
}
