import type { EventPage } from "@evently/core/event";
import type { ReactElement } from "react";
import { formatWhen } from "~/ui/format/format-span";
import { drawPicture } from "./draw-poster";
import { bindNumbers } from "./set-type";
import { type SetText, setText } from "./typeset/set-text";

type CardEvent = Pick<EventPage, "name" | "start_time" | "end_time" | "timezone" | "venue_name" | "city"> &
  Parameters<typeof drawPicture>[0];

export const cardSize = { width: 1200, height: 630 } as const;

const picture = { width: 560, height: 630 };
const left = 56;
const measure = 528;
const titleBox = { width: measure, height: 380, leading: 1.08 };
const factBox = { width: measure, height: 84, leading: 1.25 };

/**
 * The poster as a landscape card for social networks, as SVG without a text element: letters are outlines of our own
 * fonts, so that whoever turns it into pixels needs no font and asks nobody for one. A text with a letter that none of
 * our fonts has is left out.
 */
export async function drawSocialCard(event: CardEvent): Promise<ReactElement> {
  const { inks, layers } = drawPicture(event, picture);
  const when = formatWhen(event);
  const [title, date, place] = await Promise.all([
    setText(bindNumbers(event.name), titleBox, { weight: 600, sizes: [84, 72, 64, 56, 48, 40] }),
    setText(when, factBox, { weight: 450, sizes: [28, 24] }),
    setText(`${event.venue_name}, ${event.city}`, factBox, { weight: 450, sizes: [28, 24] }),
  ]);
  const bottom = cardSize.height - 56;
  const placeTop = bottom - heightOf(place, factBox.leading);
  const dateTop = placeTop - 6 - heightOf(date, factBox.leading);
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
        {drawLines(date, dateTop, factBox.leading)}
        {drawLines(place, placeTop, factBox.leading)}
      </g>
    </svg>
  );
}

const heightOf = (text: SetText | null, leading: number) => (text ? text.lines.length * text.size * leading : 0);

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
