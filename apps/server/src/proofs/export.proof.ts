import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { EventId } from "@evently/core/ids";
import { transactAll } from "@evently/core/table/transact-all";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { newBooking, putBookings } from "@evently/core/testing/sold-bookings";
import { findFreePort } from "@evently/local-db/port";
import { parse } from "papaparse";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openOwnSale } from "../testing/http/api-client.ts";
import { type ServerProcess, startServer } from "../testing/process/server-process.ts";

const few = 10_000;
const many = 100_000;
/** Over as many bookings in ten files. More than the collector's own swings, far less than what a file is made of: about 100 MB. */
const mostGrowthMb = 48;

let core: TestCore;
let server: ServerProcess;
let directory: string;

beforeAll(async () => {
  core = await openCore();
  directory = await mkdtemp(join(tmpdir(), "evently-export-"));
  server = await startServer({
    ...{ port: await findFreePort(), table: core.table.name, directory },
    endpoint: String(process.env.DYNAMODB_ENDPOINT),
  });
});
afterAll(async () => {
  await server.end();
  await core.close();
  await rm(directory, { recursive: true, force: true });
});

const names = ['=cmd|"/c calc"!A1', 'Ann\nand "Bob", both', "＝1+1", "@SUM(A1)", "-1", "O'Hara", "Žofie; Ø", "\tTab"];
const nameOf = (n: number) => `${names[n % names.length]} ${n}`;
const unguard = (name: string) => name.replace(/^'(?=[=@\-\t＝])/, "");
const totalOf = (n: number) => 1_000 + (n % 977);

/** An event with this many bookings, written past all rules; every name is one that a spreadsheet could trip over. */
async function openSold(count: number): Promise<{ event_id: EventId; token: string }> {
  const sale = await openOwnSale(server.origin, 1, 10);
  const event = { event_id: sale.event_id, organizer: { user_id: "user-00001", role: "organizer" } as never };
  const portion = 5_000;
  for (let from = 0; from < count; from += portion) {
    const bookings = Array.from({ length: portion }, (_, i) => {
      const booking = { ...newBooking(core, event, i), total: totalOf(from + i), seats: [] };
      return { ...booking, buyer: { name: nameOf(from + i), email: `buyer-${from + i}@example.org` } };
    });
    await transactAll(core.table, bookings.flatMap(putBookings));
    core.clock.advance(portion);
  }
  return sale;
}

const residentMb = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1024;

type Download = { text: string; firstByteMs: number; seconds: number; peakMb: number; samples: number[] };

async function download(sale: { event_id: EventId; token: string }, file: string): Promise<Download> {
  const began = performance.now();
  const url = `${server.origin}/events/${sale.event_id}/export/${file}.csv`;
  const answer = await fetch(url, { headers: { authorization: `Bearer ${sale.token}` } });
  const chunks: Uint8Array[] = [];
  const samples: number[] = [];
  let firstByteMs = Number.NaN;
  let done = false;
  const watching = (async () => {
    for (; !done; await pause(250)) samples.push(residentMb());
  })();
  for await (const chunk of answer.body ?? []) {
    if (chunks.length === 0) firstByteMs = performance.now() - began;
    chunks.push(chunk);
  }
  done = true;
  await watching;
  const text = Buffer.concat(chunks).toString("utf8");
  const seconds = (performance.now() - began) / 1000;
  return { text, firstByteMs, seconds, peakMb: Math.max(...samples), samples };
}

function report(name: string, { text, firstByteMs, seconds, peakMb, samples }: Download): void {
  const curve = samples.filter((_, i) => i % Math.ceil(samples.length / 12) === 0).map((mb) => mb.toFixed(0));
  process.stdout.write(
    `${name}: first byte ${firstByteMs.toFixed(0)} ms, ${(text.length / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s, ` +
      `resident at most ${peakMb.toFixed(0)} MB (${curve.join(" ")})\n`,
  );
}

const runs = process.platform === "linux";
if (!runs) process.stdout.write("skipped: the memory of the API's process is read from /proc\n");

it.runIf(runs)(
  "100,000 bookings are exported in the memory of 10,000, complete and harmless, their first byte within a second",
  async () => {
    const [small, large] = [await openSold(few), await openSold(many)];
    const peaks: number[] = [];
    for (let files = 0; files < many / few; files++) {
      const file = await download(small, "bookings");
      report("10,000 bookings", file);
      peaks.push(file.peakMb);
    }
    const mostMb = Math.max(...peaks) + mostGrowthMb;
    const after = await download(large, "bookings");
    report("100,000 bookings", after);
    expect(after.firstByteMs).toBeLessThan(1_000);
    expect(after.peakMb).toBeLessThan(mostMb);

    expect(after.text.startsWith("\uFEFF")).toBe(true);
    const { data, errors } = parse<Record<string, string>>(after.text.slice(1), { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(many);
    const written = Array.from({ length: many }, (_, n) => totalOf(n)).reduce((sum, total) => sum + total, 0);
    const read = data.reduce((sum, { total = "" }) => sum + Math.round(Number(total) * 100), 0);
    expect(read).toBe(written);
    for (const { buyer_name = "" } of data) expect(buyer_name).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    expect(new Set(data.map(({ buyer_name = "" }) => unguard(buyer_name)))).toEqual(
      new Set(Array.from({ length: many }, (_, n) => nameOf(n))),
    );
    process.stdout.write(`${data.length} rows, total ${(read / 100).toFixed(2)} as written\n`);

    const buyers = await download(large, "buyers");
    report("100,000 buyers", buyers);
    expect(buyers.firstByteMs).toBeLessThan(1_000);
    expect(buyers.peakMb).toBeLessThan(mostMb);
    const lines = parse<Record<string, string>>(buyers.text.slice(1), { header: true, skipEmptyLines: true });
    expect(lines.errors).toEqual([]);
    expect(
      lines.data.map(({ name = "", email, bookings, paid }) => [unguard(name), email, bookings, Number(paid)]),
    ).toEqual(
      Array.from({ length: many }, (_, n) => [nameOf(n), `buyer-${n}@example.org`, "1", totalOf(n) / 100]).sort(
        ([, , , a], [, , , b]) => Number(b) - Number(a),
      ),
    );
  },
);
