import type { EventPage } from "@evently/core/event";
import { expect, test } from "vitest";
import { getCard } from "./get-card";

const event = {
  event_id: "event-00007",
  revision: 1,
  name: "Messiah",
  start_time: "2027-01-15T00:30:00Z",
  end_time: "2027-01-15T02:40:00Z",
  timezone: "America/New_York",
  venue_name: "Hall",
  city: "Salzburg",
  artists: [],
  tags: [],
  price_min: 3950,
  price_max: 16_500,
  currency: "EUR",
} as unknown as EventPage;

test("a card is drawn once, and anew once what it shows has changed", async () => {
  const [card, again] = await Promise.all([getCard(event), getCard({ ...event })]);
  expect(Buffer.from(card).subarray(1, 4).toString()).toBe("PNG");
  expect(again).toBe(card);
  expect(await getCard(event)).toBe(card);
  const renamed = await getCard({ ...event, name: "Elijah", revision: 2 });
  const moved = await getCard({ ...event, venue_name: "Another hall" });
  const dearer = await getCard({ ...event, price_min: 5000 });
  expect(new Set([card, renamed, moved, dearer].map((bytes) => Buffer.from(bytes).toString("base64"))).size).toBe(4);
});
