import { setTimeout as wait } from "node:timers/promises";
import { askApi, must, openSaleAt, startGuest } from "../src/testing/http/api-client.ts";
import { holdByApi } from "./buy-by-api.ts";
import { handOutSeats } from "./hand-out-seats.ts";
import { type Dearest, listDearest } from "./list-dearest.ts";
import { quantile, round } from "./quantile.ts";
import { handIn, say } from "./report.ts";
import { type Api, readOtherCheckout, startApi } from "./start-api.ts";
import { openConnection, sendRequest, type Timed, timeRequest } from "./timed-request.ts";

const hall = { rows: 20, perRow: 1_000 };
const requests = 1_000;
/** The hall sells a seat once a second, and is asked this often after each. */
const perSale = 200;
const afterSaleMs = 150;
const betweenSalesMs = 1_000;
/** Fewer requests are measured where they take longer than this together. */
const mostMs = 8_000;
const warmUp = { requests: 300, ms: 2_000 };
/** CPU of 99 of 100 requests, in ms. */
const goal = 50;

type Measure = (dearest: Dearest) => Promise<Timed[]>;

const checkout = readOtherCheckout();
const apis: Api[] = [];
try {
  for (const from of checkout === null ? [null] : [null, checkout])
    apis.push(await startApi(from, { SEAT_HOLD_TTL: "600", SEAT_HOLD_MAX: "1200" }));
  const opened = [];
  for (const api of apis) opened.push(await openHall(api));
  const rows: (string | number)[][] = [];
  for (const [i, { name }] of (opened[0]?.dearest ?? []).entries()) {
    say(name);
    for (const [k, { dearest, measure }] of opened.entries()) {
      const request = dearest[i];
      if (request) rows.push([k === 0 ? name : `${name}, ${apis[k]?.name}`, ...figures(await measure(request)), goal]);
    }
  }
  report(rows);
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
  const dearest = listDearest({
    ...{ event_id, guest, taken },
    ...{ venue_id: String(body.venue_id), layout_id: String(body.layout_id) },
  });
  return { dearest, measure: (request) => measure(api, request, sell) };
}

async function measure(api: Api, { name, status, asked }: Dearest, sell: () => Promise<void>): Promise<Timed[]> {
  const agent = openConnection();
  let sent = 0;
  const warmed = performance.now();
  while (sent < warmUp.requests && performance.now() - warmed < warmUp.ms)
    await sendRequest(api.origin, agent, asked(sent++));
  const answers: Timed[] = [];
  const began = performance.now();
  while (answers.length < requests && performance.now() - began < mostMs) {
    const sold = performance.now();
    await sell();
    await wait(afterSaleMs);
    for (let i = 0; i < perSale && answers.length < requests && performance.now() - began < mostMs; i++)
      answers.push(await timeRequest(api, agent, asked(sent++)));
    await wait(Math.max(0, sold + betweenSalesMs - performance.now()));
  }
  agent.destroy();
  const others = answers.filter((answer) => answer.status !== status);
  // What the version before refuses otherwise is no fault of its figures.
  if (others.length > 0 && api.name === "API") throw new Error(`${name} answered ${others[0]?.status}, not ${status}`);
  return answers;
}

function figures(answers: Timed[]): (string | number)[] {
  const cpuMs = answers.map((answer) => answer.cpuMs);
  return [
    [...new Set(answers.map(({ status }) => status))].join(", "),
    answers.length,
    round(Math.max(...answers.map(({ bytes }) => bytes)) / 1_000),
    round(
      quantile(
        answers.map(({ ms }) => ms),
        0.99,
      ),
    ),
    ...[0.5, 0.99, 1].map((share) => round(quantile(cpuMs, share))),
  ];
}

function report(rows: (string | number)[][]): void {
  const columns = ["request", "status", "requests", "kB", "p99 ms", "CPU p50 ms", "CPU p99 ms", "CPU most ms"];
  handIn({
    notes: [
      `The dearest request that each route can be sent by a caller without an account, a guest included, on an event of ${hall.rows * hall.perRow} seats that sells: one API process, a production build, gets one request after the other over one connection; once a second a seat is held, and ${perSale} requests follow. Fewer than ${requests} where they took longer than ${mostMs / 1_000} s together.`,
      "CPU is what the kernel counted for the API process from before a request until the process was idle again: its loops, its garbage collection and its reading of the changed seats fall into some. The limit on requests is off: it would let one address send 10 of the cheapest of these a second.",
    ],
    tables: [{ title: "The dearest requests", columns: [...columns, "goal CPU p99 ms"], rows }],
  });
}
