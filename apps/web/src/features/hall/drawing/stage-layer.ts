import { centerOf, heightOf, type Point, widthOf } from "../geometry";
import { type Hall, type HallRow, type HallSection, seatPoint } from "../hall";
import { findStage } from "../stage";
import { isBox } from "./row-labels";
import { svgElement } from "./svg-element";

/** The stage with its footlights and, with `withNames`, every section's name before its first row. */
export function drawStage(hall: Hall, withNames: boolean): SVGGElement {
  const stage = findStage(hall);
  const { x, y } = centerOf(stage);
  const bow = heightOf(stage) * 0.3;
  const front = `V${stage.bottom - bow}Q${x} ${stage.bottom + bow} ${stage.left} ${stage.bottom - bow}`;
  const shape = svgElement("path", { class: "seat-stage", d: `M${stage.left} ${stage.top}H${stage.right}${front}Z` });
  const lights = svgElement("path", {
    class: "seat-footlights",
    d: `M${stage.right} ${stage.bottom - bow}Q${x} ${stage.bottom + bow} ${stage.left} ${stage.bottom - bow}`,
  });
  const name = svgElement("text", { class: "seat-stage-name", x, y });
  name.textContent = "Stage";
  const group = svgElement("g", { "aria-hidden": "true" });
  group.append(shape, lights, name);
  if (withNames && hall.sections.length > 1)
    group.append(...hall.sections.flatMap((section) => drawName(hall, section) ?? []));
  return group;
}

type Anchor = Point & { along: "x" | "y" };

/** Before the middle of the section's foremost row; next to the innermost one, and turned, where rows run away from the stage. */
function drawName(hall: Hall, section: HallSection): SVGTextElement | null {
  if (!section.name) return null;
  const middle = centerOf(hall.box).x;
  const anchors = section.rows.flatMap((number): Anchor[] => {
    const row = hall.rows[number];
    return row ? [anchorOf(hall, row)] : [];
  });
  const aside = Math.min(...anchors.map(({ x }) => Math.abs(x - middle)));
  const [first] = anchors.filter(({ x }) => Math.abs(x - middle) <= aside + hall.pitch * 6).sort((a, b) => a.y - b.y);
  if (!first) return null;
  const name = svgElement("text", {
    class: `seat-section-name seat-section-${first.along}`,
    transform: placeName(first, middle, hall.pitch),
  });
  name.textContent = section.name;
  return name;
}

function anchorOf(hall: Hall, row: HallRow): Anchor {
  if (!isBox(hall, row)) return { ...middleOf(hall, row), along: row.along };
  const { box } = row;
  const along = widthOf(box) >= heightOf(box) ? "x" : "y";
  return along === "x" ? { x: centerOf(box).x, y: box.top + hall.pitch / 2, along } : { ...centerOf(box), along };
}

/** Between its two middle seats where their number is even. */
function middleOf(hall: Hall, { seats }: HallRow): Point {
  const middle = (seats.length - 1) / 2;
  const [a, b] = [Math.floor(middle), Math.ceil(middle)].map((at) => seatPoint(hall, seats[at] ?? 0));
  return { x: ((a?.x ?? 0) + (b?.x ?? 0)) / 2, y: ((a?.y ?? 0) + (b?.y ?? 0)) / 2 };
}

function placeName({ x, y, along }: Anchor, middle: number, pitch: number): string {
  if (along === "x") return `translate(${x} ${y - pitch * 1.5})`;
  const side = x < middle ? 1 : -1;
  return `translate(${x + side * pitch * 1.6} ${y})rotate(${side * -90})`;
}
