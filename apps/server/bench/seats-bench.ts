import { openSaleAt } from "../src/testing/http/api-client.ts";
import { holdByApi } from "./buy-by-api.ts";
import { type HallSize, handOutSeats } from "./hand-out-seats.ts";
import { quantile, round } from "./quantile.ts";
import { readTimed } from "./read-timed.ts";
import { handIn, say } from "./report.ts";
import { type Api, readOtherCheckout, startApi } from "./start-api.ts";
import type { Timed } from "./timed-request.ts";

const halls = [
  { hall: { rows: 2, perRow: 50 }, count: 500 },
  { hall: { rows: 11, perRow: 200 }, count: 500 },
  { hall: { rows: 20, perRow: 1_000 }, count: 1_000 },
];
const perChange = 200;
const mostMs = 60_000;
/** Seconds, so short that holds expire while the seats are read. */
const holdSeconds = "20";

type Kind = { name: string; path: (event_id: string) => string; conditional: boolean };
type Row = (string | number)[];

const map = (event_id: string) => `/trpc/seat.map?input=${encodeURIComponent(JSON.stringify({ event_id }))}`;
const list = (event_id: string) => `/events/${event_id}/seats`;
const kinds: Kind[] = [
  // What any request shows, however little it does: the process's own loops and its garbage collection fall into some.
  { name: "health, for comparison", path: () => "/health", conditional: false },
  { name: "map", path: map, conditional: false },
  { name: "list, polled", path: list, conditional: true },
  { name: "list, whole", path: list, conditional: false },
];
/** CPU of 99 of 100 requests in the largest hall, in ms. */
const goals: Record<string, number> = { "list, polled 304": 1, "list, whole 200": 10 };

const checkout = readOtherCheckout();
const apis: Api[] = [];
try {
  for (const from of checkout === null ? [null] : [null, checkout])
    apis.push(await startApi(from, { SEAT_HOLD_TTL: holdSeconds }));
  const rows: Row[] = [];
  for (const { hall, count } of halls) {
    say(`${hall.rows * hall.perRow} seats`);
    const readers = [];
    for (const api of apis) readers.push(await openReader(api, hall, count));
    for (const kind of kinds) for (const read of readers) rows.push(...(await read(kind)));
  }
  report(rows);
} finally {
  await Promise.all(apis.map((api) => api.close()));
}

/** Puts an event on sale and reads its seats in one of the ways, while one of its seats is held once a second. */
async function openReader(api: Api, hall: HallSize, count: number): Promise<(kind: Kind) => Promise<Row[]>> {
  const event_id = await openSaleAt(api.origin, hall.rows, hall.perRow);
  const holds = holdByApi(api, { event_id, nextSeats: handOutSeats(hall, 1) });
  return async (kind) => {
    await holds.prepare?.({ concurrency: 1, count: mostMs / 1_000 });
    const change = () => holds.run(0);
    const { path, conditional } = kind;
    const answers = await readTimed(api, { path: path(event_id), conditional, count, mostMs, change, perChange });
    const way = api.name === "API" ? kind.name : `${kind.name}, ${api.name}`;
    return [304, 200].flatMap((status) => {
      const alike = answers.filter((answer) => answer.status === status);
      const goal = hall === halls.at(-1)?.hall ? goals[`${kind.name} ${status}`] : undefined;
      return alike.length > 0 ? [[hall.rows * hall.perRow, way, status, ...figures(alike), goal ?? ""]] : [];
    });
  };
}

function figures(answers: Timed[]): Row {
  const ms = answers.map((answer) => answer.ms);
  const cpuMs = answers.map((answer) => answer.cpuMs);
  return [
    answers.length,
    round(Math.max(...answers.map(({ bytes }) => bytes)) / 1_000),
    ...[quantile(ms, 0.5), quantile(ms, 0.99)].map(round),
    ...[mean(cpuMs), quantile(cpuMs, 0.5), quantile(cpuMs, 0.99), quantile(cpuMs, 1)].map(round),
  ];
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function report(rows: Row[]): void {
  const shown = ["seats", "read", "status", "requests", "kB", "p50 ms", "p99 ms"];
  const spent = ["CPU mean ms", "CPU p50 ms", "CPU p99 ms", "CPU most ms", "goal CPU p99 ms"];
  handIn({
    notes: [
      `The map is what the page requests (\`seat.map\` over tRPC), the list \`GET /events/{id}/seats\` over REST: polled with the ETag of the previous answer, or fetched whole each time. One API process, a production build, gets one request after the other over one connection, after a warm-up of the same kind that is not measured; fewer where they took longer than ${mostMs / 1_000} s together. Once a second somebody holds a seat for ${holdSeconds} s, and ${perChange} requests follow, so that one in ${perChange} finds a hall that has changed.`,
      "CPU is what the kernel counted for the API process from before a request until the process was idle again. This includes what it does by itself then, such as reading the seats from the table again, which it does at most once a second, and no sooner than ten times as long as the last read took, its loops and its garbage collection: what they add shows in the rows of `/health`, which does nothing.",
    ],
    tables: [{ title: "Reading seats", columns: [...shown, ...spent], rows }],
  });
}
