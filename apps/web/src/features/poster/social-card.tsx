import type { EventPage } from "@evently/core/event";
import { formatWhen } from "@evently/core/format/format-span";
import type { ReactElement } from "react";
import { siteWords } from "~/features/site/site-words";
import { describePrices } from "~/ui/format/describe-prices";
import { drawPicture, type PosterEvent } from "./draw-poster";
import { bindNumbers } from "./set-type";
import { type SetText, setText } from "./typeset/set-text";

export type CardEvent = Pick<EventPage, "name" | "start_time" | "end_time" | "timezone" | "venue_name" | "city"> &
  Parameters<typeof describePrices>[0] &
  PosterEvent;

export const cardSize = { width: 1200, height: 630 } as const;

const picture = { width: 560, height: 630 };
const left = 56;
const measure = 528;
const titleBox = { width: measure, height: 330, leading: 1.08 };
const factBox = { width: measure, height: 84, leading: 1.25 };
const gap = 6;

/** An event's card: its name, what it costs, when and where it is. */
export function drawSocialCard(event: CardEvent): Promise<ReactElement> {
  const price = { text: upperFirst(describePrices(event)), weight: 700, sizes: [34, 28] };
  const [when, where] = [formatWhen(event), `${event.venue_name}, ${event.city}`];
  return drawCard(event, event.name, [price, ...[when, where].map((text) => ({ text, weight: 450, sizes: [28, 24] }))]);
}

/** The card of pages that show no event. */
export function drawSiteCard(): Promise<ReactElement> {
  const seed = { name: siteWords.name, venue_id: "" as PosterEvent["venue_id"], venue_name: "" };
  return drawCard(seed, siteWords.promise, [{ text: siteWords.name, weight: 700, sizes: [34] }]);
}

type Fact = { text: string; weight: number; sizes: number[] };

/**
 * The poster as a landscape card for social networks, as SVG without a text element: letters are outlines of our own
 * fonts, so that whoever turns it into pixels needs no font and asks nobody for one. A text with a letter that none of
 * our fonts has is left out.
 */
async function drawCard(event: PosterEvent, name: string, facts: Fact[]): Promise<ReactElement> {
  const { inks, layers } = drawPicture(event, picture);
  const title = await setText(bindNumbers(name), titleBox, { weight: 760, sizes: [84, 72, 64, 56, 48, 40] });
  const set = await Promise.all(facts.map(({ text, ...style }) => setText(text, factBox, style)));
  const heights = set.map((fact) => (fact ? heightOf(fact, factBox.leading) + gap : 0));
  const topOf = (index: number) =>
    cardSize.height - 56 + gap - heights.slice(index).reduce((sum, high) => sum + high, 0);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it becomes pixels; the image's alt text speaks for it.
    <svg {...cardSize} viewBox={`0 0 ${cardSize.width} ${cardSize.height}`} xmlns="http://www.w3.org/2000/svg">
      <rect {...cardSize} fill={inks.paper} />
      <g transform={`translate(${cardSize.width - picture.width} 0)`}>
        {layers.map(({ ink, path }) => (
          <path key={path} d={path} fill={inks[ink]} />
        ))}
      </g>
      <rect width={cardSize.width - picture.width} height={cardSize.height} fill={inks.ink} />
      <g fill={inks.paper}>
        {drawLines(title, 52, titleBox.leading)}
        {set.map((fact, index) => drawLines(fact, topOf(index), factBox.leading))}
      </g>
    </svg>
  );
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const heightOf = (text: SetText, leading: number) => text.lines.length * text.size * leading;

/** Plain elements, as the renderer knows no components within an SVG. */
function drawLines(text: SetText | null, top: number, leading: number): ReactElement[] {
  if (text === null) return [];
  const { size, lines, isRightToLeft } = text;
  return lines.flatMap(({ glyphs, width }, line) => {
    const start = isRightToLeft ? left + measure - width * size : left;
    const baseline = top + size * (line * leading + 0.8 + (leading - 1) / 2);
    return glyphs.map(({ outline, x, y, scale }, index) => {
      const [atX, atY, factor] = [start + x * size, baseline - y * size, size * scale].map(round);
      const transform = `translate(${atX} ${atY}) scale(${factor} -${factor})`;
      // biome-ignore lint/suspicious/noArrayIndexKey: it is drawn once.
      return <path key={`${top}.${line}.${index}`} transform={transform} d={outline} />;
    });
  });
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;
