import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toEventText } from "../event/event.table.ts";
import { ChangeEvent, type CreateEvent } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { getEvent } from "../event/get-event.ts";
import { listEventJournal } from "../event/list-event-journal.ts";
import { listOwnEventIds } from "../event/list-own-events.ts";
import { changeEvent } from "../event-change/change-event.ts";
import { deleteEvent } from "../event-change/delete-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { ownersFor } from "../organization/may.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { createDying, type Dying } from "../testing/dying-table.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest, newOrganizer, newSeat, openEvent, type Sale } from "../testing/open-event.ts";
import { readSeats } from "../testing/read-seats.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { toInstant, toSeconds } from "../time.ts";
import { copyEvent } from "./copy-event.ts";
import { listDates } from "./list-dates.ts";

const day = 86_400;
let core: TestCore;
let dying: Dying;
let sale: Sale;

beforeAll(async () => {
  dying = createDying();
  core = await openCore({ wrap: dying.wrap });
});
afterAll(() => core.close());
beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 5 });
});

const later = (days: number): string => toInstant(Math.floor(core.clock()) + days * day);
const copy = (days: number[], publish = false, actor = sale.organizer) =>
  copyEvent(core, actor, { event_id: sale.event_id, start_times: days.map(later), publish });

/** As long as any process would: until nothing is due. */
const work = () => letTimePass(core, 130, 61);

