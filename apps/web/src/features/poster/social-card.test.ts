import type { EventPage } from "@evently/core/event";
import { ImageResponse } from "next/og";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { drawPicture } from "./draw-poster";
import { cardSize, drawSiteCard, drawSocialCard } from "./social-card";
import { setText } from "./typeset/set-text";

const event = {
  event_id: "event-00007",
  start_time: "2027-01-15T00:30:00Z",
  end_time: "2027-01-15T02:40:00Z",
  timezone: "America/New_York",
  venue_name: "Großes Festspielhaus",
  city: "Salzburg",
  artists: [],
  tags: [],
  price_min: 3950,
  price_max: 16_500,
  currency: "EUR",
} as unknown as EventPage;

const before = globalThis.fetch;
const asked: string[] = [];
beforeEach(() => {
  asked.length = 0;
  globalThis.fetch = (input) => {
    asked.push(String(input));
    return Promise.reject(new Error("no other host is asked"));
  };
});
afterEach(() => {
  globalThis.fetch = before;
});

test.each(["Messiah", "حفلة موسيقية", "東京交響楽団 🎻", "Gamelan ꦗꦮ"])(
  "the card of %s becomes a picture, and nobody is asked for fonts or emoji",
  async (name) => {
    const picture = new ImageResponse(await drawSocialCard({ ...event, name }), cardSize);
    const bytes = Buffer.from(await picture.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(asked.filter((address) => /^https?:/.test(address))).toEqual([]);
  },
);

/** The outlines of a card in the order in which they are drawn. */
const outlinesOf = (card: ReactElement) =>
  [...renderToStaticMarkup(card).matchAll(/ d="([^"]*)"/g)].map(([, outline]) => outline);

test("the card has the forms and inks of the poster's picture", async () => {
  for (let number = 1; number <= 40; number++) {
    const named = { ...event, name: `Symphony No. ${number}` };
    const { inks, layers } = drawPicture(named, { width: 560, height: 630 });
    const card = await drawSocialCard(named);
    expect(outlinesOf(card).slice(0, layers.length)).toEqual(layers.map(({ path }) => path));
    for (const { ink } of layers) expect(renderToStaticMarkup(card)).toContain(`fill="${inks[ink]}"`);
  }
});

test.each([
  [3950, 16_500, "From €39.50"],
  [4000, 4000, "€40"],
  [0, 2000, "Free to €20"],
  [0, 0, "Free"],
])("prices from %i to %i are on the card as %j", async (price_min, price_max, words) => {
  const outlines = outlinesOf(await drawSocialCard({ ...event, name: "Messiah", price_min, price_max }));
  const set = await setText(words, { width: 528, height: 84, leading: 1.25 }, { weight: 700, sizes: [34] });
  const letters = set?.lines.flatMap(({ glyphs }) => glyphs.map(({ outline }) => outline)) ?? [];
  expect(letters).toHaveLength(words.replaceAll(" ", "").length);
  expect(outlines.join("|")).toContain(letters.join("|"));
});

test("the site has a card of its own", async () => {
  const picture = new ImageResponse(await drawSiteCard(), cardSize);
  expect(
    Buffer.from(await picture.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe("PNG");
});
