import { openSaleAt } from "../src/testing/http/api-client.ts";
import { purchaseByApi } from "./buy-by-api.ts";
import { compareWays, type Round, roundCount, type Way } from "./compare-ways.ts";
import { drive } from "./drive.ts";
import { type HallSize, handOutSeats } from "./hand-out-seats.ts";
import { round } from "./quantile.ts";
import { handIn, say } from "./report.ts";
import { type Api, startApi } from "./start-api.ts";
import { divide, summarize, times } from "./summarize.ts";
import { writeOldHolds } from "./write-old-holds.ts";

const small = { rows: 2, perRow: 50 };
const middle = { rows: 11, perRow: 200 };
const large = { rows: 20, perRow: 1_000 };
const oldHolds = 100_000;
/** With one warm-up round, fewer than the seats of the smallest hall. */
const load = { concurrency: 1, count: 15 };
/** Purchases at a separate event, so that the process with fewer requests is equally warm. */
const warmUp = { concurrency: 16, count: 400 };

const seatsOf = ({ rows, perRow }: HallSize): number => rows * perRow;

const apis: Api[] = [];
try {
  const empty = await startApi();
  apis.push(empty);
  const full = await startApi();
  apis.push(full);
  const ways = [];
  for (const hall of [small, middle, large]) ways.push(await openWay(empty, hall, 0));
  ways.push(await openWay(full, middle, oldHolds));
  for (const api of apis) await warm(api);
  report(await compareWays([{ name: "purchase", load, ways }]));
} finally {
  await Promise.all(apis.map((api) => api.close()));
}

/** Purchases of a seat at an event of this size, after this many of its holds have expired. */
async function openWay(api: Api, hall: HallSize, holds: number): Promise<Way> {
  say(`${seatsOf(hall)} seats, ${holds} old holds`);
  const event_id = await openSaleAt(api.origin, hall.rows, hall.perRow);
  if (holds > 0) await writeOldHolds(api, event_id, hall, holds);
  return { ...purchaseByApi(api, { event_id, nextSeats: handOutSeats(hall, 1) }), name: nameWay(hall, holds) };
}

async function warm(api: Api): Promise<void> {
  const { prepare, run } = await openWay(api, middle, 0);
  await prepare?.(warmUp);
  await drive(warmUp.count, warmUp.concurrency, run);
}

function nameWay(hall: HallSize, holds: number): string {
  return `${seatsOf(hall)} seats${holds > 0 ? `, ${holds} old holds` : ""}`;
}

function report(measured: Round[]): void {
  const find = (way: string) => summarize(measured.filter((item) => item.way === way));
  const rows = [
    { hall: small, holds: 0, base: small },
    { hall: middle, holds: 0, base: small },
    { hall: large, holds: 0, base: small },
    { hall: middle, holds: oldHolds, base: middle },
  ].map(({ hall, holds, base }) => {
    const [own, other] = [find(nameWay(hall, holds)), find(nameWay(base, 0))];
    const against = divide(own, other);
    const figures = [own.perSecond, own.p50, own.p99, own.cpuMs].map(round);
    return [seatsOf(hall), holds, ...figures, nameWay(base, 0), times(against.p50), times(against.cpuMs)];
  });
  const figures = ["purchases/s", "p50 ms", "p99 ms", "API CPU ms a purchase"];
  handIn({
    notes: [
      `One buyer at a time holds a seat and pays for it, over REST at one API process, a production build, on dynoxide with files. ${roundCount} rounds of ${load.count} purchases in one run; each round takes all events in turn, starting with a different one. p50 and p99 are over all purchases, CPU is the median of the rounds; the last three columns compare with the event named there, in the same run.`,
      `The old holds expired an hour ago. Their records and the slots of as many holders are ${2 * oldHolds} items, and each seat still carries the last of them. They have a table, engine and API process of their own; the other events share one.`,
    ],
    tables: [
      {
        title: "Growth",
        columns: ["seats", "old holds", ...figures, "against", "p50", "CPU"],
        rows,
      },
    ],
  });
}
