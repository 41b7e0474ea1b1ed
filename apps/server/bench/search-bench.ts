import { type Core, createCore } from "@evently/core/core";
import { searchEvents } from "@evently/core/event/search-events";
import { fakeTable } from "@evently/core/testing/fake-table";
import { quantile, round } from "./quantile.ts";
import { handIn, say } from "./report.ts";
import { makeEvents } from "./search-events.ts";
import { makeQueries } from "./search-queries.ts";

const sizes = [1_000, 10_000];
const goals: Record<number, string> = { 10000: "15" };
const pageSize = 500;
const queryCount = 200;
const rounds = 5;
const now = Date.parse("2027-01-01T00:00:00Z") / 1000;
/** What a core needs besides a table to search. */
const parts = { rules: {} as Core["rules"], gateway: {} as Core["gateway"], secret: "0".repeat(32) };

const rows = [];
for (const size of sizes) {
  say(`${size} events`);
  rows.push(await measure(size));
}
handIn({
  notes: [
    `The catalogue that an API process keeps in memory, filled from a table whose answers are given by the bench, ${pageSize} events a page, as JSON; the demo's concerts repeated with other artists and invented names. ${queryCount} fixed queries (words, without diacritics, capitals, beginnings, a wrong letter, two letters swapped, two words; half of them with a city or dates too), ${rounds} times after one time to warm up. A first page of 50 each. No HTTP.`,
  ],
  tables: [
    {
      title: "Search",
      columns: ["events", "index ms", "heap MB", "p50 ms", "p99 ms", "goal p99 ms", "queries that find something"],
      rows,
    },
  ],
});

async function measure(size: number): Promise<(string | number)[]> {
  const pages = toPages(makeEvents(size, now));
  const { table } = fakeTable((input: object, before: number) =>
    "RequestItems" in input
      ? { Responses: { evently: [] } }
      : {
          Items: JSON.parse(pages[before] ?? "[]") as unknown,
          ...(before + 1 < pages.length ? { LastEvaluatedKey: { page: before } } : {}),
        },
  );
  const heapBefore = usedHeap();
  const began = performance.now();
  const core = createCore({ ...parts, table, clock: () => now });
  const { catalogue } = core;
  await catalogue.load();
  const indexMs = performance.now() - began;
  const heapMb = (usedHeap() - heapBefore) / 1e6;
  if (catalogue.list().length !== size) throw new Error(`${catalogue.list().length} of ${size} events were indexed`);

  const queries = makeQueries(queryCount, now);
  let finding = 0;
  for (const query of queries) finding += (await searchEvents(core, query)).total > 0 ? 1 : 0;
  const took: number[] = [];
  for (let turn = 0; turn < rounds; turn++) {
    for (const query of queries) {
      const before = performance.now();
      await searchEvents(core, query);
      took.push(performance.now() - before);
    }
  }
  const found = `${finding} of ${queryCount}`;
  const times = [round(quantile(took, 0.5)), round(quantile(took, 0.99))];
  return [size, round(indexMs), round(heapMb), ...times, goals[size] ?? "", found];
}

function toPages(events: object[]): string[] {
  const pages: string[] = [];
  for (let from = 0; from < events.length; from += pageSize)
    pages.push(JSON.stringify(events.slice(from, from + pageSize)));
  return pages;
}

/** Bytes in use after a collection, which the bench is started with the right to ask for. */
function usedHeap(): number {
  if (!globalThis.gc) throw new Error("Start it by npm run bench -- search: it needs --expose-gc");
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
