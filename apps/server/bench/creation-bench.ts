import { setTimeout as wait } from "node:timers/promises";
import { must, openSaleAt } from "../src/testing/http/api-client.ts";
import { holdByApi } from "./buy-by-api.ts";
import { drive } from "./drive.ts";
import { handOutSeats } from "./hand-out-seats.ts";
import { quantile, round } from "./quantile.ts";
import { handIn, say } from "./report.ts";
import { type Api, readOtherCheckout, startApi } from "./start-api.ts";

const hall = { rows: 20, perRow: 1_000 };
const creators = 6;
const seatsEach = 10_000;
const seatsAtOnce = 10_000;
const rounds = 2;
/** How many buyers are there at once, each sending one hold after the other, and how many holds of theirs are measured. */
const crowds = [
  { name: "one buyer", buyers: 1, holds: 500 },
  { name: "16 buyers at once", buyers: 16, holds: 1_500 },
];
const mostShare = 2;

type Creator = { token: string; venue_id: string };
type Measured = { took: number[]; creations: number[] };

const checkout = readOtherCheckout();
const rows: (string | number)[][] = [];
for (const from of checkout === null ? [null] : [null, checkout]) {
  const api = await startApi(from, { SEAT_HOLD_TTL: "3600", SEAT_HOLD_MAX: "7200" });
  try {
    rows.push(...(await measure(api)));
  } finally {
    await api.close();
  }
}
report();

async function measure(api: Api): Promise<(string | number)[][]> {
  const event_id = await openSaleAt(api.origin, hall.rows, hall.perRow);
  const all: Creator[] = [];
  for (let i = 0; i < creators; i++) all.push(await openHall(api.origin, i));
  say(`${creators} halls of ${seatsEach} seats`);
  const holds = holdByApi(api, { event_id, nextSeats: handOutSeats(hall, 1) });
  const measured = crowds.map(() => ({ without: newMeasure(), during: newMeasure() }));
  for (let r = 0; r < rounds; r++)
    for (const [i, crowd] of crowds.entries()) {
      await holds.prepare?.({ concurrency: crowd.buyers, count: 2 * crowd.holds });
      const { without, during } = measured[i] ?? { without: newMeasure(), during: newMeasure() };
      without.took.push(...(await drive(crowd.holds, crowd.buyers, () => holds.run(0))).took);
      const creating = Promise.all(all.map((creator) => create(api.origin, creator, during)));
      // Their drafts are decided, and their seats are being copied.
      await wait(500);
      during.took.push(...(await holdUntil(creating, crowd, () => holds.run(0))));
      const [alone, during99] = [without, during].map(({ took }) => round(quantile(took, 0.99)));
      say(
        `${api.name}, ${crowd.name}: p99 ${alone} ms alone, ${during99} ms beside creations, ${during.took.length} holds`,
      );
    }
  return crowds.map(({ name }, i) => describe(api.name === "API" ? name : `${name}, ${api.name}`, measured[i]));
}

function newMeasure(): Measured {
  return { took: [], creations: [] };
}

/** Holds while the creations run, as many as of a crowd without them at most; resolves once both have ended. */
async function holdUntil(
  creating: Promise<unknown>,
  { buyers, holds }: (typeof crowds)[number],
  hold: () => Promise<void>,
): Promise<number[]> {
  let isOver = false;
  const ended = creating.then(() => {
    isOver = true;
  });
  const took: number[] = [];
  let left = holds;
  await drive(buyers, buyers, async () => {
    while (left-- > 0 && !isOver) {
      const began = performance.now();
      await hold();
      took.push(performance.now() - began);
    }
  });
  await ended;
  return took;
}

async function openHall(origin: string, i: number): Promise<Creator> {
  const account = { email: `creator-${i}@example.org`, role: "organizer" };
  const token = String((await must(origin, "/user", undefined, account)).token);
  const hallOf = { name: "Hall", city: "Oslo", seat_types: ["Stalls"] };
  const venue_id = String((await must(origin, "/venue", token, hallOf)).venue_id);
  const seats = Array.from({ length: seatsEach }, (_, n) => ({
    row: String.fromCharCode(65 + Math.floor(n / 1_000)),
    seat_num: (n % 1_000) + 1,
    seat_type: "Stalls",
  }));
  for (let from = 0; from < seatsEach; from += seatsAtOnce)
    await must(origin, `/venue/${venue_id}/seats`, token, { seats: seats.slice(from, from + seatsAtOnce) });
  return { token, venue_id };
}

async function create(origin: string, { token, venue_id }: Creator, { creations }: Measured): Promise<void> {
  const began = performance.now();
  const start_time = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const event = { venue_id, name: "Concert", start_time, duration: 90, seat_type_prices: { Stalls: 4500 } };
  const created = await must(origin, "/events", token, event);
  if (created.status !== "published") throw new Error(`An event was not put on sale: ${JSON.stringify(created)}`);
  creations.push((performance.now() - began) / 1_000);
}

function describe(name: string, measured: { without: Measured; during: Measured } | undefined): (string | number)[] {
  if (!measured) throw new Error("nothing was measured");
  const { without, during } = measured;
  const share = quantile(during.took, 0.99) / quantile(without.took, 0.99);
  return [
    name,
    ...[without, during].flatMap(({ took }) => [took.length, ...[0.5, 0.99].map((q) => round(quantile(took, q)))]),
    `${share.toFixed(2)} ×`,
    `${mostShare} ×`,
    round(quantile(during.creations, 0.5)),
    round(quantile(during.creations, 1)),
  ];
}

function report(): void {
  const columns = ["crowd", "holds", "p50 ms", "p99 ms", "holds beside six creations", "p50 ms", "p99 ms"];
  handIn({
    notes: [
      `Holds of one seat in a hall of 20,000, first alone, then while ${creators} organizers create an event of ${seatsEach} seats each at once; ${rounds} rounds, taken in turn. One API process, a production build, and dynoxide with files. Load, API and engine share this machine.`,
    ],
    tables: [
      {
        title: "Holds beside creations",
        columns: [...columns, "p99 against alone", "goal", "creation p50 s", "creation most s"],
        rows,
      },
    ],
  });
}
