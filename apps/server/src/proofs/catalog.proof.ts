import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogOrder } from "@evently/core/event/event.table";
import { EventId, UserId, VenueId } from "@evently/core/ids";
import { type Key, keys } from "@evently/core/table/keys";
import { readItem } from "@evently/core/table/read-item";
import type { Item } from "@evently/core/table/transact";
import { transactAll } from "@evently/core/table/transact-all";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { findFreePort } from "@evently/local-db/port";
import { afterAll, beforeAll, expect, it } from "vitest";
import { askApi, must, openOwnSale, startGuest } from "../testing/http/api-client.ts";
import { type ServerProcess, startServer } from "../testing/process/server-process.ts";

const hostile = 10_000;
/** Each has as many events as it may. */
const accounts = 100;
const honest = 5;
const heapMb = 192;
/** Of the heap and what the runtime keeps beside it. */
const mostResidentMb = 420;
const mostStartMs = 60_000;

let core: TestCore;
let directory: string;
const servers: ServerProcess[] = [];

beforeAll(async () => {
  core = await openCore();
  directory = await mkdtemp(join(tmpdir(), "evently-catalog-"));
});
afterAll(async () => {
  for (const server of servers) await server.end();
  await core.close();
  await rm(directory, { recursive: true, force: true });
});

async function start(metricsPort: number): Promise<ServerProcess> {
  const server = await startServer({
    ...{ port: await findFreePort(), table: core.table.name, directory, heapMb },
    endpoint: String(process.env.DYNAMODB_ENDPOINT),
    other: { METRICS_PORT: String(metricsPort) },
  });
  servers.push(server);
  return server;
}

/** Words that no other event has. */
function invent(event: number, field: string, length: number): string {
  let text = "";
  for (let i = 0; text.length < length; i++)
    text += `${createHash("sha256").update(`${event} ${field} ${i}`).digest("base64url").slice(0, 6)} `;
  return text.slice(0, length).trim();
}

const inventHan = (event: number, length: number): string =>
  Array.from({ length }, (_, i) => String.fromCodePoint(0x4e00 + ((event * 7_919 + i * 104_729) % 20_000))).join("");

const venueOf = (account: number): VenueId => VenueId.parse(`venue-${90_000 + account}`);

/** As long as each field may be, of all-different words, all of them before the honest ones. */
function makeHostile(item: Item, i: number): Item {
  const event_id = EventId.parse(`event-${50_000 + i}`);
  const start_time = new Date(Date.now() + 3_600_000 + i * 50_000).toISOString();
  const fields = {
    ...{
      event_id,
      start_time,
      venue_id: venueOf(i % accounts),
      venue_name: invent(i, "venue", 120),
      city: invent(i, "city", 80),
    },
    name: i % 4 === 0 ? inventHan(i, 160) : invent(i, "name", 160),
    artists: Array.from({ length: 12 }, (_, artist) => invent(i, `artist ${artist}`, 80)),
    tags: Array.from({ length: 20 }, (_, tag) => invent(i, `tag ${tag}`, 120)),
    description: i % 4 === 0 ? inventHan(i, 500) : invent(i, "description", 500),
    catalog_order: catalogOrder({ event_id, start_time, series_id: null, poster_seed: null }),
  };
  return { ...item, ...fields, ...keys.event(event_id) };
}

async function writeHostile(like: EventId): Promise<void> {
  const item = await mustRead(keys.event(like));
  const venue = await mustRead(keys.venue(VenueId.parse(item.venue_id)));
  const venues = Array.from({ length: accounts }, (_, account) => {
    const ids = { venue_id: venueOf(account), owner_id: UserId.parse(`user-${90_000 + account}`) };
    return { put: { ...venue, ...ids, ...keys.venue(ids.venue_id) } };
  });
  await transactAll(core.table, venues as never);
  const portion = 1_000;
  for (let from = 0; from < hostile; from += portion) {
    const puts = Array.from({ length: portion }, (_, i) => ({ put: makeHostile(item, from + i) as never }));
    await transactAll(core.table, puts);
  }
}

async function mustRead(key: Key): Promise<Item> {
  const item = await readItem(core.table, key, { consistent: true });
  if (!item) throw new Error(`there is no ${key.pk}`);
  return item;
}

