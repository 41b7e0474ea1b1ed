import { wcagContrast } from "culori";
import { describe, expect, test } from "vitest";
import { compositions, drawPicture, drawPoster, type PosterEvent, posterSize } from "./draw-poster";
import { printings } from "./poster-inks";
import { measureText } from "./set-type";

const eventOf = (number: number, changes: Partial<PosterEvent> = {}) =>
  ({
    name: `Dvořák: Symphony No. ${number}, “From the New World”`,
    venue_id: "venue-00001",
    venue_name: "David Geffen Hall",
    ...changes,
  }) as PosterEvent;
const season = Array.from({ length: 200 }, (_, i) => eventOf(i + 1));

test("all dates of a production have one poster, whoever performs", () => {
  for (const event of season) {
    const anotherDate = { ...event, event_id: "event-00099", artists: ["Somebody else"], tags: ["violin"] };
    expect(drawPoster(anotherDate)).toEqual(drawPoster(event));
  }
});

test("other productions have other posters, also the same name in another hall", () => {
  const drawn = season
    .flatMap((event) => [event, { ...event, venue_id: "venue-00002" as PosterEvent["venue_id"] }])
    .map((event) => JSON.stringify(drawPoster(event).layers));
  expect(new Set(drawn).size).toBe(2 * season.length);
});

test("every composition and every printing occurs over 200 productions", () => {
  const posters = season.map(drawPoster);
  expect(new Set(posters.map(({ composition }) => composition))).toEqual(new Set(Object.keys(compositions)));
  expect(new Set(posters.map(({ inks }) => inks))).toEqual(new Set(printings));
});

describe("the text", () => {
  const names = [
    "Messiah",
    "Mahler: Symphony No. 5",
    "Shostakovich: Violin Concerto No. 1 in A Minor, with Tchaikovsky’s Pathétique",
    "Concerts in the Parks: an evening under the stars at Van Cortlandt Park, with music of five centuries, and fireworks over the lake at the very end of the night",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "",
  ];
  test.each(names)("%j stays within the sheet", (name) => {
    for (let number = 1; number <= 9; number++) {
      for (const line of drawPoster(eventOf(number, { name })).lines) {
        expect(line.x).toBeGreaterThanOrEqual(0);
        expect(line.y - line.size * 0.8).toBeGreaterThanOrEqual(0);
        expect(line.y).toBeLessThanOrEqual(posterSize.height - 20);
        if (name !== names[4])
          expect(line.x + measureText(line.text) * line.size).toBeLessThanOrEqual(posterSize.width);
      }
    }
  });

  test("a short name is set larger than a long one", () => {
    const sizeOf = (name: string) => drawPoster(eventOf(1, { name })).lines[0]?.size ?? 0;
    expect(sizeOf("Messiah")).toBeGreaterThan(sizeOf(names[2] ?? ""));
  });

  test.each(printings)("is readable: $ink on $paper", ({ ink, paper }) => {
    expect(wcagContrast(ink, paper)).toBeGreaterThanOrEqual(4.5);
  });
});

test("composes a picture for a band, with finite numbers in every path", () => {
  for (const event of season) {
    const { layers } = drawPicture(event, { width: 1200, height: 400 });
    expect(layers.length).toBeGreaterThan(0);
    for (const { path } of layers) expect(path).not.toMatch(/NaN|Infinity|undefined/);
  }
});
