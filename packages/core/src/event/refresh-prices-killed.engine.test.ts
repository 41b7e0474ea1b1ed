import { afterAll, beforeAll, expect, it } from "vitest";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { setPrice } from "../testing/edit-event.ts";
import { type Kill, killWorker } from "../testing/kill-worker.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { readSeats } from "../testing/read-seats.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { listEventJournal } from "./list-event-journal.ts";

let core: TestCore;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

/** The job, the event, a page of seats, the layout, ten free seats, and the end. */
const requestsOfOne = 4 + 10 + 1;
const moments: Kill["when"][] = ["before", "during", "after"];
const kills: Kill[] = process.env.EVENTLY_PROOF
  ? Array.from({ length: requestsOfOne + 1 }, (_, i) => i + 1).flatMap((request) =>
      moments.map((when) => ({ request, when })),
    )
  : [
      { request: 3, when: "before" },
      { request: 7, when: "during" },
      { request: 14, when: "after" },
    ];

const isDue = async (job: ReturnType<typeof keys.job>) => (await readItem(core.table, job)) !== null;

async function countEntries({ event_id, organizer }: Sale): Promise<number> {
  const { items } = await listEventJournal(core, organizer, { event_id, limit: 50 });
  return items.filter(({ action }) => action === "event.prices_copied").length;
}

it.each(kills)("a process killed $when its request $request leaves no half, and another one finishes", async (kill) => {
  const sale = await openEvent(core, { rows: 1, perRow: 12 });
  const job = keys.job("refresh", sale.event_id);
  const guest = await newGuest(core);
  const { holding_id } = await placeHold(core, guest, ask(sale.event_id, "A-5", "A-6"));
  await setPrice(core, sale, 6000);
  const endpoint = String(process.env.DYNAMODB_ENDPOINT);
  const task = { module: "../event/refresh-prices.ts", name: "refreshPrices", job };
  expect(await killWorker(core, endpoint, task, kill)).toBe(kill.request <= requestsOfOne);
  for (const { seat_pos, seat_state, price, price_revision } of await readSeats(core, sale.event_id)) {
    const copies =
      seat_state === "held"
        ? [[4500, 0]]
        : [
            [4500, 0],
            [6000, 1],
          ];
    expect(copies, seat_pos).toContainEqual([price, price_revision]);
  }
  expect(await countEntries(sale)).toBe((await isDue(job)) ? 0 : 1);
  await letTimePass(core, 60);
  expect(await isDue(job)).toBe(false);
  expect(await countEntries(sale)).toBe(1);
  expect(await confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } })).toMatchObject({ total: 9000 });
  const prices = (await readSeats(core, sale.event_id)).map(({ price }) => price);
  expect(prices).toEqual([6000, 6000, 6000, 6000, 4500, 4500, 6000, 6000, 6000, 6000, 6000, 6000]);
  await letTimePass(core, 60);
  await expectCleanAudit(core, sale.event_id);
});
