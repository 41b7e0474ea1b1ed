import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditEvent } from "@evently/core/audit/audit-event";
import { EventId, UserId } from "@evently/core/ids";
import { setQuota } from "@evently/core/user/set-quota";
import { findFreePort } from "@evently/local-db/port";
import { startEngine } from "@evently/local-db/start-engine";
import { askApi, must } from "../src/testing/http/api-client.ts";
import { openAuditCore } from "../src/testing/process/open-audit-core.ts";
import { startServer } from "../src/testing/process/server-process.ts";
import { readCpuMs } from "./cpu-time.ts";
import { drawProgress } from "./draw-progress.ts";
import { drive } from "./drive.ts";
import { quantile, round } from "./quantile.ts";
import { type Concert, readHistory } from "./read-history.ts";
import { handIn, say, skip } from "./report.ts";

const rows = "ABCDEFGHIJ";
const perRow = 10;
const seatCount = rows.length * perRow;
const seat_type_prices = { Stalls: 9_000, Balcony: 4_500 };
const concurrency = 8;
const table = "evently-table";
const searches = ["Dvorak", "beethovn", "lorin maaz", "shostakovitch symphony"];

const concerts = readHistory(Date.now() / 1000);
if (concerts) await measure(concerts);
else skip("The import was not measured: ../shared/data/nyphil, which holds the concerts, is not there.");

async function measure(all: Concert[]): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "evently-import-"));
  const engine = await startEngine({ engine: "dynoxide", dbPath: join(directory, "engine") });
  const { endpoint } = engine;
  try {
    const server = await startServer({ port: await findFreePort(), endpoint, table, directory, built: true });
    const token = await signUp(server.origin, { endpoint, table, directory });
    const [cpuBefore, began] = [readCpuMs(server.pid), performance.now()];
    const venues = await openVenues(server.origin, token, all);
    const venuesTook = performance.now() - began;
    const { took, ids } = await createEvents(server.origin, token, all, venues);
    const seconds = (performance.now() - began) / 1000;
    const cpuAfter = readCpuMs(server.pid);
    const found = await check(server.origin, ids);
    await server.kill();
    await audit({ endpoint, table, directory }, ids);
    const seats = ids.length * seatCount;
    const cpu = cpuBefore === null || cpuAfter === null ? "not known here" : round((cpuAfter - cpuBefore) / ids.length);
    const rates = [round(seats / seconds), round(quantile(took, 0.5)), round(quantile(took, 0.99)), cpu];
    handIn({
      notes: [
        `The concerts of both large files of the New York Philharmonic's performance history, in ${venues.size} halls of ${seatCount} seats, created through the API over HTTP, ${concurrency} at a time: one API process, a production build, and dynoxide with files. The time runs from the first hall (${round(venuesTook / 1000)} s for all of them) to the last concert on sale. Load, API and engine share this machine.`,
        `Afterwards every event had its ${seatCount} seats, the audit of one was clean, and the list contained all of them; ${found.join("; ")}.`,
      ],
      tables: [
        {
          title: "Import",
          columns: ["events", "seat rows", "seconds", "goal", "seat rows/s", "p50 ms", "p99 ms", "API CPU ms an event"],
          rows: [[ids.length, seats, round(seconds), "180", ...rates]],
        },
      ],
    });
  } finally {
    await engine.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** The token of an organizer whose operator allows as much as is imported. */
async function signUp(origin: string, at: Parameters<typeof openAuditCore>[0]): Promise<string> {
  const { token, user_id } = await must(origin, "/user", undefined, { email: "import@example.org", role: "organizer" });
  const core = openAuditCore(at);
  await setQuota(core, UserId.parse(user_id), { events: 10_000, venues: 1_000, seats: 1_000_000 });
  await core.close();
  return String(token);
}

/** Creates a venue for each hall of the source; resolves to their ids by name. */
async function openVenues(origin: string, token: string, all: Concert[]): Promise<Map<string, string>> {
  const halls = [...new Map(all.map(({ hall }) => [hall.name, hall])).values()];
  const seats = [...rows].flatMap((row, i) =>
    Array.from({ length: perRow }, (_, n) => ({ row, seat_num: n + 1, seat_type: i < 6 ? "Stalls" : "Balcony" })),
  );
  const venues = new Map<string, string>();
  const queue = [...halls];
  await drive(halls.length, concurrency, async () => {
    const hall = queue.pop();
    if (!hall) return;
    const venue = { ...hall, seat_types: Object.keys(seat_type_prices), timezone: "America/New_York" };
    const venue_id = String((await must(origin, "/venue", token, venue)).venue_id);
    await must(origin, `/venue/${venue_id}/seats`, token, { seats });
    venues.set(hall.name, venue_id);
  });
  say(`${venues.size} halls`);
  return venues;
}

async function createEvents(origin: string, token: string, all: Concert[], venues: Map<string, string>) {
  const ids: EventId[] = [];
  const progress = drawProgress(all.length, "seat rows");
  const queue = [...all];
  const { took } = await drive(all.length, concurrency, async () => {
    const concert = queue.shift();
    if (!concert) return;
    const event = { ...concert.event, venue_id: venues.get(concert.hall.name), seat_type_prices };
    const created = await must(origin, "/events", token, event);
    if (created.status !== "published" || created.seat_count !== seatCount)
      throw new Error(`An event was not put on sale: ${JSON.stringify(created)}`);
    ids.push(EventId.parse(created.event_id));
    progress(ids.length, ids.length * seatCount);
  });
  return { took, ids };
}

/**
 * Checks that the list has every event, every event its seats, and that searches find some; resolves to the numbers
 * found.
 */
async function check(origin: string, ids: string[]): Promise<string[]> {
  const countListed = async (query: string) =>
    Number((await askApi(origin, "GET", `/events?limit=1${query}`)).body.total);
  for (const timeoutAt = Date.now() + 30_000; (await countListed("")) !== ids.length; ) {
    if (Date.now() > timeoutAt) throw new Error(`${await countListed("")} of ${ids.length} events are listed`);
    await new Promise((resume) => setTimeout(resume, 200));
  }
  const queue = [...ids];
  await drive(ids.length, concurrency, async () => {
    const { body } = await askApi(origin, "GET", `/events/${queue.pop()}`);
    const { seats_available } = body.availability as { seats_available: number };
    if (seats_available !== seatCount) throw new Error(`${body.event_id} has ${seats_available} seats`);
  });
  const found: string[] = [];
  for (const search of searches) {
    const total = await countListed(`&search=${encodeURIComponent(search)}`);
    if (!(total > 0 && total < ids.length)) throw new Error(`“${search}” finds ${total} events`);
    found.push(`“${search}” found ${total}`);
  }
  return found;
}

async function audit(at: Parameters<typeof openAuditCore>[0], ids: EventId[]): Promise<void> {
  const auditCore = openAuditCore(at);
  const { faults, counted } = await auditEvent(auditCore, EventId.parse(ids.at(-1)));
  await auditCore.close();
  if (faults.length > 0 || counted.seats !== seatCount)
    throw new Error(`The audit of ${ids.at(-1)} found ${JSON.stringify({ faults, counted })}`);
}
