import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listEventJournal } from "../event/list-event-journal.ts";
import { deleteEvent } from "../event-change/delete-event.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { setPrice } from "../testing/edit-event.ts";
import { createFaults, faultKinds } from "../testing/faults.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { readSeats } from "../testing/read-seats.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { refreshPrices } from "./refresh-prices.ts";

let core: TestCore;
let other: TestCore;
let sale: Sale;
const faults = createFaults();
/** Runs before every write of `other`, which reports how many were under way at once. */
let beforeWrite: () => Promise<unknown> = async () => undefined;
let mostAtOnce = 0;

beforeAll(async () => {
  core = await openCore();
  let underWay = 0;
  other = await openCore({
    alongside: core,
    wrap: (table) =>
      interpose(faults.wrap(table), async (command, send) => {
        if (command.constructor.name !== "UpdateCommand") return send();
        mostAtOnce = Math.max(mostAtOnce, ++underWay);
        await beforeWrite();
        return send().finally(() => underWay--);
      }),
  });
});
afterAll(async () => {
  await other.close();
  await core.close();
});
beforeEach(async () => {
  beforeWrite = async () => undefined;
  sale = await openEvent(core, { rows: 1, perRow: 12 });
});

/** As any process does a moment later. */
async function work(): Promise<void> {
  core.clock.advance(1);
  while ((await runScheduledWork(core)) > 0);
}

const job = () => keys.job("refresh", sale.event_id);
const isDue = async () => (await readItem(core.table, job())) !== null;

const readCopies = () => readSeats(core, sale.event_id);
const pricesOf = async (...wanted: string[]) => {
  const seats = new Map((await readCopies()).map(({ seat_pos, price }) => [String(seat_pos), price]));
  return wanted.map((seat) => seats.get(seat));
};
const allPrices = async () => [...new Set((await readCopies()).map(({ price }) => price))];

async function listRefreshes(): Promise<unknown[]> {
  const { items } = await listEventJournal(core, sale.organizer, { ...sale, limit: 50 });
  return items
    .filter(({ action }) => action === "event.prices_copied")
    .map(({ actor_id, changes, revision }) => [actor_id, changes.price_revision?.after, revision]);
}

it("gives free seats their event's price, and leaves what is held and booked as it was", async () => {
  const [holder, buyer, leaver] = [await newGuest(core), await newGuest(core), await newGuest(core)];
  const bought = await placeHold(core, buyer, ask(sale.event_id, "A-2"));
  await confirmHold(core, buyer, { holding_id: bought.holding_id, payment: { token: "tok_visa" } });
  await placeHold(core, leaver, ask(sale.event_id, "A-3"));
  core.clock.advance(181);
  await placeHold(core, holder, ask(sale.event_id, "A-1"));
  await setPrice(core, sale, 6000);
  expect(await isDue()).toBe(true);
  await work();
  expect(await isDue()).toBe(false);
  expect(await pricesOf("A-1", "A-2", "A-3", "A-4", "A-12")).toEqual([4500, 4500, 6000, 6000, 6000]);
  expect((await readCopies())[3]).toMatchObject({ seat_pos: "A-4", price_revision: 1 });
  expect(await listRefreshes()).toEqual([[null, 1, null]]);
  await letTimePass(core, 200);
  await expectCleanAudit(core, sale.event_id);
});

it("does nothing where no price was changed, and nothing when it is called again", async () => {
  await refreshPrices(core, job());
  expect(await listRefreshes()).toEqual([]);
  await setPrice(core, sale, 6000);
  await refreshPrices(core, job());
  await refreshPrices(core, job());
  expect(await listRefreshes()).toEqual([[null, 1, null]]);
});

it("writes to two seats at once, no more", async () => {
  await setPrice(core, sale, 6000);
  mostAtOnce = 0;
  await refreshPrices(other, job());
  expect(mostAtOnce).toBe(2);
});

it("leaves a seat that is held while it runs to its holder, at the price that was quoted", async () => {
  await setPrice(core, sale, 6000);
  const guest = await newGuest(core);
  let holds = 0;
  beforeWrite = async () => {
    if (holds++ === 0) await placeHold(core, guest, ask(sale.event_id, "A-7", "A-8"));
  };
  await refreshPrices(other, job());
  expect(await pricesOf("A-7", "A-8", "A-9")).toEqual([6000, 6000, 6000]);
  expect((await readCopies())[6]).toMatchObject({ seat_pos: "A-7", seat_state: "held" });
  await work();
  await expectCleanAudit(core, sale.event_id);
});

