import { overlaps } from "@evently/core/event/event.rules";
import { expect, it } from "vitest";
import { operaSeason } from "./opera-season.ts";
import { scheduleEvents } from "./schedule.ts";
import { readSeason, scenes } from "./season.ts";

const season = readSeason();
const scheduled = scheduleEvents(season, Date.parse("2026-11-26T12:00:00Z") / 1000);

it("shows every state of a sale on one date", () => {
  const shown = season.flatMap(({ scene }) => scene ?? []);
  expect(shown.sort()).toEqual(Object.keys(scenes).sort());
});

it("adds seven productions of the opera house to the catalog's 107, a festival of four days among them", () => {
  const productions = new Set(season.map(({ name, venue }) => `${name} ${venue}`));
  expect(productions.size).toBe(114);
  expect(operaSeason).toHaveLength(7);
  const [festival, ...others] = season.filter(({ duration }) => duration > 1_440);
  expect(others).toEqual([]);
  expect(festival?.duration).toBeGreaterThan(3 * 1_440);
});

it("plays one opera at a time", () => {
  const nights = scheduled.filter(({ venue }) => venue === "opernhaus-musterstadt");
  const clashes = nights.flatMap((a, i) => nights.slice(i + 1).filter((b) => overlaps(a, b)));
  expect(clashes).toEqual([]);
  expect(nights).toHaveLength(19);
});

it("names no performer of the opera house, only composers", () => {
  const artists = operaSeason.flatMap(({ runs }) => runs.flatMap((run) => run.artists));
  expect([...new Set(artists)].sort()).toEqual([
    "Engelbert Humperdinck",
    "Georges Bizet",
    "Giacomo Puccini",
    "Giuseppe Verdi",
    "Ludwig van Beethoven",
    "Wolfgang Amadeus Mozart",
  ]);
});

it("has the staged dates among its first twenty, where lists begin", () => {
  const order = [...scheduled].sort((a, b) => (a.start_time < b.start_time ? -1 : 1));
  expect(order.slice(0, 20).filter(({ scene }) => scene)).toHaveLength(Object.keys(scenes).length);
});
