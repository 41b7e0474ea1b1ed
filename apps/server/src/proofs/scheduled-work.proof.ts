import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { update } from "@evently/core/table/actions";
import { dueAt, type WorkKind } from "@evently/core/table/due-index";
import type { Key } from "@evently/core/table/keys";
import { updateItem } from "@evently/core/table/update-item";
import { interpose } from "@evently/core/testing/interpose";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { openEvent, type Sale } from "@evently/core/testing/open-event";
import { oweCaptures } from "@evently/core/testing/owe-captures";
import { oweCopies } from "@evently/core/testing/owe-copies";
import { expectCleanAudit, listDue } from "@evently/core/testing/settle-everything";
import { setQuota } from "@evently/core/user/set-quota";
import { type RunningEngine, startEngine } from "@evently/local-db/start-engine";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startLoops } from "../process/loops.ts";

const copies = 3_000;
const seatsOfACopy = 40;
const perPhase = 240;
const phaseSeconds = 24;
/** Seconds until the first payment is due: what prepares a phase must not compete with it for the table. */
const preparedWithin = 40;

let engine: RunningEngine;
let directory: string;
let core: TestCore;
let sale: Sale;
const formerEndpoint = process.env.DYNAMODB_ENDPOINT;
/** When each payment was leased and captured in the table, in epoch seconds. */
const leased = new Map<string, number>();
const finished = new Map<string, number>();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "evently-scheduled-"));
  engine = await startEngine({ engine: "dynoxide", dbPath: join(directory, "engine") });
  process.env.DYNAMODB_ENDPOINT = engine.endpoint;
  core = await openCore({ clock: trueClock, wrap: noteFinished });
  sale = await openEvent(core, { rows: 5, perRow: 100 });
}, 600_000);
afterAll(async () => {
  await core.close();
  await engine.stop();
  process.env.DYNAMODB_ENDPOINT = formerEndpoint;
  await rm(directory, { recursive: true, force: true });
});

const now = () => Date.now() / 1000;
const trueClock = Object.assign(now, {
  advance() {
    throw new Error("this clock runs by itself");
  },
});

function noteFinished(table: TestCore["table"]): TestCore["table"] {
  return interpose(table, async (command, send) => {
    const answer = await send();
    const { Key: key, ExpressionAttributeValues: values } = command.input as {
      Key?: Key;
      ExpressionAttributeValues?: Record<string, unknown>;
    };
    if (key && values?.[":token"]) leased.set(key.pk, now());
    if (key && values?.[":to"] === "captured") finished.set(key.pk, now());
    return answer;
  });
}

async function setDue(kind: WorkKind, key: Key, at: number): Promise<void> {
  const { due_shard, due_at } = dueAt(kind, key.pk, at);
  const values = { ":shard": due_shard, ":at": due_at };
  await updateItem(core.table, update({ key, update: "SET due_shard = :shard, due_at = :at", values }));
}

/** Payments of new bookings, due one after the other from `start` on; returns when each is due. */
async function schedulePayments(phase: number, start: number): Promise<Map<string, number>> {
  const seats = Array.from({ length: perPhase }, (_, i) => {
    const n = phase * perPhase + i;
    return `${String.fromCharCode(65 + Math.floor(n / 100))}-${(n % 100) + 1}`;
  });
  await oweCaptures(core, sale, seats);
  const payments = (await listDue(core)).map(({ pk }) => String(pk)).filter((pk) => pk.startsWith("payment-"));
  const due = new Map(payments.map((pk, i) => [pk, start + (i * phaseSeconds) / payments.length]));
  await Promise.all([...due].map(([pk, at]) => setDue("money", { pk, sk: pk }, at)));
  return due;
}

/** How long all payments took, once they are captured. */
async function measureDelays(due: Map<string, number>) {
  await expect.poll(() => [...due.keys()].every((pk) => finished.has(pk)), { timeout: 300_000 }).toBe(true);
  const since = (began: Map<string, number>) => [...due.keys()].map((pk) => timeOf(finished, pk) - timeOf(began, pk));
  return { "due → captured": summarize(since(due)), "leased → captured": summarize(since(leased)) };
}

function timeOf(times: Map<string, number>, pk: string): number {
  const time = times.get(pk);
  if (time === undefined) throw new Error(`${pk} has no time`);
  return time;
}

function summarize(delays: number[]) {
  const sorted = delays.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { median: at(0.5), p95: at(0.95), longest: at(1) };
}

function describe(phase: string, measured: Awaited<ReturnType<typeof measureDelays>>): string {
  const spans = Object.entries(measured).map(([span, { median, p95, longest }]) => {
    const figures = Object.entries({ median, p95, longest }).map(([name, time]) => `${name} ${time.toFixed(3)} s`);
    return `  ${span}: ${figures.join(", ")}\n`;
  });
  return `payments ${phase}\n${spans.join("")}`;
}

const countCopies = async () => (await listDue(core)).filter(({ sk }) => sk === "EVENT").length;

it(`${copies} pieces of bulk work delay no payment to more than twice its usual time`, async () => {
  const copied = await openEvent(core, { rows: 1, perRow: seatsOfACopy });
  await setQuota(core, copied.organizer.user_id, { events: copies + 1 });
  const drafts = await oweCopies(core, copied, copies, now() + 86_400);
  const loops = startLoops(core);
  const alone = await measureDelays(await schedulePayments(0, now() + preparedWithin));
  const begun = now() + preparedWithin;
  const due = await schedulePayments(1, begun);
  await Promise.all(drafts.map((pk) => setDue("bulk", { pk, sk: "EVENT" }, begun)));
  expect(now(), "all was prepared before any of it was due").toBeLessThan(begun);
  const alongside = await measureDelays(due);
  const left = await countCopies();
  process.stdout.write(describe("without bulk work", alone) + describe(`beside ${copies} copies`, alongside));
  process.stdout.write(`${copies - left} copies were made meanwhile, ${left} were still due\n`);
  expect(left, "bulk work was due all the while").toBeGreaterThan(0);
  expect(copies - left, "and was done").toBeGreaterThan(0);
  const [usual, delayed] = [alone["due → captured"], alongside["due → captured"]];
  expect(delayed.median).toBeLessThanOrEqual(2 * usual.median);
  expect(delayed.p95).toBeLessThanOrEqual(2 * usual.p95);
  await expect.poll(countCopies, { timeout: 540_000, interval: 1_000 }).toBe(0);
  process.stdout.write(`all copies were made within ${(now() - begun).toFixed(0)} s\n`);
  await loops.stop();
  const { counted } = await expectCleanAudit(core, sale.event_id);
  expect(counted).toMatchObject({ bookings: 2 * perPhase, unfinished_payments: 0 });
}, 900_000);