it("makes way for prices that are set while it runs: those are what is left, and one entry tells of them", async () => {
  await setPrice(core, sale, 6000);
  let changes = 0;
  beforeWrite = async () => {
    if (changes++ === 5) await setPrice(core, sale, 7000);
  };
  await refreshPrices(other, job());
  expect(await isDue()).toBe(true);
  expect(await listRefreshes()).toEqual([]);
  await work();
  expect(await allPrices()).toEqual([7000]);
  expect(await isDue()).toBe(false);
  expect(await listRefreshes()).toEqual([[null, 2, null]]);
});

it("never takes a seat back to earlier prices", async () => {
  await setPrice(core, sale, 6000);
  let writes = 0;
  beforeWrite = async () => {
    if (writes++ !== 0) return;
    await setPrice(core, sale, 7000);
    await refreshPrices(core, job());
  };
  await refreshPrices(other, job());
  expect(await allPrices()).toEqual([7000]);
  expect(await listRefreshes()).toEqual([[null, 2, null]]);
});

it("is run by two processes at once: every seat once, and one entry", async () => {
  await setPrice(core, sale, 6000);
  await Promise.all([refreshPrices(core, job()), refreshPrices(other, job()), refreshPrices(core, job())]);
  expect(await allPrices()).toEqual([6000]);
  expect(await listRefreshes()).toEqual([[null, 1, null]]);
});

it("stops between two pages when it is told to, and goes on later", async () => {
  sale = await openEvent(core, { rows: 3, perRow: 60 });
  await setPrice(core, sale, 6000);
  const stop = new AbortController();
  beforeWrite = async () => stop.abort();
  await refreshPrices(other, job(), stop.signal);
  const copied = (await readCopies()).filter(({ price }) => price === 6000);
  expect(copied.length).toBeGreaterThan(0);
  expect(copied.length).toBeLessThan(180);
  expect(await isDue()).toBe(true);
  expect(await listRefreshes()).toEqual([]);
  await refreshPrices(core, job());
  expect(await allPrices()).toEqual([6000]);
});

it("ends with an event that is deleted meanwhile, and makes no seat of it", async () => {
  sale = await openEvent(core, { rows: 1, perRow: 12, event: { status: "draft" } });
  await setPrice(core, sale, 6000);
  let writes = 0;
  beforeWrite = async () => {
    if (writes++ !== 0) return;
    await deleteEvent(core, sale.organizer, sale);
    await work();
  };
  await refreshPrices(other, job());
  expect(await readCopies()).toEqual([]);
  expect(await isDue()).toBe(false);
});

describe.each(faultKinds)("whatever happens to one of its requests: %s", (kind) => {
  it("is finished by the next one that tries", async () => {
    sale = await openEvent(core, { rows: 1, perRow: 4 });
    let requests = 0;
    for (let strike = -1; strike < requests; strike++) {
      await setPrice(core, sale, 5000 + strike);
      faults.plan((i) => (i === strike ? kind : null));
      await refreshPrices(other, job()).catch((error) => expect(error.code).toBe("UNAVAILABLE"));
      if (strike < 0) requests = faults.seen();
      faults.end();
      await refreshPrices(core, job());
      expect(await isDue()).toBe(false);
      expect(await allPrices()).toEqual([5000 + strike]);
      expect(await listRefreshes()).toHaveLength(strike + 2);
    }
    expect(requests).toBeGreaterThan(6);
  });
});

it("a seat given up after the refresh has its event's price when it is sold next", async () => {
  const guest = await newGuest(core);
  const hold = await placeHold(core, guest, ask(sale.event_id, "A-1"));
  await setPrice(core, sale, 6000);
  await work();
  await releaseHold(core, guest, hold);
  expect(await pricesOf("A-1")).toEqual([4500]);
  expect(await placeHold(core, guest, ask(sale.event_id, "A-1"))).toMatchObject({ total: 6000 });
});
