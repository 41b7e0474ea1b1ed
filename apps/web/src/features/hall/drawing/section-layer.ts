import { convexHull, measurePolygon } from "../convex-hull";
import { heightOf, type Point, type Size, widthOf } from "../geometry";
import { type Hall, type HallSection, outlineSeats, rowOfSeat, seatPoint } from "../hall";
import { typeClass } from "./seat-glyphs";
import type { SeatSource, SeatWords } from "./seat-source";
import { sectionAvailability } from "./section-availability";
import { svgElement } from "./svg-element";

type Sign = {
  group: SVGGElement;
  name: SVGTextElement;
  price: SVGTextElement;
  bar: SVGRectElement;
  left: SVGRectElement;
  center: Point;
  /** The room for an upright sign: less than the section's box where its rows run askew. */
  room: Size;
};

const letterPx = 7;

/** The sections of a big hall seen from afar: outline, name, cheapest price and a bar of what is left. Each is a button. */
export class SectionLayer {
  readonly group = svgElement("g", { role: "group", "aria-label": "Sections" });
  readonly #source: SeatSource;
  readonly #prices: readonly number[];
  readonly #words: SeatWords;
  readonly #signs: Sign[];
  readonly #shares: number[] = [];

  constructor(source: SeatSource, prices: readonly number[], words: SeatWords) {
    this.#source = source;
    this.#prices = prices;
    this.#words = words;
    this.#signs = source.hall.sections.map((section, number) => drawSign(source.hall, section, number));
    this.group.append(...this.#signs.map(({ group }) => group));
    this.filter();
  }

  button(section: number): SVGGElement | undefined {
    return this.#signs[section]?.group;
  }

  /** Counts what is left of what is looked for. */
  filter(): void {
    for (const number of this.#signs.keys()) this.#refresh(number);
  }

  patch(seats: Iterable<number>): void {
    const touched = new Set<number>();
    for (const index of seats) touched.add(rowOfSeat(this.#source.hall, index)?.section ?? 0);
    for (const number of touched) this.#refresh(number);
  }

  /** Sets the signs at `scale` in letters of one size, and leaves out what a section has no room for. */
  rescale(scale: number): void {
    this.#source.hall.sections.forEach((section, number) => {
      const sign = this.#signs[number];
      if (sign) layOut(sign, section.name, scale, this.#shares[number] ?? 0);
    });
  }

  #refresh(number: number): void {
    const section = this.#source.hall.sections[number];
    const sign = this.#signs[number];
    if (!section || !sign) return;
    const { left, cheapest } = sectionAvailability(this.#source, section, this.#prices);
    const price = cheapest === null ? null : this.#words.priceOf(cheapest);
    const isNamedAlone = price === "" || this.#prices[cheapest ?? 0] === 0;
    const { isFiltered } = this.#source;
    const from = price === null ? (isFiltered ? "none" : "sold out") : isNamedAlone ? price : `from ${price}`;
    this.#shares[number] = section.seat_count === 0 ? 0 : left / section.seat_count;
    sign.price.textContent = from;
    const names = [section.name, from, `${left} of ${section.seat_count} seats ${isFiltered ? "match" : "left"}`];
    sign.group.setAttribute("aria-label", names.filter(Boolean).join(", "));
    sign.group.toggleAttribute("data-empty", left === 0);
    sign.left.setAttribute("width", String(Number(sign.bar.getAttribute("width") ?? 0) * (this.#shares[number] ?? 0)));
  }
}

function drawSign(hall: Hall, section: HallSection, number: number): Sign {
  const rows = section.rows.flatMap((row) => hall.rows[row] ?? []);
  const seats = rows.flatMap(outlineSeats).map((seat) => seatPoint(hall, seat));
  const first = rows[0]?.seats[0] ?? 0;
  const group = svgElement("g", {
    class: `seat-section ${typeClass(hall.types[first] ?? 0)}`,
    role: "button",
    tabindex: 0,
    "data-section": number,
  });
  const hull = convexHull(seats);
  const shape = svgElement("polygon", {
    points: hull.map(({ x, y }) => `${x},${y}`).join(" "),
    "stroke-width": hall.pitch * 1.4,
  });
  const { area, center } = measurePolygon(hull);
  const [width, height] = [widthOf(section.box), heightOf(section.box)];
  const upright = Math.min(1, Math.sqrt(area / Math.max(1, width * height)) + 0.05);
  const sign = {
    group,
    name: svgElement("text", { class: "seat-sign-name" }),
    price: svgElement("text", { class: "seat-sign-price" }),
    bar: svgElement("rect", { class: "seat-sign-bar" }),
    left: svgElement("rect", { class: "seat-sign-left" }),
    center,
    room: { width: width * upright, height: height * upright },
  };
  sign.name.textContent = section.name;
  group.append(shape, sign.name, " ", sign.price, sign.bar, sign.left);
  return sign;
}

/** A section too narrow for its whole name shows the name's last word: "Section 101" becomes "101". */
function layOut(sign: Sign, whole: string, scale: number, share: number): void {
  const { x, y } = sign.center;
  const [width, height] = [sign.room.width * scale, sign.room.height * scale];
  const fits = (text: string | null) => (text?.length ?? 0) * letterPx <= width * 0.92;
  const short = whole.split(" ").at(-1) ?? "";
  sign.name.textContent = fits(whole) ? whole : fits(short) ? short : "";
  const withPrice = height > 44 && fits(sign.price.textContent);
  const withBar = height > 30 && width > 24;
  place(sign.name, x, y - (withPrice ? 12 : 5) / scale, 12 / scale);
  place(sign.price, x, y + 4 / scale, 11 / scale);
  sign.price.style.display = withPrice ? "" : "none";
  const bar = Math.min(44, width * 0.6) / scale;
  for (const [rect, length] of [
    [sign.bar, bar],
    [sign.left, bar * share],
  ] as const) {
    rect.style.display = withBar ? "" : "none";
    rect.setAttribute("x", String(x - bar / 2));
    rect.setAttribute("y", String(y + (withPrice ? 14 : 6) / scale));
    rect.setAttribute("width", String(length));
    rect.setAttribute("height", String(4 / scale));
    rect.setAttribute("rx", String(2 / scale));
  }
}

function place(text: SVGTextElement, x: number, y: number, size: number): void {
  text.setAttribute("x", String(x));
  text.setAttribute("y", String(y));
  text.setAttribute("font-size", String(size));
}
