import { describe, expect, it } from "vitest";
import type { EventCard } from "../event/event.ts";
import type { SeriesId, VenueId } from "../ids.ts";
import { bigCard, hundred, openCatalog, openFull } from "../testing/open-full-catalog.ts";

describe("a catalog larger than its budget", () => {
  it("has the soonest events, within the budget, and counts the others", async () => {
    const { catalog, names, asked, budget } = await openFull();
    const { events, bytes, left_out } = catalog.fill();
    expect(events).toBeGreaterThan(15);
    expect(bytes).toBeLessThanOrEqual(budget);
    expect(names()).toEqual(Array.from({ length: events }, (_, i) => `day ${i + 1}`));
    expect(left_out).toBe(100 - events);
    expect(asked.counts).toBe(1);
  });

  it("makes room for a sooner event, and takes no later one", async () => {
    const { catalog, names, put, budget } = await openFull();
    const before = names().length;
    for (let i = 0; i < 5; i++) put(bigCard(0.5, { name: `sooner ${i}` }));
    put(bigCard(200));
    await catalog.follow();
    expect(names().slice(0, 6)).toEqual(["sooner 0", "sooner 1", "sooner 2", "sooner 3", "sooner 4", "day 1"]);
    expect(names()).not.toContain("day 200");
    expect(names().length).toBeLessThan(before + 5);
    expect(catalog.fill().bytes).toBeLessThanOrEqual(budget);
  });

  it("is filled up again once there is room, and counts anew", async () => {
    const { catalog, names, advance } = await openFull();
    const before = names();
    advance(6 * 86_400);
    await catalog.follow();
    const after = names();
    expect(after).not.toContain("day 5");
    expect(after.length).toBeGreaterThanOrEqual(before.length - 1);
    expect(catalog.fill().left_out).toBe(100 - 5 - after.length);
  });

  it("is filled up from the log too, reading and counting at most once a minute", async () => {
    const { catalog, names, remove, put, advance, asked, cards } = await openFull();
    const last = names().at(-1);
    for (const card of cards.slice(0, 8)) remove(card);
    const { pages } = asked;
    await catalog.follow();
    expect([names()[0], names().at(-1)]).toEqual(["day 9", last]);
    expect(asked.pages).toBe(pages);
    advance(60);
    await catalog.follow();
    expect(names()[0]).toBe("day 9");
    expect(names().at(-1)).not.toBe(last);
    const { counts } = asked;
    put(bigCard(300));
    advance(1);
    await catalog.follow();
    expect(asked.counts).toBe(counts);
    advance(60);
    await catalog.follow();
    expect(asked.counts).toBe(counts + 1);
    expect(catalog.fill().left_out).toBe(100 - 8 + 1 - catalog.fill().events);
  });

  it("has everything once everything fits", async () => {
    const { catalog, names, remove, advance, cards } = await openFull();
    for (const card of cards.slice(10, 95)) remove(card);
    advance(60);
    await catalog.follow();
    expect(names()).toHaveLength(15);
    expect(catalog.fill().left_out).toBe(0);
  });

  it("keeps what it knows when it can't be filled up, which is tried again", async () => {
    const { catalog, names, remove, cards, fallSilent, advance } = await openFull();
    for (const card of cards.slice(0, 15)) remove(card);
    advance(60);
    fallSilent(true);
    await expect(catalog.follow()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    fallSilent(false);
    advance(60);
    await catalog.follow();
    expect(names().length).toBeGreaterThan(15);
    expect(names()[0]).toBe("day 16");
    expect(catalog.fill().left_out).toBe(85 - names().length);
  });

  it("lists the events of a venue that are left out, and of another venue none of them", async () => {
    const late = bigCard(400, { venue_id: "venue-00007" as VenueId, city: "Graz", description: "Zyzzogeton" });
    const { catalog } = await openFull([...hundred(), late]);
    const venue = await catalog.among("events-venue-00007");
    expect(venue.documents.flatMap((entry) => entry?.event.name ?? [])).toEqual(["day 400"]);
    expect(venue.vocabulary.find("cities", "graz")).toBeGreaterThanOrEqual(0);
    expect(catalog.search("zyzzogeton")?.scores.some((score) => score > 0)).toBe(false);
  });

  it("lists none of those left out that the operator took from the public", async () => {
    const venue_id = "venue-00007" as VenueId;
    const shown = bigCard(400, { venue_id });
    const hidden = { ...bigCard(401, { venue_id }), hidden_at: "2026-11-27T09:00:00.000Z" };
    const suspended = { ...bigCard(402, { venue_id }), suspended_at: "2026-11-27T09:00:00.000Z" };
    const { catalog } = await openFull([...hundred(), shown, hidden, suspended]);
    const { documents } = await catalog.among("events-venue-00007");
    expect(documents.flatMap((entry) => entry?.event.name ?? [])).toEqual(["day 400"]);
  });

  it("lists the dates of a series that are left out", async () => {
    const dates = [3, 300, 500].map((days) => bigCard(days, { series_id: "series-00001" as SeriesId }));
    const { catalog } = await openFull([...hundred(), ...dates]);
    const series = await catalog.among("series-00001");
    const names = series.documents.flatMap((entry) => entry?.event.name ?? []);
    expect(names.sort()).toEqual(["day 3", "day 300", "day 500"]);
  });

  it("keeps the groups that were asked for last, those without an event too within their size", async () => {
    const { catalog, asked } = await openFull();
    const askFor = (number: number) => catalog.among(`series-${number}`);
    await askFor(1);
    await askFor(1);
    expect(asked.groups).toBe(1);
    for (let number = 2; number <= 2_001; number++) await askFor(number);
    await askFor(1);
    expect(asked.groups).toBe(2_002);
  });
});

it("a catalog that has room for all searches a venue's events in itself", async () => {
  const { catalog } = openCatalog(1e9, bigCard(1));
  await catalog.load();
  expect((await catalog.among("events-venue-00001")).documents).toBe(catalog.documents);
});

it("events that can't be read are reported once and left out; one in an unknown time zone is in", async () => {
  const broken = [1, 2].map((days) => ({
    ...bigCard(days),
    duration: "long",
  }));
  const { catalog, names, reports } = openCatalog(
    1e9,
    ...(broken as unknown as EventCard[]),
    bigCard(3, { timezone: "Mars/Olympus_Mons" }),
  );
  await catalog.load();
  expect(names()).toEqual(["day 3"]);
  expect(reports).toEqual(["a published event can't be read"]);
});
