import { setTimeout as pause } from "node:timers/promises";
import { openSaleAt, startGuest } from "../src/testing/http/api-client.ts";
import { lasting } from "../src/testing/process/server-process.ts";
import { purchaseByApi } from "./buy-by-api.ts";
import type { Way } from "./compare-ways.ts";
import { drive } from "./drive.ts";
import { handOutSeats } from "./hand-out-seats.ts";
import { quantile, round } from "./quantile.ts";
import { handIn, say } from "./report.ts";
import { type Api, readOtherCheckout, startApi } from "./start-api.ts";

const hall = { rows: 20, perRow: 320 };
const seatsEach = 4;
const files = 50;
const buyers = 8;
const purchases = 96;

const checkout = readOtherCheckout();
const rows: string[][] = [];
for (const other of [null, ...(checkout === null ? [] : [checkout])]) {
  const api = await startApi(other, lasting);
  try {
    const measured = await measure(api);
    for (const row of measured) say(row.join(" "));
    rows.push(...measured);
  } finally {
    await api.close();
  }
}
handIn({
  notes: [
    `${buyers} buyers hold ${seatsEach} seats and pay, one after the other, to one API process, a production build; first alone, then while ${files} bookings of ${seatsEach} tickets are asked for as PDFs at once, again and again until they have bought. Load, API and engine share this machine.`,
  ],
  tables: [
    {
      title: "Purchases next to PDFs",
      columns: [
        "API",
        "next to",
        "purchases/s",
        "p50 ms",
        "p99 ms",
        "failed",
        "PDFs",
        "refused",
        "PDF p50 ms",
        "PDF p99 ms",
      ],
      rows,
    },
  ],
});

async function measure(api: Api): Promise<string[][]> {
  say(`filling the hall of ${api.name}`);
  const event_id = await openSaleAt(api.origin, hall.rows, hall.perRow);
  const nextSeats = handOutSeats(hall, seatsEach);
  const sale = { event_id, nextSeats };
  const links = await Promise.all(Array.from({ length: files }, () => book(api, sale)));
  const way = purchaseByApi(api, sale);
  await way.prepare?.({ concurrency: buyers, count: purchases });
  await drive(20, buyers, way.run);
  const alone = await buyMany(way);
  const pdfs = askForPdfs(api.origin, links);
  const crowded = await buyMany(way);
  const { took, refused } = await pdfs.stop();
  return [
    [api.name, "nothing", ...alone, "", "", "", ""],
    [api.name, `${files} PDFs`, ...crowded, `${took.length}`, `${refused}`, ...quantiles(took).map(round)],
  ];
}

/** A purchase that fails, since the process did not answer in time, counts as one all the same. */
async function buyMany(way: Way): Promise<string[]> {
  let failed = 0;
  const { took, perSecond } = await drive(purchases, buyers, (worker) =>
    way.run(worker).catch(() => {
      failed++;
    }),
  );
  return [...[perSecond, ...quantiles(took)].map(round), `${failed}`];
}

function quantiles(took: number[]): number[] {
  return [quantile(took, 0.5), quantile(took, 0.99)];
}

/** Each of them anew as soon as it is answered, or a second after it was refused. */
function askForPdfs(origin: string, asked: readonly { path: string; token: string }[]) {
  const took: number[] = [];
  let refused = 0;
  let isOver = false;
  async function askAgain({ path, token }: { path: string; token: string }): Promise<void> {
    while (!isOver) {
      const began = performance.now();
      if (await isAnswered(`${origin}${path}`, token)) took.push(performance.now() - began);
      else {
        refused++;
        await pause(1_000);
      }
    }
  }
  const asking = asked.map(askAgain);
  return {
    async stop() {
      isOver = true;
      await Promise.all(asking);
      return { took, refused };
    },
  };
}

/** Also not where the process, busy with others, hung up. */
async function isAnswered(url: string, token: string): Promise<boolean> {
  const answered = fetch(url, { headers: { authorization: `Bearer ${token}` } });
  const read = answered.then(async (answer) => [await answer.arrayBuffer(), answer.ok] as const);
  return read.then(([, ok]) => ok).catch(() => false);
}

/** A booking of a guest of its own. */
async function book({ origin }: Api, { event_id, nextSeats }: { event_id: string; nextSeats: () => string[] }) {
  const token = (await startGuest(origin)) ?? "";
  const post = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const answer = await fetch(`${origin}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    return (await answer.json()) as Record<string, unknown>;
  };
  const { holding_id } = await post(`/events/${event_id}/hold`, { seats: nextSeats() });
  const { booking_id } = await post(`/${holding_id}/confirm`, { payment: { token: "tok_visa" } });
  return { path: `/bookings/${booking_id}/tickets.pdf`, token };
}
