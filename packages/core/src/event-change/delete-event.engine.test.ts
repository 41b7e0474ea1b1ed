import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CreateEvent } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { getEvent } from "../event/get-event.ts";
import { listEventJournal } from "../event/list-event-journal.ts";
import { listOwnEventIds } from "../event/list-own-events.ts";
import { copySeats } from "../event-seats/copy-seats.ts";
import type { EventId } from "../ids.ts";
import { listJournal } from "../journal/list-journal.ts";
import { ownersFor } from "../organization/may.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { queryItems } from "../table/query-items.ts";
import { createDying, type Dying } from "../testing/dying-table.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest, newOrganizer, openEvent, type Sale } from "../testing/open-event.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { archiveEvent } from "./archive-event.ts";
import { deleteEvent } from "./delete-event.ts";
import { setEventStatus } from "./set-event-status.ts";

let core: TestCore;
let dying: Dying;

beforeAll(async () => {
  dying = createDying();
  core = await openCore({ wrap: dying.wrap });
});
afterAll(() => core.close());

const open = (status: CreateEvent["status"], perRow = 5): Promise<Sale> =>
  openEvent(core, { rows: 1, perRow, event: { status } });

/** As long as any process would: until nothing is due. */
const work = () => letTimePass(core, 130, 31);

async function readPartition(event_id: EventId): Promise<string[]> {
  const keys: string[] = [];
  for (const partition of [event_id, `${event_id}-text`])
    for await (const { sk } of queryItems(core.table, { partition, consistent: true })) keys.push(String(sk));
  return keys;
}

describe("a draft", () => {
  it("is gone at once for everybody, and of it nothing stays but its venue's journal", async () => {
    const { event_id, organizer } = await open("draft");
    const { venue_id } = (await findEvent(core.table, event_id)) ?? {};
    if (!venue_id) throw new Error("the draft is gone");
    await deleteEvent(core, organizer, { event_id });
    await expect(getEvent(core, organizer, { event_id })).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
    await expect(deleteEvent(core, organizer, { event_id })).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
    expect(await listOwnEventIds(core.table, ownersFor(organizer, null))).toEqual([]);
    await work();
    expect(await readPartition(event_id)).toEqual([]);
    const { items } = await listJournal(core, venue_id, { limit: 10 });
    expect(items.map(({ action }) => action)).toEqual(expect.arrayContaining(["event.deleted", "event.deleting"]));
    expect(items[0]).toMatchObject({ changes: { event_id: { before: event_id, after: null } } });
  });

  it("is deleted whole, whichever write a process dies at", async () => {
    for (const when of ["before", "after"] as const)
      for (const write of [1, 2, 3]) {
        const { event_id, organizer } = await open("draft", 250);
        await deleteEvent(core, organizer, { event_id });
        // The lease of the work is no transaction: the writes are those of the removal.
        dying.die(write, when);
        core.clock.advance(31);
        await runScheduledWork(core);
        dying.rise();
        await work();
        expect(await readPartition(event_id), `${when} ${write}`).toEqual([]);
      }
    core.faults.length = 0;
  });

  it("stays deleted though its seats are still being copied", async () => {
    const { event_id, organizer } = await open("draft");
    const draft = await findEvent(core.table, event_id);
    if (!draft) throw new Error("the draft is gone");
    await deleteEvent(core, organizer, { event_id });
    await work();
    await expect(copySeats(core, { ...draft, after_copy: "keep" })).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
    expect(await readPartition(event_id)).toEqual([]);
  });

  it("that was cancelled can be deleted, once that is done", async () => {
    const { event_id, organizer } = await open("draft");
    await setEventStatus(core, organizer, { event_id, status: "cancelling" });
    await expect(deleteEvent(core, organizer, { event_id })).rejects.toMatchObject({ code: "EVENT_STATUS_CONFLICT" });
    core.clock.advance(2_000);
    await work();
    await deleteEvent(core, organizer, { event_id });
    await work();
    expect(await readPartition(event_id)).toEqual([]);
  });

  it("is either published or deleted, when both are asked for at once", async () => {
    for (let round = 0; round < 10; round++) {
      const { event_id, organizer } = await open("draft");
      const outcomes = await Promise.allSettled([
        deleteEvent(core, organizer, { event_id }),
        setEventStatus(core, organizer, { event_id, status: "published" }),
      ]);
      const won = outcomes.filter(({ status }) => status === "fulfilled");
      expect(won).toHaveLength(1);
      await work();
      expect((await readPartition(event_id)).length > 0).toBe(outcomes[1]?.status === "fulfilled");
    }
  });
});

it.each(["published", "paused", "cancelled"] as const)("an event that is %s can't be deleted", async (status) => {
  const { event_id, organizer } = await open("published");
  if (status !== "published")
    await setEventStatus(core, organizer, { event_id, status: status === "paused" ? "paused" : "cancelling" });
  if (status === "cancelled") {
    core.clock.advance(2_000);
    await work();
  }
  await expect(deleteEvent(core, organizer, { event_id })).rejects.toMatchObject({ code: "EVENT_WAS_PUBLISHED" });
});

it("only who can manage an event can delete or archive it", async () => {
  const { event_id } = await open("draft");
  const strangers = [await newGuest(core), await newOrganizer(core)];
  for (const actor of strangers) {
    await expect(deleteEvent(core, actor, { event_id })).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
    const archive = archiveEvent(core, actor, { event_id, archived: true });
    await expect(archive).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
  }
});

describe("archiving", () => {
  it("is for drafts, cancelled and ended events, can be undone, and stands in the journal", async () => {
    const { event_id, organizer } = await open("published");
    const archive = (archived: boolean) => archiveEvent(core, organizer, { event_id, archived });
    await expect(archive(true)).rejects.toMatchObject({ code: "EVENT_STATUS_CONFLICT" });
    core.clock.advance(8 * 86_400);
    const first = await archive(true);
    expect(first.archived_at).not.toBeNull();
    expect(await archive(true)).toEqual(first);
    core.clock.advance(1);
    expect(await archive(false)).toMatchObject({ archived_at: null, revision: first.revision + 1 });
    const { items } = await listEventJournal(core, organizer, { event_id, limit: 10 });
    expect(items.slice(0, 2).map(({ action }) => action)).toEqual(["event.unarchived", "event.archived"]);
  });

  it("ends when a draft is published", async () => {
    const { event_id, organizer } = await open("draft");
    await archiveEvent(core, organizer, { event_id, archived: true });
    const published = await setEventStatus(core, organizer, { event_id, status: "published" });
    expect(published).toMatchObject({ status: "published" });
    expect(await findEvent(core.table, event_id)).toMatchObject({ archived_at: null });
  });
});
