import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Mailer } from "@evently/core/delivery/mailer";
import { update } from "@evently/core/table/actions";
import { dueAt, type WorkKind } from "@evently/core/table/due-index";
import type { Key } from "@evently/core/table/keys";
import { updateItem } from "@evently/core/table/update-item";
import { interpose } from "@evently/core/testing/interpose";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { openEvent, type Sale } from "@evently/core/testing/open-event";
import { oweCaptures } from "@evently/core/testing/owe-captures";
import { listDue } from "@evently/core/testing/settle-everything";
import { startEngine } from "@evently/local-db/start-engine";
import { expect } from "vitest";

export const perPhase = 240;
const phaseSeconds = 24;
/** Seconds until the first payment is due: what prepares a phase must not compete with it for the table. */
const preparedWithin = 40;

export const now = () => Date.now() / 1000;
const trueClock = Object.assign(now, {
  advance() {
    throw new Error("this clock runs by itself");
  },
});

type Delays = { median: number; p95: number; longest: number };
type Measured = Record<"due → captured" | "leased → captured", Delays>;

/** A process on an engine with files, and payments to be captured by it that are due one after the other. */
export async function openPaymentDelays(parts: { mailer?: Mailer } = {}) {
  const directory = await mkdtemp(join(tmpdir(), "evently-scheduled-"));
  const engine = await startEngine({ engine: "dynoxide", dbPath: join(directory, "engine") });
  const { wrap, timesOf } = noteTimes();
  const core = await openCore({ ...parts, endpoint: engine.endpoint, clock: trueClock, wrap });
  const sale = await openEvent(core, { rows: 5, perRow: 100 });

  /** All payments of a phase, once they are captured; `prepare` is given when the first of them is due. */
  async function measure(phase: number, prepare: (begun: number) => Promise<unknown> = async () => {}) {
    const begun = now() + preparedWithin;
    const due = await schedulePayments(core, sale, phase, begun);
    await prepare(begun);
    expect(now(), "all was prepared before any of it was due").toBeLessThan(begun);
    return { begun, measured: await timesOf(due) };
  }

  async function close(): Promise<void> {
    await core.close();
    await engine.stop();
    await rm(directory, { recursive: true, force: true });
  }

  return { core, sale, measure, close };
}

/** When each payment is leased and captured in the table, in epoch seconds. */
function noteTimes() {
  const leased = new Map<string, number>();
  const finished = new Map<string, number>();
  const wrap = (table: TestCore["table"]) =>
    interpose(table, async (command, send) => {
      const answer = await send();
      const { Key: key, ExpressionAttributeValues: values } = command.input as {
        Key?: Key;
        ExpressionAttributeValues?: Record<string, unknown>;
      };
      if (key && values?.[":token"]) leased.set(key.pk, now());
      if (key && values?.[":to"] === "captured") finished.set(key.pk, now());
      return answer;
    });
  async function timesOf(due: Map<string, number>): Promise<Measured> {
    await expect.poll(() => [...due.keys()].every((pk) => finished.has(pk)), { timeout: 300_000 }).toBe(true);
    const since = (began: Map<string, number>) => [...due.keys()].map((pk) => timeOf(finished, pk) - timeOf(began, pk));
    return { "due → captured": summarize(since(due)), "leased → captured": summarize(since(leased)) };
  }
  return { wrap, timesOf };
}

export async function setDue(core: TestCore, kind: WorkKind, key: Key, at: number): Promise<void> {
  const { due_shard, due_at } = dueAt(kind, key.pk, at);
  const values = { ":shard": due_shard, ":at": due_at };
  await updateItem(core.table, update({ key, update: "SET due_shard = :shard, due_at = :at", values }));
}

/** Payments of new bookings, due one after the other from `start` on; returns when each is due. */
async function schedulePayments(core: TestCore, sale: Sale, phase: number, start: number) {
  const seats = Array.from({ length: perPhase }, (_, i) => {
    const n = phase * perPhase + i;
    return `${String.fromCharCode(65 + Math.floor(n / 100))}-${(n % 100) + 1}`;
  });
  await oweCaptures(core, sale, seats);
  const payments = (await listDue(core)).map(({ pk }) => String(pk)).filter((pk) => pk.startsWith("payment-"));
  const due = new Map(payments.map((pk, i) => [pk, start + (i * phaseSeconds) / payments.length]));
  await Promise.all([...due].map(([pk, at]) => setDue(core, "money", { pk, sk: pk }, at)));
  return due;
}

function timeOf(times: Map<string, number>, pk: string): number {
  const time = times.get(pk);
  if (time === undefined) throw new Error(`${pk} has no time`);
  return time;
}

function summarize(delays: number[]): Delays {
  const sorted = delays.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { median: at(0.5), p95: at(0.95), longest: at(1) };
}

export function describePayments(phase: string, measured: Measured): string {
  const spans = Object.entries(measured).map(([span, { median, p95, longest }]) => {
    const figures = Object.entries({ median, p95, longest }).map(([name, time]) => `${name} ${time.toFixed(3)} s`);
    return `  ${span}: ${figures.join(", ")}\n`;
  });
  return `payments ${phase}\n${spans.join("")}`;
}

/** Half of the payments, and nearly all, wait at most twice as long as without other work. */
export function expectAtMostTwice(alone: Measured, alongside: Measured): void {
  const [usual, delayed] = [alone["due → captured"], alongside["due → captured"]];
  expect(delayed.median).toBeLessThanOrEqual(2 * usual.median);
  expect(delayed.p95).toBeLessThanOrEqual(2 * usual.p95);
}
