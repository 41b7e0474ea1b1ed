import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { EventId } from "@evently/core/ids";
import { drawBelow, seededRandom } from "@evently/core/testing/random";
import { readSeats } from "@evently/core/testing/read-seats";
import { expectCleanAudit } from "@evently/core/testing/settle-everything";
import { findFreePort } from "@evently/local-db/port";
import { expect } from "vitest";
import { askApi, openSaleAt, type Reply, startGuest } from "../http/api-client.ts";
import { type AuditCore, openAuditCore } from "./open-audit-core.ts";
import { lasting, startServer } from "./server-process.ts";

export type House = {
  origins: [string, string];
  auditCore: AuditCore;
  /** Sends the racers' requests. */
  ask: typeof askApi;
  close(): Promise<void>;
};

type OpenHouse = { ask?: typeof askApi; built?: boolean };

/** Two API processes on one table of the engine at `endpoint`, and access to its records for an audit. */
export async function openHouse(
  endpoint: string | undefined,
  { ask = askApi, built = false }: OpenHouse = {},
): Promise<House> {
  if (!endpoint) throw new Error("DYNAMODB_ENDPOINT is missing: run this test in the project `table` or `proof`");
  const directory = await mkdtemp(join(tmpdir(), "evently-races-"));
  const table = `races-${process.pid}-${Math.random().toString(36).slice(2, 8)}`;
  const other = { ...lasting, PAYMENT_WINDOW: "600", GATEWAY_TIMEOUT: "300" };
  const start = async () => startServer({ port: await findFreePort(), endpoint, table, directory, built, other });
  const first = await start();
  const second = await start();
  const auditCore = openAuditCore({ endpoint, table, directory });
  return {
    origins: [first.origin, second.origin],
    auditCore,
    ask,
    async close() {
      await Promise.all([first.kill(), second.kill()]);
      await auditCore.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

type Race = { origin: string; token: string; i: number };

/** `count` guests, half of them at each process, who all send the same request at once. */
async function atOnce<T>({ origins }: House, count: number, run: (racer: Race) => Promise<T>): Promise<T[]> {
  const racers: Race[] = [];
  for (let from = 0; from < count; from += 50) {
    const batch = Array.from({ length: Math.min(50, count - from) }, async (_, k) => {
      const i = from + k;
      const origin = origins[i % 2] ?? origins[0];
      return { origin, i, token: (await startGuest(origin)) ?? "" };
    });
    racers.push(...(await Promise.all(batch)));
  }
  return Promise.all(racers.map(run));
}

const hold = ({ ask }: House, { origin, token }: Race, event_id: string, seats: string[]): Promise<Reply> =>
  ask(origin, "POST", `/events/${event_id}/hold`, { token, body: { seats } });

function tally(replies: Reply[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of replies) {
    const name = status < 300 ? String(status) : `${status} ${body.error_code}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** Hold and pay: every seat is sold and paid for exactly once. */
export async function sellOut(house: House, buyers: number, seats: number): Promise<void> {
  const event_id = await openSaleAt(house.origins[0], 1, seats);
  const replies = await atOnce(house, buyers, async (racer) => {
    const held = await hold(house, racer, event_id, [`A-${(racer.i % seats) + 1}`]);
    if (held.status !== 201) return held;
    const body = { payment: { token: "tok_visa" } };
    return house.ask(racer.origin, "POST", `/${held.body.holding_id}/confirm`, { token: racer.token, body });
  });
  expect(tally(replies)).toEqual({ 200: seats, "409 SEATS_UNAVAILABLE": buyers - seats });
  const { counted } = await expectCleanSoon(house, event_id);
  expect(counted).toMatchObject({ booked: seats, bookings: seats, at_gateway: seats * 4500 });
}

/** The servers capture right after their response, and only their records tell when. */
async function expectCleanSoon({ auditCore }: House, event_id: EventId) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await expectCleanAudit(auditCore, event_id);
    } catch (error) {
      if (attempt === 3_000) throw error;
      await wait(100);
    }
  }
}

/** 1 to 6 adjacent seats each, overlapping: each hold gets all of its seats or none. */
export async function overlap(house: House, clients: number, seed: number): Promise<void> {
  const random = seededRandom(seed);
  const event_id = await openSaleAt(house.origins[0], 2, 30);
  const wishes = Array.from({ length: clients }, () => {
    const count = 1 + drawBelow(random, 6);
    const row = drawBelow(random, 2) === 0 ? "A" : "B";
    const first = 1 + drawBelow(random, 31 - count);
    return Array.from({ length: count }, (_, k) => `${row}-${first + k}`);
  });
  const replies = await atOnce(house, clients, (racer) => hold(house, racer, event_id, wishes[racer.i] ?? []));
  expect(Object.keys(tally(replies)).sort()).toEqual(["201", "409 SEATS_UNAVAILABLE"]);
  const held = replies.flatMap(({ status, body }) => (status === 201 ? (body.seats as string[]) : []));
  const shown = (await readSeats(house.auditCore, event_id)).filter(({ seat_state }) => seat_state === "held");
  expect(shown.map(({ seat_pos }) => seat_pos).sort()).toEqual(held.sort());
  expect((await expectCleanAudit(house.auditCore, event_id)).counted.held).toBe(new Set(held).size);
}

export async function oneSeat(house: House, clients: number): Promise<void> {
  const event_id = await openSaleAt(house.origins[0], 1, 3);
  const replies = await atOnce(house, clients, (racer) => hold(house, racer, event_id, ["A-2"]));
  expect(tally(replies)).toEqual({ 201: 1, "409 SEATS_UNAVAILABLE": clients - 1 });
  expect((await expectCleanAudit(house.auditCore, event_id)).counted.held).toBe(1);
}
