import type { EventCard } from "@evently/core/event";
import type { Composition, Layer } from "./composition";
import { drawArcs } from "./compositions/arcs";
import { drawBars } from "./compositions/bars";
import { drawBeams } from "./compositions/beams";
import { drawDiscs } from "./compositions/discs";
import { drawDots } from "./compositions/dots";
import { drawStaves } from "./compositions/staves";
import { drawStrings } from "./compositions/strings";
import { drawTiles } from "./compositions/tiles";
import { drawTurns } from "./compositions/turns";
import { type Inks, printings } from "./poster-inks";
import { hashText, seedRandom } from "./seeded-random";
import { fitText } from "./set-type";

export const compositions = {
  arcs: drawArcs,
  dots: drawDots,
  bars: drawBars,
  turns: drawTurns,
  staves: drawStaves,
  tiles: drawTiles,
  beams: drawBeams,
  strings: drawStrings,
  discs: drawDiscs,
} as const satisfies Record<string, Composition>;
type CompositionName = keyof typeof compositions;
const compositionNames = Object.keys(compositions) as [CompositionName, ...CompositionName[]];

/** A series has one poster: its dates have one name and hall. */
export type PosterEvent = Pick<EventCard, "name" | "venue_id" | "venue_name"> & Partial<Pick<EventCard, "poster_seed">>;

type TextLine = { text: string; x: number; y: number; size: number; weight: number };

export type Picture = { composition: CompositionName; inks: Inks; layers: Layer[] };

/** A poster of 600 by 840 units: a picture that is clipped to its field, and lines of type in `inks.ink`. */
export type Poster = Picture & { field: { y: number; width: number; height: number }; lines: TextLine[] };

export const posterSize = { width: 600, height: 840 } as const;
const margin = 40;
const typeHeight = 330;
const nameSizes = [128, 116, 104, 92, 80, 70, 62, 54, 47, 41, 36];

/** The poster of a production: all events of the same name and venue have the same one, whoever performs that day. */
export function drawPoster(event: PosterEvent): Poster {
  const typeFirst = seedRandom(seedOf(event, "type")).next() < 0.35;
  const field = {
    y: typeFirst ? typeHeight : 0,
    width: posterSize.width,
    height: posterSize.height - typeHeight,
  };
  return { ...drawPicture(event, field), field, lines: setLines(event, typeFirst) };
}

/** The same picture composed for a field of any shape: a band across a page as well as a poster. */
export function drawPicture(event: PosterEvent, field: { width: number; height: number }): Picture {
  const random = seedRandom(seedOf(event, "picture"));
  const composition = random.pick(compositionNames);
  const inks = random.pick(printings);
  const layers = compositions[composition](random, { ...field, voices: random.whole(1, 6) });
  return { composition, inks, layers: layers.filter((layer) => layer.path !== "") };
}

const seedOf = ({ name, venue_id, poster_seed }: PosterEvent, part: "picture" | "type") =>
  hashText([part, name, venue_id, ...(poster_seed ? [poster_seed] : [])].join(" "));

/** The name as large as it fits, then the venue; at the top or at the bottom of the sheet. */
function setLines(event: PosterEvent, typeFirst: boolean): TextLine[] {
  const width = posterSize.width - 2 * margin;
  const leading = 0.98;
  const venue = fitText(event.venue_name, { width, height: 64, leading: 1.25 }, [24]);
  const venueHeight = venue.lines.length * 30;
  const room = typeHeight - 2 * margin - venueHeight - (venueHeight > 0 ? 14 : 0);
  const name = fitText(event.name, { width, height: room, leading }, nameSizes);
  const nameHeight = name.lines.length * name.size * leading;
  const gap = venueHeight > 0 ? 16 : 0;
  const top = typeFirst ? margin : posterSize.height - margin - nameHeight - gap - venueHeight;
  return [
    ...name.lines.map((text, i) => ({
      text,
      x: margin - name.size * 0.045,
      y: top + name.size * (0.8 + i * leading),
      size: name.size,
      weight: 760,
    })),
    ...venue.lines.map((text, i) => ({
      text,
      x: margin,
      y: top + nameHeight + gap + 24 + i * 30,
      size: 24,
      weight: 500,
    })),
  ];
}
