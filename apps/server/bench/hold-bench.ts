import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expectExactBooks } from "@evently/core/testing/settle-everything";
import { findFreePort } from "@evently/local-db/port";
import { startEngine } from "@evently/local-db/start-engine";
import { askApi, openSaleAt, startGuest } from "../src/testing/http/api-client.ts";
import { openBooks } from "../src/testing/process/open-books.ts";
import { startServer } from "../src/testing/process/server-process.ts";
import { readCpuMs } from "./cpu-time.ts";
import { type Driven, drive } from "./drive.ts";
import { median, quantile, round } from "./quantile.ts";
import { recordPurchase } from "./record-purchase.ts";
import { handIn, say } from "./report.ts";

const hall = { rows: 20, perRow: 100 };
const seatsEach = 2;
const rounds = 5;
const loads = [
  { concurrency: 1, purchases: 20 },
  { concurrency: 16, purchases: 64 },
];
const table = "evently-table";

type Way = "API" | "SDK";
type Buy = (worker: number) => Promise<void>;
type Measured = Driven & { way: Way; concurrency: number; cpuMs: number | null };

const directory = await mkdtemp(join(tmpdir(), "evently-bench-"));
const engine = await startEngine({ engine: "dynoxide", dbPath: join(directory, "engine") });
const { endpoint } = engine;
process.env.DYNAMODB_ENDPOINT = endpoint;
try {
  const server = await startServer({ port: await findFreePort(), endpoint, table, directory, built: true });
  const event_id = await openSaleAt(server.origin, hall.rows, hall.perRow);
  const recorded = await recordPurchase(endpoint, hall, seatsEach);
  const nextOfSdk = handOutSeats(1);
  const ways: Record<Way, Buy> = {
    API: await buyByApi(server.origin, event_id),
    SDK: () => recorded.buy(nextOfSdk()),
  };
  const measured = await measure(ways, server.pid);
  await server.kill();
  recorded.close();
  const books = openBooks({ endpoint, table, directory });
  const { counted } = await expectExactBooks(books, event_id);
  await books.close();
  report(measured, recorded.writes, counted.bookings);
} finally {
  await engine.stop();
  await rm(directory, { recursive: true, force: true });
}

/** Every seat of the hall once, `seatsEach` at a time, after those of the first `skipped` purchases. */
function handOutSeats(skipped: number): () => string[] {
  let next = skipped * seatsEach;
  return () =>
    Array.from({ length: seatsEach }, () => {
      const seat = next++;
      return `${String.fromCharCode(65 + Math.floor(seat / hall.perRow))}-${(seat % hall.perRow) + 1}`;
    });
}

/** Hold and confirm over REST, every worker a guest. Throws what was answered where a purchase fails. */
async function buyByApi(origin: string, event_id: string): Promise<Buy> {
  const most = Math.max(...loads.map(({ concurrency }) => concurrency));
  const tokens = await Promise.all(Array.from({ length: most }, () => startGuest(origin)));
  const nextSeats = handOutSeats(0);
  return async (worker) => {
    const token = tokens[worker] ?? "";
    const held = await askApi(origin, "POST", `/events/${event_id}/hold`, { token, body: { seats: nextSeats() } });
    const body = { payment: { token: "tok_visa" } };
    const paid = await askApi(origin, "POST", `/${held.body.holding_id}/confirm`, { token, body });
    if (paid.status !== 200) throw new Error(`A purchase failed: ${JSON.stringify([held, paid])}`);
  };
}

/** One round to warm up, then `rounds`; in each both ways in turn, and each of them first every other time. */
async function measure(ways: Record<Way, Buy>, pid: number): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (let turn = 0; turn <= rounds; turn++) {
    say(turn === 0 ? "warming up" : `round ${turn} of ${rounds}`);
    for (const { concurrency, purchases } of loads) {
      const order: Way[] = turn % 2 === 0 ? ["API", "SDK"] : ["SDK", "API"];
      for (const way of order) {
        const before = await readCpuMs(pid);
        const driven = await drive(purchases, concurrency, ways[way]);
        const after = await readCpuMs(pid);
        const cpuMs = before === null || after === null ? null : (after - before) / purchases;
        if (turn > 0) measured.push({ ...driven, way, concurrency, cpuMs });
      }
    }
  }
  return measured;
}

function report(measured: Measured[], writes: string[], bookings: number): void {
  const rows = loads.flatMap(({ concurrency }) => {
    const [api, sdk] = (["API", "SDK"] as const).map((way) =>
      summarize(measured.filter((one) => one.way === way && one.concurrency === concurrency)),
    );
    if (!api || !sdk) return [];
    const share = (api.perSecond / sdk.perSecond).toFixed(2);
    return [
      [concurrency, "API", round(api.perSecond), round(api.p50), round(api.p99), api.cpu],
      [concurrency, "bare SDK", round(sdk.perSecond), round(sdk.p50), round(sdk.p99), ""],
      [
        concurrency,
        "API against SDK",
        `${share} ×`,
        `+${round(api.p50 - sdk.p50)}`,
        `+${round(api.p99 - sdk.p99)}`,
        "",
      ],
    ];
  });
  handIn({
    notes: [
      `A purchase holds ${seatsEach} seats and pays for them: two requests to one API process, built, over REST. The bare SDK loop sends the ${writes.length} writes of such a purchase as core wrote them (${writes.join(", ")}), with other ids and seats, and nothing else: it reads nothing, keeps no ledger of payments and checks no session. Same engine (dynoxide with files), same SDK client settings.`,
      `${rounds} rounds in one run, in each both ways in turn; medians over the rounds, p50 and p99 over all purchases. The API process's CPU is what the kernel counted for it, its background loops included. All of it (load, API, engine) shares this machine. Afterwards the audit was clean: ${bookings} bookings, each paid for once.`,
    ],
    tables: [
      {
        title: "Hold and confirm",
        columns: ["at once", "way", "purchases/s", "p50 ms", "p99 ms", "API CPU ms a request"],
        rows,
      },
    ],
  });
}

function summarize(measured: Measured[]) {
  const took = measured.flatMap((one) => one.took);
  const cpu = measured.flatMap(({ cpuMs }) => (cpuMs === null ? [] : [cpuMs / 2]));
  return {
    perSecond: median(measured.map(({ perSecond }) => perSecond)),
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
    cpu: cpu.length > 0 ? round(median(cpu)) : "not known here",
  };
}
