import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { toBooking } from "../booking/booking.table.ts";
import type { Booking } from "../booking/booking.ts";
import { placeHold } from "../hold/place-hold.ts";
import { bookingsOf } from "../seat/seat.table.ts";
import { queryItems } from "../table/query-items.ts";
import { type Kill, killWorker } from "../testing/kill-worker.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, openEvent, type Sale } from "../testing/open-event.ts";
import { drawBelow, seededRandom } from "../testing/random.ts";
import { newKey } from "../testing/send-with-key.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { createTestMailer } from "../testing/test-mailer.ts";
import { startGuest } from "../user/create-user.ts";
import type { Envelope } from "./mailer.ts";

const seed = Number(process.env.EVENTLY_SEED ?? Date.now() % 100_000);
const random = seededRandom(seed);
const times = process.env.EVENTLY_PROOF ? 50 : 3;
/** About what a process writes to sell a seat, to capture its payment and to send its mail. */
const writes = 20;

const folder = mkdtempSync(path.join(tmpdir(), "evently-mails-"));
const mailer = createTestMailer();
let core: TestCore;

beforeAll(async () => {
  core = await openCore({ mailer });
});
afterAll(async () => {
  await core.close();
  rmSync(folder, { recursive: true });
});

/** A purchase in a process of its own that is killed on the way. */
async function buyKilled({ event_id }: Sale, n: number, kill: Kill): Promise<boolean> {
  const { user: actor } = await startGuest(core, { email: `buyer-${n}@example.org` });
  const { holding_id } = await placeHold(core, actor, ask(event_id, `A-${n + 1}`));
  const input = { holding_id, payment: { token: "tok_visa" } };
  const command = { module: "../hold/confirm-hold.ts", verb: "confirmHold", actor, input, key: newKey() };
  return killWorker(core, command, kill, path.join(folder, "accepted"));
}

function readAccepted(): Envelope[] {
  const file = path.join(folder, "accepted");
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  return lines.map((line) => JSON.parse(line));
}

async function readBookings({ event_id }: Sale): Promise<Booking[]> {
  const bookings: Booking[] = [];
  for await (const item of queryItems(core.table, { ...bookingsOf(event_id), consistent: true }))
    bookings.push(toBooking(item));
  return bookings;
}

it(`every booking is told of by one mail and nothing else is, although ${times} processes were killed while they sold`, async () => {
  const sale = await openEvent(core, { rows: 1, perRow: 3 * times });
  let [killed, started] = [0, 0];
  // Some end before the write at which they should die.
  while (killed < times) {
    const n = started++;
    const write = 1 + ((n + drawBelow(random, writes)) % writes);
    const when = (["before", "during", "after"] as const)[n % 3] ?? "after";
    if (await buyKilled(sale, n, { write, when })) killed++;
  }
  await letTimePass(core, 1_300, 130);
  const bookings = await readBookings(sale);
  const told = [...readAccepted(), ...mailer.accepted];
  const once = new Map(told.map((envelope) => [envelope.message_id, envelope]));
  const idOf = ({ letter }: Envelope) => ("booking" in letter ? letter.booking.booking_id : "");
  process.stdout.write(
    `${killed} of ${started} killed, ${bookings.length} bookings, ${told.length} mails, seed ${seed}\n`,
  );
  expect([...once.values()].map(idOf).sort(), `seed ${seed}`).toEqual(
    bookings.map(({ booking_id }) => booking_id).sort(),
  );
  expect(told.length - once.size, "sent again").toBeLessThanOrEqual(killed);
  await expectCleanAudit(core, sale.event_id);
});
