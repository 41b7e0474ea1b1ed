import { setTimeout as wait } from "node:timers/promises";
import { askApi, must, openSaleAt, startGuest } from "../src/testing/http/api-client.ts";
import { holdByApi } from "./buy-by-api.ts";
import type { Dearest } from "./dearest.ts";
import { handOutSeats } from "./hand-out-seats.ts";
import { listDearest } from "./list-dearest.ts";
import { quantile } from "./quantile.ts";
import { say } from "./report.ts";
import { type Cost, reportCosts } from "./report-costs.ts";
import { type Api, readOtherCheckout, startApi } from "./start-api.ts";
import { openConnection, sendRequest, type Timed, timeRequest } from "./timed-request.ts";

const hall = { rows: 20, perRow: 1_000 };
const requests = 1_000;
/** The hall sells a seat, and is asked this often after each; it sells at most once a second. */
const perSale = 500;
const afterSaleMs = 100;
const betweenSalesMs = 1_000;
const warmUp = { requests: 100, ms: 1_000 };

type Measure = (dearest: Dearest) => Promise<Timed[]>;

const checkout = readOtherCheckout();
const apis: Api[] = [];
try {
  for (const from of checkout === null ? [null] : [null, checkout])
    apis.push(await startApi(from, { SEAT_HOLD_TTL: "900", SEAT_HOLD_MAX: "1800" }));
  const opened = [];
  for (const api of apis) opened.push(await openHall(api));
  const costs: Cost[] = [];
  for (const [i, { name }] of (opened[0]?.dearest ?? []).entries()) {
    for (const [k, { dearest, measure }] of opened.entries()) {
      const request = dearest[i];
      if (!request) continue;
      const cost = summarize(k === 0 ? name : `${name}, ${apis[k]?.name}`, await measure(request));
      costs.push(cost);
      say(
        `${cost.name}: ${cost.status}, ${cost.requests} requests, CPU ${cost.p50.toFixed(2)} ms, p99 ${cost.p99.toFixed(2)}`,
      );
    }
  }
  reportCosts(costs, hall.rows * hall.perRow);
} finally {
  await Promise.all(apis.map((api) => api.close()));
}

/** An event on sale, of which a seat is held between the requests that are measured. */
async function openHall(api: Api): Promise<{ dearest: Dearest[]; measure: Measure }> {
  const { origin } = api;
  const event_id = await openSaleAt(origin, hall.rows, hall.perRow);
  const { body } = await askApi(origin, "GET", `/events/${event_id}`);
  const [guest, other] = [(await startGuest(origin)) ?? "", (await startGuest(origin)) ?? ""];
  const nextSeats = handOutSeats(hall, 1);
  const taken = Array.from({ length: 10 }, nextSeats).flat();
  await must(origin, `/events/${event_id}/hold`, other, { seats: taken });
  const holds = holdByApi(api, { event_id, nextSeats });
  const sell = async () => {
    await holds.prepare?.({ concurrency: 1, count: 1 });
    await holds.run(0);
  };
  const venue = body.venue as { venue_id?: string } | undefined;
  const dearest = listDearest({
    ...{ event_id, guest, taken, ...hall },
    ...{ venue_id: String(body.venue_id ?? venue?.venue_id), layout_id: String(body.layout_id) },
  });
  return { dearest, measure: (request) => measure(api, request, sell) };
}

async function measure(api: Api, { name, status, asked, when }: Dearest, sell: () => Promise<void>): Promise<Timed[]> {
  const agent = openConnection();
  if (when !== "once") await warm(api, agent, asked);
  const answers: Timed[] = [];
  while (answers.length < requests) {
    const sold = performance.now();
    if (when === "selling") await sell().then(() => wait(afterSaleMs));
    for (let i = 0; i < perSale && answers.length < requests; i++)
      answers.push(await timeRequest(api, agent, asked(answers.length)));
    if (when === "selling") await wait(Math.max(0, sold + betweenSalesMs - performance.now()));
  }
  agent.destroy();
  const others = answers.filter((answer) => (status === null ? answer.status >= 500 : answer.status !== status));
  // What the version before refuses otherwise is no fault of its figures.
  if (others.length > 0 && api.name === "API") throw new Error(`${name} answered ${others[0]?.status}, not ${status}`);
  return answers;
}

async function warm(api: Api, agent: ReturnType<typeof openConnection>, asked: Dearest["asked"]): Promise<void> {
  const began = performance.now();
  for (let i = 0; i < warmUp.requests && performance.now() - began < warmUp.ms; i++)
    await sendRequest(api.origin, agent, asked(i));
}

function summarize(name: string, answers: Timed[]): Cost {
  const cpuMs = answers.map((answer) => answer.cpuMs);
  const [p50 = 0, p99 = 0, most = 0] = [0.5, 0.99, 1].map((share) => quantile(cpuMs, share));
  return {
    name,
    status: [...new Set(answers.map(({ status }) => status))].join(", "),
    requests: answers.length,
    kB: Math.max(...answers.map(({ bytes }) => bytes)) / 1_000,
    ...{ p50, p99, most },
  };
}
