import { expect } from "vitest";
import { type Audit, auditEvent } from "../audit/audit-event.ts";
import type { Verified } from "../audit/verify-counts.ts";
import { verifyEveryEvent } from "../audit/verify-every-event.ts";
import type { Core } from "../core.ts";
import { readTally, toCounts } from "../counts/counts.table.ts";
import { type Counted, readCounts } from "../counts/read-counts.ts";
import type { EventId } from "../ids.ts";
import { followedPrefix } from "../payment/followed-account.table.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { kindNames } from "../scheduled-work/work-kinds.ts";
import { deadShardOf, formerShards, shardsOf } from "../table/due-index.ts";
import { bookingsBelow, invitationsFrom, keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import type { Item } from "../table/transact.ts";
import { toSeconds } from "../time.ts";
import type { TestClock, TestCore } from "./open-core.ts";
import type { Before } from "./open-table-before.ts";

/** Advances the clock by `seconds`, running scheduled work every `step` seconds until none is due. */
export async function letTimePass(core: Core & { clock: TestClock }, seconds: number, step = 40): Promise<void> {
  await core.background.settled();
  for (let passed = 0; passed < seconds; passed += step) {
    core.clock.advance(step);
    while ((await runScheduledWork(core)) > 0);
  }
}

/** All unfinished work, dead or not, wherever it stands; save reminders of events to come, invitations that can still be accepted, what is reserved on invoice, and accounts whose events are read for good. */
export async function listDue(core: Core): Promise<Item[]> {
  const items: Item[] = [];
  const shards = kindNames.flatMap((kind) => [...shardsOf(kind), deadShardOf(kind)]);
  for (const partition of [...shards, ...formerShards]) {
    for await (const item of queryItems(core.table, { index: "due", partition })) items.push(item);
  }
  const isToCome = ({ pk, sk, due_at }: Item) =>
    (String(pk).startsWith("remind-") || String(sk).startsWith(invitationsFrom) || String(sk) < bookingsBelow) &&
    toSeconds(String(due_at)) > core.clock();
  return items.filter((item) => !isToCome(item) && !String(item.pk).startsWith(followedPrefix));
}

/** Once all work has ended: no fault, no work left, and the gateway has exactly the revenue that was not paid to the seller. */
export async function expectCleanAudit(core: Core, event_id: EventId): Promise<Audit> {
  await core.background.settled();
  const audit = await auditEvent(core, event_id);
  expect(audit.faults).toEqual([]);
  expect(audit.counted.unfinished_payments).toBe(0);
  expect(audit.counted.at_gateway).toBe(audit.counted.revenue - audit.counted.cash - audit.counted.on_invoice);
  expect(await listDue(core)).toEqual([]);
  return audit;
}

/** Finishes all work left by the previous version: then every event has a clean audit, and those are all events. */
export async function expectCleanEvents(core: TestCore, { events }: Before): Promise<void> {
  await letTimePass(core, 1_000);
  for (const event_id of Object.values(events)) await expectCleanAudit(core, event_id);
  const verified: Verified[] = [];
  for await (const event of verifyEveryEvent(core)) verified.push(event);
  expect(verified.map(({ event_id }) => event_id)).toEqual(Object.values(events).toSorted());
  expect(verified.filter(({ faults, exact }) => faults.length > 0 || !exact)).toEqual([]);
}

/** Rolls up the counter shards of dead processes, so that EVENT alone has every count. */
export async function expectCountsRolledUp(core: Core & { clock: TestClock }, event_id: EventId): Promise<Counted> {
  await core.background.settled();
  core.clock.advance(11);
  await readCounts(core, event_id);
  await core.counterShards.rollUp();
  const counts = await readCounts(core, event_id);
  const onEvent = toCounts(readTally(await readItem(core.table, keys.event(event_id))));
  expect(counts).toEqual({ ...onEvent, last_hold_at: expect.any(Number) });
  return counts;
}
