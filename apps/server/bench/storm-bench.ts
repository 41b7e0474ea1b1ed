import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEngine } from "@evently/local-db/start-engine";
import { askApi } from "../src/testing/http/api-client.ts";
import { type House, oneSeat, openHouse, overlap, sellOut } from "../src/testing/process/race-story.ts";
import { median, quantile, round } from "./quantile.ts";
import { handIn, say } from "./report.ts";

type TimedResponse = { began: number; took: number; status: number; kind: "hold" | "confirm" };

let responses: TimedResponse[] = [];

/** Sends a request as the stories do, and records its duration. */
const askTimed: typeof askApi = async (origin, method, path, options) => {
  const began = performance.now();
  const reply = await askApi(origin, method, path, options);
  const kind = path.endsWith("/hold") ? "hold" : "confirm";
  responses.push({ began, took: performance.now() - began, status: reply.status, kind });
  return reply;
};

type Storm = { name: string; rounds: number; run: (house: House, round: number) => Promise<void> };

const storms: Storm[] = [
  { name: "50 buyers for 10 seats", rounds: 10, run: (house) => sellOut(house, 50, 10) },
  { name: "500 buyers for 100 seats", rounds: 1, run: (house) => sellOut(house, 500, 100) },
  { name: "200 clients, 1 to 6 seats that overlap", rounds: 3, run: (house, seed) => overlap(house, 200, seed) },
  { name: "500 at one seat", rounds: 3, run: (house) => oneSeat(house, 500) },
];

const directory = await mkdtemp(join(tmpdir(), "evently-bench-"));
const engine = await startEngine({ engine: "dynoxide", dbPath: directory });
try {
  const house = await openHouse(engine.endpoint, { ask: askTimed, built: true });
  try {
    const rows: string[][] = [];
    for (const storm of storms) rows.push(await brave(house, storm));
    report(rows);
  } finally {
    await house.close();
  }
} finally {
  await engine.stop();
  await rm(directory, { recursive: true, force: true });
}

/** All rounds of a storm, each on a new event; throws if a story finds a wrong winner or an audit fault. */
async function brave(house: House, { name, rounds, run }: Storm): Promise<string[]> {
  say(name);
  const rates: number[] = [];
  const took: number[] = [];
  const winners = { hold: 0, confirm: 0 };
  for (let number = 1; number <= rounds; number++) {
    responses = [];
    await run(house, number);
    const end = Math.max(...responses.map((response) => response.began + response.took));
    rates.push((responses.length / (end - Math.min(...responses.map(({ began }) => began)))) * 1000);
    took.push(...responses.map((response) => response.took));
    for (const { status, kind } of responses) if (status < 300) winners[kind]++;
  }
  return [
    name,
    String(rounds),
    String(took.length),
    round(median(rates)),
    round(quantile(took, 0.5)),
    round(quantile(took, 0.99)),
    String(winners.hold),
    String(winners.confirm),
  ];
}

function report(rows: string[][]): void {
  const columns = ["storm", "rounds", "requests", "served/s", "p50 ms", "p99 ms", "holds won", "bookings"];
  handIn({
    notes: [
      "All clients of a round send at once, half of them to each of two API processes, production builds, on one table of dynoxide with files. They queue there, so p50 and p99 grow with the crowd. A refusal counts as an answer. Served/s is the median of the rounds, from the first request to the last answer; the guests' sessions were started before.",
      "Every round ended with the right number of winners, no partial hold and a clean audit; a benchmark that finds otherwise fails and writes no figures. Load, API and engine share this machine.",
    ],
    tables: [{ title: "Storm", columns, rows }],
  });
}