const residentMb = (pid: number, which: "VmRSS" | "VmHWM") =>
  Number(new RegExp(`${which}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1024;

async function readMetrics(port: number): Promise<(name: string) => number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return (name) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
}

const names = (body: Record<string, unknown>) => (body.items as { name: string }[]).map(({ name }) => name);

const runs = process.platform === "linux";
if (!runs) process.stdout.write("skipped: the memory of the API's process is read from /proc\n");

it.runIf(runs)(
  `with a heap of ${heapMb} MB and ${hostile} hostile events a process starts, finds and sells those of other accounts, and says what it left out`,
  async () => {
    const restingPort = await findFreePort();
    const before = await start(restingPort);
    const resting = await readMetrics(restingPort);
    process.stdout.write(
      `with an empty table: heap used ${(resting("nodejs_heap_size_used_bytes") / 1e6).toFixed(0)} MB, ` +
        `resident ${residentMb(before.pid, "VmRSS").toFixed(0)} MB\n`,
    );
    const sale = await openOwnSale(before.origin, 10, 20);
    for (let others = 1; others < honest; others++) await openOwnSale(before.origin, 1, 20);
    const concerts = async (origin: string) => {
      const found = names((await askApi(origin, "GET", "/events?search=concert")).body);
      return found.filter((name) => name === "Concert").length;
    };
    await expect.poll(() => concerts(before.origin), { timeout: 60_000 }).toBe(honest);
    await before.end();
    await writeHostile(sale.event_id);

    const metricsPort = await findFreePort();
    const began = performance.now();
    const server = await start(metricsPort);
    const startMs = performance.now() - began;
    const peakAtStart = residentMb(server.pid, "VmHWM");
    const figure = await readMetrics(metricsPort);
    const [events, leftOut] = [figure("evently_catalog_events"), figure("evently_catalog_left_out_events")];
    const mb = (name: string) => (figure(name) / 1e6).toFixed(0);
    process.stdout.write(
      `heap limit ${heapMb} MB: started in ${(startMs / 1000).toFixed(1)} s, ${events} of ${hostile + honest} events indexed in ` +
        `${mb("evently_catalog_bytes")} MB of ${mb("evently_catalog_budget_bytes")} MB (estimated), ${leftOut} left out; ` +
        `heap used ${mb("nodejs_heap_size_used_bytes")} MB, resident at most ${peakAtStart.toFixed(0)} MB\n`,
    );
    expect(startMs).toBeLessThan(mostStartMs);
    expect(events).toBeGreaterThan(100);
    expect(events + leftOut).toBe(hostile + honest);

    const page = await askApi(server.origin, "GET", `/events/${sale.event_id}`);
    expect(page).toMatchObject({ status: 200, body: { name: "Concert" } });
    const { venue_id } = page.body as { venue_id: string };
    expect(names((await askApi(server.origin, "GET", `/events?venue_id=${venue_id}`)).body)).toEqual(["Concert"]);
    const found = await concerts(server.origin);
    process.stdout.write(
      `${found} of ${honest} events of other accounts found, all of them later than the hostile ones\n`,
    );
    expect(found).toBe(honest);

    await sellAll(server.origin, sale.event_id);
    const start_time = new Date(Date.now() + 1_800_000).toISOString();
    const soon = { venue_id, name: "Matinee", start_time, duration: 90, seat_type_prices: { Stalls: 4500 } };
    await must(server.origin, "/events", sale.token, soon);
    const search = async () => names((await askApi(server.origin, "GET", "/events?search=matinee")).body);
    await expect.poll(search, { timeout: 60_000 }).toEqual(["Matinee"]);
    const peak = residentMb(server.pid, "VmHWM");
    process.stdout.write(`200 seats sold, an event published and found; resident at most ${peak.toFixed(0)} MB\n`);
    expect(peak).toBeLessThan(mostResidentMb);
  },
);

/** All 200 seats, a row of ten at a time, each by a guest. */
async function sellAll(origin: string, event_id: EventId): Promise<void> {
  for (let row = 0; row < 20; row++) {
    const token = (await startGuest(origin)) ?? "";
    const letter = String.fromCharCode(65 + (row >> 1));
    const seats = Array.from({ length: 10 }, (_, i) => `${letter}-${(row % 2) * 10 + i + 1}`);
    const held = await askApi(origin, "POST", `/events/${event_id}/hold`, { token, body: { seats } });
    expect(held).toMatchObject({ status: 201 });
    const payment = { token: "tok_visa" };
    const paid = await askApi(origin, "POST", `/${held.body.holding_id}/confirm`, { token, body: { payment } });
    expect(paid).toMatchObject({ status: 200 });
  }
}
