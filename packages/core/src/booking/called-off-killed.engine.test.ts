import { randomUUID } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Cancellation } from "../counts/counts.ts";
import type { Envelope } from "../delivery/mailer.ts";
import { getEvent } from "../event/get-event.ts";
import { keptAmount } from "../payment/gateway.ts";
import type { Command } from "../testing/command-work.ts";
import { drawnSeed } from "../testing/drawn-seed.ts";
import { killWorker } from "../testing/kill-worker.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import type { Sale } from "../testing/open-event.ts";
import { openInvoiceEvent } from "../testing/open-invoices.ts";
import { drawBelow, seededRandom } from "../testing/random.ts";
import { readSeats } from "../testing/read-seats.ts";
import { mix, sellMix } from "../testing/sell-mix.ts";
import { newKey } from "../testing/send-with-key.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { acceptAll, createTestMailer } from "../testing/test-mailer.ts";

const [count, kills] = process.env.EVENTLY_PROOF ? [2_000, 6] : [48, 3];
const random = seededRandom(drawnSeed);

let shop: TestCore;

beforeAll(async () => {
  shop = await openCore();
});
afterAll(() => shop.close());

/** What the event's page says of its refunds, read until `work` is done: it never takes anything back. */
async function watch(core: TestCore, { event_id, organizer }: Sale, work: Promise<unknown>): Promise<Cancellation[]> {
  const seen: Cancellation[] = [];
  let isDone = false;
  const working = work.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    const { cancellation } = await getEvent(core, organizer, { event_id });
    if (cancellation) seen.push(cancellation);
  }
  await working;
  return seen;
}

function expectRising(seen: readonly Cancellation[]): void {
  for (const [i, { total, refunded, failed }] of seen.entries()) {
    expect([total, failed]).toEqual([count, 0]);
    expect(refunded).toBeGreaterThanOrEqual(seen[i - 1]?.refunded ?? 0);
    expect(refunded).toBeLessThanOrEqual(total);
  }
}

const readLines = async (file: string): Promise<Envelope[]> =>
  (await readFile(file, "utf8")).split("\n").flatMap((line) => (line ? (JSON.parse(line) as Envelope) : []));

it(`${count} bookings of a called-off event are refunded once each, though its process is killed ${kills} times`, async () => {
  const sale = await openInvoiceEvent(shop, { rows: Math.ceil(count / 100), perRow: 200 });
  const sold = await sellMix(shop, sale, count);
  await letTimePass(shop, 130, 65);
  const file = path.join(tmpdir(), `evently-mails-${randomUUID()}`);
  const input = { event_id: sale.event_id, status: "cancelling" };
  const command: Command = {
    ...{ module: "../event-change/set-event-status.ts", verb: "setEventStatus", actor: sale.organizer, input },
    key: newKey(),
  };
  const mailer = Object.assign(createTestMailer(), { answer: acceptAll });
  const office = await openCore({ alongside: shop, mailer });
  const began = performance.now();
  const seen: Cancellation[] = [];
  let killed = 0;
  for (let round = 0; round < kills; round++) {
    const write = Math.ceil(((0.5 + random()) * 2 * count) / kills) + 1;
    const when = (["before", "during", "after"] as const)[drawBelow(random, 3)] ?? "during";
    const working = killWorker(shop, command, { write, when }, file);
    seen.push(...(await watch(shop, sale, working)));
    if (await working) killed++;
    shop.clock.advance(61);
  }
  const reached = seen.at(-1)?.refunded ?? 0;
  seen.push(...(await watch(shop, sale, letTimePass(office, 1_300, 130))));
  const seconds = (performance.now() - began) / 1_000;

  expectRising(seen);
  const { cancellation, status } = await getEvent(shop, sale.organizer, sale);
  expect({ cancellation, status }).toEqual({
    cancellation: { total: count, refunded: count, failed: 0 },
    status: "cancelled",
  });
  expect(killed).toBe(kills);
  expect(reached, "the last process had something to do").toBeLessThan(count);

  const records = await shop.gateway.listByEvent(sale.event_id, [null]);
  const byCard = sold.filter(({ way }) => way.startsWith("card"));
  expect(records).toHaveLength(byCard.length);
  for (const { amount, refunded, refunds, ...record } of records) {
    expect(keptAmount({ ...record, amount, refunded, refunds })).toBe(0);
    if (record.state === "captured") expect(refunded).toBe(amount);
    expect(new Set(refunds.map(({ refund_id }) => refund_id)).size).toBe(refunds.length);
  }
  expect((await readSeats(shop, sale.event_id)).filter(({ seat_state }) => seat_state !== "available")).toEqual([]);
  const { counted } = await expectCleanAudit(office, sale.event_id);
  expect(counted).toMatchObject({ bookings: count, cancelled: count, booked: 0, revenue: 0, at_gateway: 0 });

  const mails = [...(await readLines(file)), ...mailer.accepted].filter(
    ({ letter }) => letter.kind === "event-cancelled",
  );
  const told = new Map(mails.map((mail) => [mail.message_id, mail.to]));
  expect(new Set(told.values()).size, "each buyer").toBe(count);
  expect(told.size, "one mail each").toBe(count);
  expect(mails.length - told.size, "sent again by whoever took over from a process that died").toBeLessThanOrEqual(
    kills * 5,
  );
  process.stdout.write(
    `${count} bookings (${mix.length} ways of payment) refunded in ${seconds.toFixed(1)} s with ${killed} processes killed; read ${seen.length} times; seed ${drawnSeed}\n`,
  );
  await office.close();
  await rm(file, { force: true });
}, 900_000);