describe("copies of an event", () => {
  it("are dates of one series with its original: drafts with seats of their own", async () => {
    const { series_id, items } = await copy([14, 21]);
    expect(series_id).toBe(sale.event_id.replace("event", "series"));
    await work();
    const dates = await listDates(core, series_id);
    expect(dates.map(({ status }) => status)).toEqual(["published", "draft", "draft"]);
    expect(dates.map(({ event_id }) => event_id)).toEqual([sale.event_id, ...items.map(({ event_id }) => event_id)]);
    for (const { event_id } of items) {
      expect(await readSeats(core, event_id)).toHaveLength(5);
      expect(await findEvent(core.table, event_id)).toMatchObject({ after_copy: null, series_id, revision: 1 });
    }
    expect(await listOwnEventIds(core.table, ownersFor(sale.organizer, null))).toHaveLength(3);
  });

  it("are published once their seats are there, and found with their series", async () => {
    const { items, series_id } = await copy([14, 21], true);
    await work();
    for (const { event_id } of items)
      expect(await getEvent(core, null, { event_id })).toMatchObject({ status: "published", series_id });
    const buyer = await newGuest(core);
    await expect(copy([28], false, buyer)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(copy([28], false, await newOrganizer(core))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("tell in the journal who wished for one to be published while its seats were still copied", async () => {
    const { items } = await copy([14]);
    const event_id = items[0]?.event_id ?? sale.event_id;
    await setEventStatus(core, sale.organizer, { event_id, status: "published", reason: "it is time" });
    await work();
    const journal = (await listEventJournal(core, sale.organizer, { event_id, limit: 9 })).items;
    const told = new Map(journal.map(({ action, actor_id, reason }) => [action, { actor_id, reason }]));
    expect(told.get("event.publication_asked")).toEqual({ actor_id: sale.organizer.user_id, reason: "it is time" });
    expect(told.get("event.published")).toEqual({ actor_id: null, reason: null });
  });

  it("keep the distance of sale and doors to the start, and a sale that was open from the beginning is open at once", async () => {
    const start_time = later(30);
    const at = (hours: number) => toInstant(toSeconds(start_time) + hours * 3600);
    const times: Partial<CreateEvent> = { start_time, sales_start: at(-240), sales_end: at(1), doors_time: at(-1) };
    const { event_id } = await openEvent(core, { organizer: sale.organizer, event: times });
    const target = later(60);
    const [made] = (await copyEvent(core, sale.organizer, { event_id, start_times: [target], publish: false })).items;
    const shifted = (hours: number) => toInstant(toSeconds(target) + hours * 3600);
    expect(made).toMatchObject({ start_time: target, sales_start: shifted(-240), sales_end: shifted(1) });
    const text = await readItem(core.table, keys.eventText(made?.event_id ?? event_id));
    expect(toEventText(text).doors_time).toBe(shifted(-1));
    const [open] = (await copy([40])).items;
    expect(toSeconds(open?.sales_start ?? "")).toBeLessThanOrEqual(core.clock());
  });

  it("of a copy belong to the same series", async () => {
    const { series_id, items } = await copy([14]);
    await work();
    const event_id = items[0]?.event_id ?? sale.event_id;
    const again = await copyEvent(core, sale.organizer, { event_id, start_times: [later(50)], publish: false });
    expect(again.series_id).toBe(series_id);
    expect(await listDates(core, series_id)).toHaveLength(3);
  });

  it("have the venue's seats of today", async () => {
    const event = await findEvent(core.table, sale.event_id);
    if (!event) throw new Error("the event is gone");
    await addVenueSeats(core, sale.organizer, { venue_id: event.venue_id, seats: [newSeat("B", 1)] });
    const { items } = await copy([14]);
    await work();
    expect(items[0]).toMatchObject({ seat_count: 6 });
    expect(await readSeats(core, items[0]?.event_id ?? sale.event_id)).toHaveLength(6);
  });

  it("are refused where the sale, as far from the start as it was, could sell nothing or has no year", async () => {
    const start = Math.floor(core.clock()) + 30 * day;
    const copyOf = async (event: Partial<CreateEvent>, start_times: string[], publish: boolean) => {
      const { event_id, organizer } = await openEvent(core, { event });
      return copyEvent(core, organizer, { event_id, start_times, publish }).catch((error) => error.details?.faults);
    };
    const ended = { start_time: toInstant(start), sales_end: toInstant(start - 20 * day) };
    for (const publish of [false, true])
      expect(await copyOf(ended, [later(40), later(19)], publish)).toEqual([
        { path: "start_times.1", message: "its sale would be over before it could open" },
      ]);
    const noYear = "too far from the event that is copied: its sale would be in no year of four digits";
    const far = { start_time: "9990-01-01T00:00:00.000Z", sales_start: later(1) };
    expect(await copyOf(far, [later(60)], false)).toEqual([{ path: "start_times.0", message: noYear }]);
    const late = { start_time: toInstant(start), sales_end: toInstant(start + 60) };
    const refused = await copyOf(late, ["9999-12-31T23:59:30.000Z"], false);
    expect(refused).toEqual([{ path: "start_times.0", message: noYear }]);
  });

  it("are refused with the date that is wrong", async () => {
    const { start_time } = (await findEvent(core.table, sale.event_id)) ?? {};
    const start_times = [later(-1), later(9), later(9), start_time ?? ""];
    const input = { event_id: sale.event_id, start_times, publish: false };
    const refused = await copyEvent(core, sale.organizer, input).catch((error) => error);
    expect(refused).toMatchObject({ code: "INVALID_INPUT" });
    expect(refused.details.faults.map(({ path }: { path: string }) => path)).toEqual([
      "start_times.0",
      "start_times.2",
      "start_times.3",
    ]);
  });

  it.each(["before", "after"] as const)(
    "are all there, none twice, %s whichever write a process died",
    async (when) => {
      for (let write = 1; write <= 5; write++) {
        sale = await openEvent(core, { rows: 1, perRow: 5 });
        dying.die(write, when);
        const answer = await copy([14, 21, 28], true).catch(() => null);
        dying.rise();
        await work();
        const decided = write > 1 || when === "after";
        expect(answer).toBeNull();
        const ids = await listOwnEventIds(core.table, ownersFor(sale.organizer, null));
        expect(ids, `write ${write}`).toHaveLength(decided ? 4 : 1);
        for (const event_id of ids) {
          expect(await findEvent(core.table, event_id)).toMatchObject({ status: "published" });
          expect(await readSeats(core, event_id)).toHaveLength(5);
        }
      }
      core.faults.length = 0;
    },
  );

  it("made by two processes at once are made once, and a deleted one stays deleted", async () => {
    const other = await openCore({ alongside: core });
    dying.die(2, "after");
    await copy([14, 21, 28]).catch(() => null);
    dying.rise();
    core.clock.advance(61);
    await Promise.all([runScheduledWork(core), runScheduledWork(other)]);
    await work();
    const ids = await listOwnEventIds(core.table, ownersFor(sale.organizer, null));
    expect(ids).toHaveLength(4);
    const [gone = sale.event_id] = ids;
    await deleteEvent(core, sale.organizer, { event_id: gone });
    await work();
    expect(await listOwnEventIds(core.table, ownersFor(sale.organizer, null))).toHaveLength(3);
    expect(await readItem(core.table, keys.event(gone))).toBeNull();
    await other.close();
    core.faults.length = 0;
  });

  it("stand in the journal of their original, when decided and when made", async () => {
    core.clock.advance(1);
    const { items } = await copy([14, 21]);
    const journal = await listEventJournal(core, sale.organizer, { event_id: sale.event_id, limit: 50 });
    const last = new Map(journal.items.slice(0, 2).map((entry) => [entry.action, entry]));
    expect(last.get("event.copied")).toMatchObject({
      actor_id: sale.organizer.user_id,
      changes: { copies: { before: null } },
    });
    expect(JSON.stringify(last.get("event.copies_made"))).toContain(items[1]?.event_id);
  });
});

describe("a change of a whole series", () => {
  const change = async (fields: object) => {
    const { revision } = (await findEvent(core.table, sale.event_id)) ?? { revision: 0 };
    return changeEvent(core, sale.organizer, ChangeEvent.parse({ event_id: sale.event_id, revision, ...fields }));
  };

  it("reaches every date that has not begun, in EVENT, text and journal", async () => {
    const { series_id } = await copy([14, 21], true);
    await work();
    await change({ name: "Renamed", programme: "New programme", series: true });
    for (const { event_id, name } of await listDates(core, series_id)) {
      expect(name).toBe("Renamed");
      expect(await getEvent(core, null, { event_id })).toMatchObject({ programme: "New programme" });
    }
    core.clock.advance(10 * day);
    await change({ min_age: 12, series: true });
    const [begun, ...others] = await listDates(core, series_id);
    for (const { event_id } of others) expect(await getEvent(core, null, { event_id })).toMatchObject({ min_age: 12 });
    expect(begun?.event_id).toBe(sale.event_id);
    const { event_id } = others[0] ?? sale;
    const { revision } = (await findEvent(core.table, event_id)) ?? { revision: 0 };
    await changeEvent(core, sale.organizer, ChangeEvent.parse({ event_id, revision, name: "Renamed alone" }));
    core.clock.advance(-10 * day);
    await change({ name: "Renamed", series: true });
    expect((await listDates(core, series_id)).map(({ name }) => name)).toEqual(["Renamed", "Renamed", "Renamed"]);
    await expect(change({ duration: 30, series: true })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("is finished by another process", async () => {
    const { series_id } = await copy([14, 21, 28], true);
    await work();
    for (const write of [2, 3, 4, 5]) {
      dying.die(write, "after");
      await change({ name: `Renamed ${write}`, series: true }).catch(() => null);
      dying.rise();
      await work();
      const names = (await listDates(core, series_id)).map(({ name }) => name);
      expect(new Set(names)).toEqual(new Set([`Renamed ${write}`]));
    }
    core.faults.length = 0;
  });
});
