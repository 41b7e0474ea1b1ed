import { expect, it } from "vitest";
import { ChangeEvent } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { changeEvent } from "../event-change/change-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { transactAll } from "../table/transact-all.ts";
import { openCore } from "../testing/open-core.ts";
import { openEvent } from "../testing/open-event.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { newBooking, putBookings } from "../testing/sold-bookings.ts";
import { usedHeap } from "../testing/used-heap.ts";
import { toInstant } from "../time.ts";
import type { Envelope, Mailer } from "./mailer.ts";

const bookings = 2_000;
const megabyte = 1024 ** 2;
/** What a process may keep of an event and of its work, whatever the number of mails. */
const mostGrowth = 10;

/** Keeps of each mail what is counted afterwards, and how much memory was in use now and then. */
function createCounter() {
  const told = new Map<string, Set<string>>();
  const heap: number[] = [];
  let count = 0;
  const mailer: Mailer = {
    async send({ to, letter: { kind } }: Envelope) {
      const addresses = told.get(kind) ?? new Set();
      told.set(kind, addresses.add(to));
      if (++count % 500 === 0) heap.push(usedHeap() / megabyte);
    },
  };
  return { mailer, told, heap, count: () => count };
}

it(`${bookings} buyers are told of a move and of the cancellation, each once, and memory stays as it is`, async () => {
  const { mailer, told, heap, count } = createCounter();
  const core = await openCore({ mailer });
  const sale = await openEvent(core, { rows: 1, perRow: bookings });
  const { event_id, organizer } = sale;
  for (let from = 0; from < bookings; from += 500) {
    const some = Array.from({ length: 500 }, (_, i) => newBooking(core, sale, from + i));
    await transactAll(core.table, some.flatMap(putBookings), { items: 99 });
  }
  const start_time = toInstant(Math.floor(core.clock()) + 9 * 86_400);
  const { revision = 0 } = (await findEvent(core.table, event_id)) ?? {};
  await changeEvent(core, organizer, ChangeEvent.parse({ event_id, revision, start_time }));
  await letTimePass(core, 120);
  await setEventStatus(core, organizer, { event_id, status: "cancelling" });
  await letTimePass(core, 1_300, 130);
  process.stdout.write(`${count()} mails; megabytes in use: ${heap.map((used) => used.toFixed(1)).join(" ")}\n`);
  expect([...told].map(([kind, addresses]) => [kind, addresses.size])).toEqual([
    ["event-changed", bookings],
    ["event-cancelled", bookings],
  ]);
  expect(count()).toBe(2 * bookings);
  expect(Math.max(...heap) - (heap[0] ?? 0)).toBeLessThan(mostGrowth);
  await core.close();
}, 600_000);
