import { wcagContrast } from "culori";
import { describe, expect, test } from "vitest";
import { compositions, drawPicture, drawPoster, type PosterEvent, posterSize } from "./draw-poster";
import { printings } from "./poster-inks";
import { measureText } from "./set-type";

const eventOf = (number: number, changes: Partial<PosterEvent> = {}) =>
  ({
    event_id: `event-${String(number).padStart(5, "0")}`,
    name: "Dvořák: Symphony No. 9, “From the New World”",
    tags: ["symphony"],
    artists: ["Jiří Bělohlávek", "Alisa Weilerstein"],
    ...changes,
  }) as PosterEvent;
const season = Array.from({ length: 200 }, (_, i) => eventOf(i + 1));

test("the same event always has the same poster", () => {
  for (const event of season) expect(drawPoster(structuredClone(event))).toEqual(drawPoster(event));
});

test("other events have other posters", () => {
  const drawn = season.map((event) => JSON.stringify(drawPoster(event).layers));
  expect(new Set(drawn).size).toBe(season.length);
});

test("every composition and every printing occurs over 200 events", () => {
  const posters = season.map(drawPoster);
  expect(new Set(posters.map(({ composition }) => composition))).toEqual(new Set(Object.keys(compositions)));
  expect(new Set(posters.map(({ inks }) => inks))).toEqual(new Set(printings));
});

test("consecutive events share neither composition nor inks", () => {
  const posters = season.map(drawPoster);
  for (const [i, poster] of posters.slice(1).entries()) {
    expect(poster.composition).not.toBe(posters[i]?.composition);
    expect(poster.inks).not.toBe(posters[i]?.inks);
  }
});

test("tags choose the inks, and the number of artists changes the picture", () => {
  const inks = ["symphony", "chamber", "family", "choral"].map((tag) => drawPoster(eventOf(1, { tags: [tag] })).inks);
  expect(new Set(inks).size).toBeGreaterThan(1);
  const alone = season.filter((event) => {
    const solo = drawPoster({ ...event, artists: ["One"] });
    const crowd = drawPoster({ ...event, artists: ["One", "Two", "Three", "Four", "Five", "Six"] });
    return JSON.stringify(solo.layers) !== JSON.stringify(crowd.layers);
  });
  expect(alone.length).toBeGreaterThan(season.length / 3);
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
