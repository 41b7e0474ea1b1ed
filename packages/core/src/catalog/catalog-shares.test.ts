import { describe, expect, it } from "vitest";
import type { VenueId } from "../ids.ts";
import { bigCard, hundred, openCatalog, openFull } from "../testing/open-full-catalog.ts";
import type { Catalog } from "./create-catalog.ts";

describe("accounts that share a full catalog", () => {
  const inVenue = (number: number) => ({ venue_id: `venue-0000${number}` as VenueId });
  /** An account with two venues whose events are all sooner than those of another one. */
  const flood = () =>
    hundred().map((card, i) => ({ ...card, ...inVenue(1 + (i % 2)), artists: i === 99 ? ["Zyzzogeton"] : [] }));
  const others = [200, 300, 400].map((days) =>
    bigCard(days, { ...inVenue(3), name: `other ${days}`, artists: ["Quodlibet"] }),
  );
  const otherNames = others.map(({ name }) => name);
  const isFound = ({ search }: Catalog, word: string) => search(word)?.scores.some((score) => score > 0) ?? false;

  it("have each their soonest events in: who floods it leaves out their own latest", async () => {
    const { catalog, names, budget } = await openFull([...flood(), ...others]);
    const ofFlood = names().slice(0, -3);
    expect(names().slice(-3)).toEqual(otherNames);
    expect(ofFlood.length).toBeGreaterThan(10);
    expect(ofFlood).toEqual(ofFlood.map((_, i) => `day ${i + 1}`));
    expect(catalog.fill().bytes).toBeLessThanOrEqual(budget);
    expect(catalog.fill().left_out).toBe(103 - names().length);
    expect([isFound(catalog, "quodlibet"), isFound(catalog, "zyzzogeton")]).toEqual([true, false]);
  });

  it("keep their events when another one publishes many sooner ones", async () => {
    const whole = openCatalog(1e9, ...others, ...flood());
    await whole.catalog.load();
    const { catalog, names, put } = openCatalog(whole.catalog.fill().bytes / 5, ...others);
    await catalog.load();
    for (const card of flood().reverse()) put(card);
    await catalog.follow();
    expect(names().slice(-3)).toEqual(otherNames);
    expect(names().length).toBeGreaterThan(10);
  });

  it("get in when their first events come after the catalog is full", async () => {
    const { catalog, names, put } = await openFull(flood());
    for (const card of others) put(card);
    await catalog.follow();
    expect(names().slice(-3)).toEqual(otherNames);
  });

  it("have others of their events in within ten minutes of the end of the first, without more room", async () => {
    const mine = Array.from({ length: 60 }, (_, i) =>
      bigCard(i < 10 ? 1 : 200 + i, { ...inVenue(3), name: `mine ${i}` }),
    );
    const { catalog, names, advance, remove, put } = await openFull([...flood(), ...mine]);
    const ofMine = () => names().filter((name) => name.startsWith("mine"));
    const before = ofMine().length;
    expect(before).toBeGreaterThan(10);
    for (const card of mine.slice(0, before)) remove(card);
    for (let i = 0; i < before; i++) put(bigCard(0.5 + i / 100, { ...inVenue(4), name: `third ${i}` }));
    advance(1);
    await catalog.follow();
    expect(ofMine()).toEqual([]);
    advance(600);
    await catalog.follow();
    expect(ofMine().length).toBeGreaterThan(before / 3);
  });

  it("are known by their venues, and not asked for while there is room", async () => {
    const { catalog, asked } = openCatalog(1e9, ...flood());
    await catalog.load();
    expect(asked.owners).toBe(0);
    expect((await openFull(flood())).asked.owners).toBe(1);
  });
});
