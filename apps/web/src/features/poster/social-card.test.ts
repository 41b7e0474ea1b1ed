import type { EventPage } from "@evently/core/event";
import { ImageResponse } from "next/og";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cardSize, drawSocialCard } from "./social-card";

const event = {
  event_id: "event-00007",
  start_time: "2027-01-15T00:30:00Z",
  end_time: "2027-01-15T02:40:00Z",
  timezone: "America/New_York",
  venue_name: "Großes Festspielhaus",
  city: "Salzburg",
  artists: [],
  tags: [],
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
