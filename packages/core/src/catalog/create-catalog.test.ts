import type { BatchGetCommandInput, QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import type { EventCard } from "../event/event.ts";
import { fakeTable, silence } from "../testing/fake-table.ts";
import { makeCard } from "../testing/know-events.ts";
import { toInstant } from "../time.ts";
import { createCatalog } from "./create-catalog.ts";

const now = Date.parse("2027-01-01T00:00:00Z") / 1000;

/** A table of published events with their change log, its requests, and a catalog that has loaded it. */
async function openCatalog(...cards: EventCard[]) {
  const events = new Map<string, object>();
  const published = new Map(cards.map((card) => [card.event_id as string, card]));
  const log: { sk: string; event_id: string }[] = [];
  const asked = { loads: [] as (string | undefined)[], log: [] as string[], read: [] as string[] };
  let time = now;
  let isSilent = false;
  const { table } = fakeTable<QueryCommandInput & BatchGetCommandInput>(({ RequestItems, IndexName, ...query }) => {
    if (isSilent) return silence();
    const from = String(query.ExpressionAttributeValues?.[":from"]);
    if (IndexName) {
      asked.loads.push(from);
      return { Items: [...published.values()] };
    }
    if (!RequestItems) {
      asked.log.push(from);
      return { Items: log.filter(({ sk }) => sk >= from) };
    }
    const ids = RequestItems.evently?.Keys?.map(({ pk }) => String(pk)) ?? [];
    asked.read.push(...ids);
    return { Responses: { evently: ids.flatMap((id) => events.get(id) ?? []) } };
  });
  const catalog = createCatalog(table, () => time, { budget: 1e9, report: () => undefined });
  await catalog.load();
  return {
    catalog,
    asked,
    published,
    names: () => catalog.list().map(({ name }) => name),
    found: (text: string) =>
      catalog.documents.flatMap((entry) =>
        entry && catalog.search(text)?.scores[entry.documentIndex] ? entry.event.name : [],
      ),
    change(event: EventCard, status: string, at = time) {
      events.set(event.event_id, { pk: event.event_id, ...event, status });
      log.push({ sk: `${toInstant(at)}-${event.event_id}`, event_id: event.event_id });
    },
    advance: (seconds: number) => {
      time += seconds;
    },
    fallSilent: (silent: boolean) => {
      isSilent = silent;
    },
  };
}

describe("loading", () => {
  it("reads the events that may not have ended, earliest first", async () => {
    const late = makeCard({ name: "late", start_time: "2027-03-01T20:00:00.000Z" });
    const ended = makeCard({ name: "ended", start_time: toInstant(now - 7_200), duration: 120 });
    const running = makeCard({ name: "running", start_time: toInstant(now - 30 * 86_400), duration: 44_640 });
    const { asked, names } = await openCatalog(late, makeCard({ name: "soon" }), ended, running);
    expect(asked.loads).toEqual([toInstant(now - 31 * 86_400)]);
    expect(names()).toEqual(["running", "soon", "late"]);
  });

  it("again applies changes and drops removed events", async () => {
    const [kept, gone] = [makeCard({ name: "kept" }), makeCard({ name: "gone" })];
    const { catalog, published, names, found } = await openCatalog(kept, gone);
    published.delete(gone.event_id);
    published.set(kept.event_id, { ...kept, name: "renamed" });
    await catalog.load();
    expect(names()).toEqual(["renamed"]);
    expect([found("gone"), found("kept"), found("renamed")]).toEqual([[], [], ["renamed"]]);
  });

  it("that fails keeps the loaded events, and is retried", async () => {
    const { catalog, names, advance, fallSilent, published } = await openCatalog(makeCard({ name: "known" }));
    const added = makeCard({ name: "added" });
    published.set(added.event_id, added);
    advance(7_200);
    fallSilent(true);
    await expect(catalog.follow()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(names()).toEqual(["known"]);
    fallSilent(false);
    await catalog.follow();
    expect(names()).toEqual(["known", "added"]);
  });
});

describe("following the log of changes", () => {
  it("adds published events, removes paused ones, and updates changed ones", async () => {
    const { catalog, change, advance, names, found } = await openCatalog();
    const [shown, other] = [makeCard({ name: "Fidelio" }), makeCard({ name: "Tosca" })];
    change(shown, "published");
    change(other, "draft");
    await catalog.follow();
    expect([names(), found("fidelio"), found("tosca")]).toEqual([["Fidelio"], ["Fidelio"], []]);
    advance(1);
    change({ ...shown, name: "Leonore" }, "published");
    await catalog.follow();
    expect([names(), found("fidelio"), found("leonore")]).toEqual([["Leonore"], [], ["Leonore"]]);
    advance(1);
    change(shown, "paused");
    await catalog.follow();
    expect([names(), found("leonore")]).toEqual([[], []]);
  });

  it("looks back ten seconds for clock differences, without reading a change twice", async () => {
    const { catalog, asked, change, advance, names } = await openCatalog();
    const [first, late] = [makeCard({ name: "first" }), makeCard({ name: "late" })];
    advance(5);
    change(first, "published");
    await catalog.follow();
    advance(1);
    // Another process whose clock is eight seconds behind.
    change(late, "published", now + 6 - 8);
    await catalog.follow();
    expect(names()).toEqual(["first", "late"]);
    expect(asked.log).toEqual([toInstant(now - 10), toInstant(now - 5)]);
    await catalog.follow();
    expect(asked.read).toEqual([first.event_id, late.event_id]);
  });

  it("reads a change again that was seen before a reload, since an index may lag", async () => {
    const { catalog, asked, change } = await openCatalog();
    const event = makeCard();
    change(event, "published");
    await catalog.follow();
    await catalog.load();
    await catalog.follow();
    expect(asked.read).toEqual([event.event_id, event.event_id]);
  });

  it("reads an event once, however often it changed", async () => {
    const { catalog, asked, change } = await openCatalog();
    const event = makeCard();
    for (let i = 0; i < 5; i++) change(event, "published", now + i);
    await catalog.follow();
    expect(asked.read).toEqual([event.event_id]);
  });

  it("applies more changes at once than one request can read", async () => {
    const { catalog, change } = await openCatalog();
    for (let i = 0; i < 450; i++) change(makeCard(), "published");
    await catalog.follow();
    expect(catalog.list()).toHaveLength(450);
  });

  it("drops events that have ended, not those that have begun", async () => {
    const soon = makeCard({ name: "soon", start_time: toInstant(now + 60), duration: 90 });
    const { catalog, advance, names, found } = await openCatalog(soon, makeCard({ name: "later" }));
    advance(60 + 90 * 60 - 1);
    await catalog.follow();
    expect(names()).toEqual(["soon", "later"]);
    advance(1);
    await catalog.follow();
    expect([names(), found("soon")]).toEqual([["later"], []]);
  });

  it("reloads everything only after a gap longer than the log", async () => {
    const known = makeCard({ name: "known" });
    const { catalog, asked, published, advance, names } = await openCatalog(known);
    advance(3_000);
    await catalog.follow();
    expect(asked.loads).toHaveLength(1);
    published.delete(known.event_id);
    const added = makeCard({ name: "added" });
    published.set(added.event_id, added);
    advance(3_700);
    await catalog.follow();
    expect(asked.loads).toHaveLength(2);
    expect(names()).toEqual(["added"]);
  });
});
