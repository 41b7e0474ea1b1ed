import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { findEvent } from "../event/find-event.ts";
import { deleteEvent } from "../event-change/delete-event.ts";
import type { EventId } from "../ids.ts";
import { holdBack } from "../testing/hold-back.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { openEvent } from "../testing/open-event.ts";
import { listDue } from "../testing/settle-everything.ts";
import { workKinds } from "./work-kinds.ts";
import { createWorker } from "./worker.ts";

let core: TestCore;
/** The event of each transaction that removed seats, in order. */
const pages: EventId[] = [];
let onPage: (event_id: EventId) => Promise<void> = async () => {};

beforeAll(async () => {
  core = await openCore({
    wrap: (table) =>
      interpose(table, async (command, send) => {
        const event_id = findRemoved(command);
        if (event_id) {
          pages.push(event_id);
          await onPage(event_id);
        }
        return send();
      }),
  });
});
afterAll(() => core.close());
// Alone, so that a minute can pass for the slice while no request is under way.
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

function findRemoved(command: { input: unknown }): EventId | undefined {
  if (!(command instanceof TransactWriteCommand)) return undefined;
  const keys = command.input.TransactItems?.map(({ Delete: removal }) => removal?.Key) ?? [];
  return keys.find((key) => key && /^[A-Z]+-\d+$/.test(String(key.sk)))?.pk;
}

/** A draft that is being deleted: a piece of bulk work, due now, of one turn for `itemsAtOnce` seats. */
async function oweDeletion(rows: number, perRow: number): Promise<EventId> {
  const { event_id, organizer } = await openEvent(core, { rows, perRow, event: { status: "draft" } });
  await deleteEvent(core, organizer, { event_id });
  core.clock.advance(1);
  return event_id;
}

const countPages = (event_id: EventId) => pages.filter((page) => page === event_id).length;

/** Lets events remove this many pages each; `begun` resolves once one asks for the next, `open` lets them go on. */
function holdPages(before: number) {
  const held = holdBack();
  onPage = async (event_id) => {
    if (countPages(event_id) > before) await held.wait();
  };
  return held;
}

it("a short job due later waits for one turn of the two long jobs under way, which go on after it", async () => {
  const long = [await oweDeletion(1, 110), await oweDeletion(1, 110)];
  const held = holdPages(1);
  const worker = createWorker(core, "bulk");
  await worker.beginDue();
  await held.begun;
  const short = await oweDeletion(1, 10);
  const beginning = worker.beginDue();
  vi.advanceTimersByTime(workKinds.bulk.sliceSeconds * 1000);
  held.open();
  await beginning;
  await worker.settled();
  for (const event_id of long) expect(countPages(event_id), "no page after the one at hand").toBeLessThanOrEqual(2);
  expect(await findEvent(core.table, short), "the short one is done").toBeNull();

  core.clock.advance(1);
  await worker.beginDue();
  await worker.settled();
  expect([...long, short].map(countPages), "each page once").toEqual([5, 5, 1]);
  for (const event_id of long) expect(await findEvent(core.table, event_id)).toBeNull();
  expect(await listDue(core)).toEqual([]);
  expect(core.faults).toEqual([]);
});
