import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listOwnEventIds } from "../event/list-own-events.ts";
import { ownersFor } from "../organization/may.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { setPrice } from "../testing/edit-event.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newOrganizer, openEvent } from "../testing/open-event.ts";
import { readSeats } from "../testing/read-seats.ts";
import { refreshPrices } from "./refresh-prices.ts";

let core: TestCore;
let copier: TestCore;
/** Runs before every transaction of the copier. */
let beforeWrite: () => Promise<unknown> = async () => undefined;

beforeAll(async () => {
  core = await openCore();
  copier = await openCore({
    alongside: core,
    wrap: (table) =>
      interpose(table, async (command, send) => {
        if (command instanceof TransactWriteCommand) await beforeWrite();
        return send();
      }),
  });
});
afterAll(async () => {
  await copier.close();
  await core.close();
});

it("seats that are copied after their event's prices changed have the new ones", async () => {
  const organizer = await newOrganizer(core);
  const prices = [5_000, 6_000];
  beforeWrite = async () => {
    const [event_id] = await listOwnEventIds(core.table, ownersFor(organizer, null));
    const copied = event_id ? (await readSeats(core, event_id)).length : 0;
    const [price] = prices;
    if (!event_id || copied === 0 || price === undefined) return;
    prices.shift();
    await setPrice(core, { event_id, organizer }, price);
    await refreshPrices(core, keys.job("refresh", event_id));
    expect(await readItem(core.table, keys.job("refresh", event_id)), "the seats there have it").toBeNull();
  };
  const { event_id } = await openEvent(copier, { organizer, rows: 5, perRow: 80 });
  beforeWrite = async () => undefined;
  while ((await runScheduledWork(core)) > 0) core.clock.advance(60);
  const seats = await readSeats(core, event_id);
  expect(seats).toHaveLength(400);
  expect(new Set(seats.map(({ price }) => price))).toEqual(new Set([6_000]));
  expect(prices).toEqual([]);
});
