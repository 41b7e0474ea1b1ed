import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Core } from "@evently/core/core";
import { createCore } from "@evently/core/create-core";
import type { SearchEvents } from "@evently/core/search";
import { searchEvents } from "@evently/core/search/search-events";
import { fakeTable } from "@evently/core/testing/fake-table";
import { quantile, round } from "./quantile.ts";
import { handIn, say } from "./report.ts";
import { makeEvents, readSources } from "./search-events.ts";
import { makeDearest, makeQueries } from "./search-queries.ts";

const sizes = [1_000, 10_000, 100_000];
const goals: Record<number, string> = { 10000: "15", 100000: "80" };
/** Megabytes: the benchmark measures the search, not what is left out. */
const roomForAll = 1_024;
const pageSize = 200;
const queryCount = 200;
const rounds = 5;
const now = Date.parse("2027-01-01T00:00:00Z") / 1000;
/** As recorded when they were compared: library, events, index ms, heap MB, p50 ms, p99 ms. */
const others = [
  ["MiniSearch 7.2.0", 10_000, 1_880, 26, 3.3, 117],
  ["FlexSearch 0.8.212 (no edit distance)", 10_000, 3_770, 40, 0.7, 5.9],
  ["Orama 3.1.18", 10_000, 3_540, 81, 8.1, 1_151],
  ["Fuse.js 7.5.0", 10_000, 230, 7, 483, 1_382],
  ["MiniSearch 7.2.0", 100_000, 19_700, 208, 48, 1_757],
  ["FlexSearch 0.8.212 (no edit distance)", 100_000, 37_400, 258, 15, 156],
];
/** The parts of a core besides the table that search needs. */
const parts = { rules: {} as Core["rules"], gateway: {} as Core["gateway"], secret: "0".repeat(32) };

const { from, sources } = readSources(now);
const queries = makeQueries(sources, queryCount, now);
const dearest = makeDearest(sources, 40);
const rows = [];
for (const size of sizes) {
  say(`${size} events`);
  rows.push(await measure(size));
}
handIn({
  notes: [
    `The catalog that an API process keeps in memory, filled from a table whose answers the benchmark gives, ${pageSize} events a page, in JSON: ${from}, repeated with other artists and invented names. The longest block is the longest time for which nothing else could run while the catalog was loaded (without the SDK's own unpacking of a page).`,
    `${queryCount} fixed queries (words, without diacritics, in capitals, cut down to one letter, with a wrong letter or two swapped ones, two words, words that every concert has; most also with a city, an artist, a tag, prices or dates), ${rounds} times after one warm-up: text, filters, facets, order and a first page of 50 with its seats left, without HTTP. The figures of the other libraries are those recorded in docs/decisions/0006-search-in-process.md: text alone, without filters and facets, in processor time, with the heap of the index alone.`,
    "A tenth of the events are dates of series of 24. The same queries by series list each of these once; they take turns with the others.",
    "Twelve misspelled words are the most that one search looks for: the p99 of forty such texts, without filters.",
  ],
  tables: [
    {
      title: "Search",
      columns: [
        "events",
        "index ms",
        "longest block ms",
        "heap MB",
        "p50 ms",
        "p99 ms",
        "by series p50 ms",
        "by series p99 ms",
        "goal p99 ms",
        "twelve misspelled words ms",
        "queries that find something",
      ],
      rows,
    },
    {
      title: "Other libraries, as recorded",
      columns: ["library", "events", "index ms", "heap MB", "p50 ms", "p99 ms"],
      rows: others,
    },
  ],
});

async function measure(size: number): Promise<(string | number)[]> {
  const heapBefore = usedHeap();
  const { core, indexMs, blockMs } = await load(size);
  const heapMb = (usedHeap() - heapBefore) / 1e6;
  if (core.catalog.list().length !== size) throw new Error(`${core.catalog.list().length} of ${size} were indexed`);
  let finding = 0;
  for (const query of queries) finding += (await searchEvents(core, query)).total > 0 ? 1 : 0;
  const [took, bySeries] = await timeBoth(core);
  const dear = round(quantile(await time(core, dearest), 0.99));
  const times = [took, bySeries].flatMap((times) => [round(quantile(times, 0.5)), round(quantile(times, 0.99))]);
  const costs = [round(indexMs), round(blockMs), round(heapMb)];
  return [size, ...costs, ...times, goals[size] ?? "", dear, `${finding} of ${queryCount}`];
}

/** Of the searches as they are and by series, one after the other. */
async function timeBoth(core: Core): Promise<[took: number[], bySeries: number[]]> {
  const took = await time(
    core,
    queries.flatMap((query) => [query, { ...query, by_series: true }]),
  );
  return [took.filter((_, i) => i % 2 === 0), took.filter((_, i) => i % 2 === 1)];
}

/** Milliseconds of each search, in every round. */
async function time(core: Core, searches: readonly SearchEvents[]): Promise<number[]> {
  const took: number[] = [];
  for (let turn = 0; turn < rounds; turn++) {
    for (const query of searches) {
      const before = performance.now();
      await searchEvents(core, query);
      took.push(performance.now() - before);
    }
  }
  return took;
}

/** A core that has loaded `size` events; the table is not kept. */
async function load(size: number): Promise<{ core: Core; indexMs: number; blockMs: number }> {
  const pages = toPages(makeEvents(sources, size, now)).values();
  const { table } = fakeTable((input: object) => {
    if ("RequestItems" in input) return { Responses: { evently: [] } };
    const { value = "[]", done } = pages.next();
    return { Items: JSON.parse(value) as unknown, ...(done ? {} : { LastEvaluatedKey: { page: value.length } }) };
  });
  const core = createCore({ ...parts, table, clock: () => now, catalogBudgetMb: roomForAll });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  await core.catalog.load();
  const indexMs = performance.now() - began;
  delay.disable();
  return { core, indexMs, blockMs: delay.max / 1e6 };
}

function toPages(events: object[]): string[] {
  const pages: string[] = [];
  for (let start = 0; start < events.length; start += pageSize)
    pages.push(JSON.stringify(events.slice(start, start + pageSize)));
  return pages;
}

/** Bytes in use after a garbage collection, which the bench's flags allow it to force. */
function usedHeap(): number {
  if (!globalThis.gc) throw new Error("Start it by npm run bench -- search: it needs --expose-gc");
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
