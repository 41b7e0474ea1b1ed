import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { getBooking } from "../booking/get-booking.ts";
import { changeStatus } from "../event/change-status.ts";
import { ChangeEvent, EventStatus } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { getEvent } from "../event/get-event.ts";
import { listEventJournal } from "../event/list-event-journal.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { searchEvents } from "../search/search-events.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { editEvent } from "../testing/edit-event.ts";
import { ask, newGuest, newOrganizer, openEvent, type Sale } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race } from "../testing/race.ts";
import { toInstant, toSeconds } from "../time.ts";
import type { Actor } from "../user/user.ts";
import { changeEvent } from "./change-event.ts";

const day = 86_400;
let sale: Sale;

const [core, other] = await openTwoCores();

beforeAll(async () => {
  for (const process of [core, other]) await process.catalog.load();
});
beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 5 });
  core.clock.advance(1);
});

const at = (revision: number, change: object) => ChangeEvent.parse({ event_id: sale.event_id, revision, ...change });
const edit = (change: Parameters<typeof editEvent>[2]) => editEvent(other, sale, change);
const later = (days: number): string => toInstant(Math.floor(core.clock()) + days * day);
const journal = async () => (await listEventJournal(core, sale.organizer, { ...sale, limit: 50 })).items;
const code = (code: string) => expect.objectContaining({ code });
const revisionOf = async () => (await findEvent(core.table, sale.event_id))?.revision;

describe("a change of an event", () => {
  it("of every field is on its page, in every process within 2 s", async () => {
    const start_time = later(20);
    const change = {
      ...{ name: "Recital", description: "Short", programme: "Songs", tags: ["songs"], artists: ["Ada", "Clara"] },
      ...{ min_age: 12, address: "Lawn 3", map_url: "https://example.org/m", poster_seed: 7, duration: 90 },
      ...{ start_time, doors_time: later(19), sales_start: later(-1), sales_end: start_time },
      ...{ seat_type_prices: { Stalls: 5000 }, cancellation_policy: { hours_before: 48, percent: 100 as const } },
    };
    expect((await getEvent(core, null, sale)).name).toBe("Test concert");
    const changed = await edit(change);
    expect(changed).toMatchObject({
      revision: 2,
      price_revision: 1,
      end_time: toInstant(toSeconds(start_time) + 5400),
    });
    core.clock.advance(2);
    for (const process of [core, other]) {
      const page = await getEvent(process, null, sale);
      expect(page).toMatchObject({ ...change, revision: 2, price_min: 5000, price_max: 5000 });
    }
  });

  it("is found by other processes under its new name, time and poster", async () => {
    const listed = async () =>
      (await searchEvents(core, { limit: 200 })).items.find(({ event_id }) => event_id === sale.event_id);
    await core.catalog.follow();
    expect(await listed()).toMatchObject({ name: "Test concert", poster_seed: null });
    core.clock.advance(1);
    await edit({ name: "Recital", start_time: later(40), poster_seed: 11 });
    await core.catalog.follow();
    expect(await listed()).toMatchObject({ name: "Recital", start_time: later(40), poster_seed: 11 });
    const { items } = await searchEvents(core, { limit: 200 });
    expect(items.at(-1)?.event_id).toBe(sale.event_id);
    expect((await readItem(core.table, keys.event(sale.event_id)))?.catalog_order).toBe(
      `${later(40)}#${sale.event_id}##11`,
    );
  });

  it("that changes nothing leaves the revision and the journal alone", async () => {
    const before = await journal();
    const same = await edit({ name: "Test concert", seat_type_prices: { Stalls: 4500 }, sales_end: null });
    expect(same).toMatchObject({ revision: 1, price_revision: 0 });
    expect(await journal()).toEqual(before);
    expect(await readItem(core.table, keys.job("refresh", sale.event_id))).toBeNull();
  });

  it("names its faults by field, and then changes nothing", async () => {
    const faulty = edit({
      start_time: later(-1),
      sales_end: later(50),
      seat_type_prices: { Lawn: 1 },
      currency: "EUR",
    });
    await expect(faulty).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const paths = await faulty.catch(({ details }) => details.faults.map(({ path }: { path: string }) => path));
    expect(paths).toEqual(expect.arrayContaining(["start_time", "sales_end", "seat_type_prices.Lawn", "currency"]));
    expect(await revisionOf()).toBe(1);
  });

  it("is its organizer's and an admin's: refused to another one, and a draft is not there for them", async () => {
    const rival = await newOrganizer(core);
    const guest = await newGuest(core);
    for (const actor of [rival, guest])
      await expect(changeEvent(core, actor, at(1, { name: "Mine" }))).rejects.toEqual(code("FORBIDDEN"));
    await expect(changeEvent(core, { ...guest, role: "admin" }, at(1, { name: "Ours" }))).resolves.toMatchObject({
      name: "Ours",
    });
    sale = await openEvent(core, { rows: 1, perRow: 2, event: { status: "draft" } });
    await expect(changeEvent(core, rival, at(1, { name: "Mine" }))).rejects.toEqual(code("EVENT_NOT_FOUND"));
  });

  it.each(EventStatus.options)("%s: what may be changed", async (status) => {
    if (status === "draft") sale = await openEvent(core, { rows: 1, perRow: 2, event: { status } });
    const event = await findEvent(core.table, sale.event_id);
    if (event && status !== event.status) await changeStatus(core, event, status, { actor: null });
    const asked = editEvent(core, sale, { name: "Recital", start_time: later(9) });
    if (["draft", "published", "paused"].includes(status))
      expect(await asked).toMatchObject({
        status,
        name: "Recital",
        moved_from: status === "draft" ? null : event?.start_time,
      });
    else await expect(asked).rejects.toEqual(code(status === "deleting" ? "EVENT_NOT_FOUND" : "EVENT_STATUS_CONFLICT"));
  });

  it("of a draft may name another currency", async () => {
    sale = await openEvent(core, { rows: 1, perRow: 2, event: { status: "draft" } });
    expect(await edit({ currency: "EUR", seat_type_prices: { Stalls: 4000 } })).toMatchObject({ currency: "EUR" });
  });
});

describe("the revision", () => {
  it("that was seen decides: who saw an older one reads what was changed since", async () => {
    await changeEvent(core, sale.organizer, at(1, { name: "Recital" }));
    await changeEvent(core, sale.organizer, at(2, { programme: "Songs", duration: 60 }));
    const stale = (revision: number) => changeEvent(core, sale.organizer, at(revision, { name: "Matinee" }));
    const details = (changed: string[]) => ({ code: "REVISION_CONFLICT", details: { revision: 3, changed } });
    await expect(stale(1)).rejects.toMatchObject(details(["duration", "name", "programme"]));
    await expect(stale(2)).rejects.toMatchObject(details(["duration", "programme"]));
    await expect(stale(9)).rejects.toMatchObject(details([]));
  });

  it("lets one of ten editors win, in two processes, and tells the others what it changed", async () => {
    const input = (i: number) => at(1, i % 2 === 0 ? { name: `Name ${i}` } : { duration: 60 + i });
    const raced = await race(
      Array.from({ length: 10 }, (_, i) => changeEvent(i % 3 === 0 ? core : other, sale.organizer, input(i))),
    );
    expect([raced.won.length, raced.refused, raced.broken]).toEqual([1, { REVISION_CONFLICT: 9 }, []]);
    expect(await findEvent(core.table, sale.event_id)).toMatchObject({ name: raced.won[0]?.name, revision: 2 });
    expect((await journal()).filter(({ action }) => action === "event.changed")).toHaveLength(1);
  });

  it("starts at none for an event of the version before", async () => {
    const key = keys.event(sale.event_id);
    const { revision: _, revised_by: __, price_revision: ___, ...item } = (await readItem(core.table, key)) ?? {};
    await transact(core.table, [{ put: item }]);
    expect(await revisionOf()).toBe(0);
    const [won, lost] = [at(0, { seat_type_prices: { Stalls: 1 } }), at(0, { seat_type_prices: { Stalls: 2 } })];
    expect(await changeEvent(core, sale.organizer, won)).toMatchObject({ revision: 1, price_revision: 1 });
    await expect(changeEvent(core, sale.organizer, lost)).rejects.toEqual(code("REVISION_CONFLICT"));
  });
});

describe("a moved event", () => {
  async function buy(): Promise<{ guest: Actor; booking: BookingView }> {
    core.clock.advance(2);
    const guest = await newGuest(core);
    const { holding_id } = await placeHold(core, guest, ask(sale.event_id, "A-1"));
    const booking = await confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } });
    return { guest, booking: booking as BookingView };
  }

  it("may be cancelled for fourteen days by who bought another date, and by nobody who bought this one", async () => {
    await edit({ cancellation_policy: null });
    const { guest, booking } = await buy();
    const original = (await getEvent(core, null, sale)).start_time;
    const cancel = () => cancelBooking(core, guest, booking);
    await expect(cancel()).rejects.toEqual(code("CANCELLATION_CLOSED"));
    expect(await edit({ start_time: later(60) })).toMatchObject({ moved_from: original });
    core.clock.advance(2);
    expect(await getBooking(core, guest, booking)).toMatchObject({ refund_if_cancelled: 4500 });
    await edit({ start_time: original });
    await expect(cancel()).rejects.toEqual(code("CANCELLATION_CLOSED"));
    expect(await edit({ start_time: later(50) })).toMatchObject({ moved_from: original });
    core.clock.advance(14 * day + 1);
    await expect(cancel()).rejects.toEqual(code("CANCELLATION_CLOSED"));
    await edit({ start_time: later(45) });
    expect(await cancel()).toMatchObject({ state: "cancelled", refund: { amount: 4500 } });
  });

  it("keeps the terms of who bought before its policy was changed", async () => {
    const { guest, booking } = await buy();
    await edit({ cancellation_policy: null });
    expect(await cancelBooking(core, guest, booking)).toMatchObject({ state: "cancelled" });
  });
});

describe("the journal", () => {
  it("tells who changed what, from what, why and in which request", async () => {
    const actor = { ...sale.organizer, request_id: "request-7" };
    await changeEvent(core, actor, at(1, { name: "Recital", seat_type_prices: { Stalls: 5000 }, reason: "A typo" }));
    expect((await journal())[0]).toMatchObject({
      ...{ action: "event.changed", actor_id: sale.organizer.user_id, request_id: "request-7", revision: 2 },
      ...{ reason: "A typo", at: toInstant(core.clock()) },
      changes: {
        name: { before: "Test concert", after: "Recital" },
        seat_type_prices: { before: { Stalls: 4500 }, after: { Stalls: 5000 } },
      },
    });
  });

  it("names long texts by length and hash, and never takes more than 4 kB", async () => {
    const programme = "ä".repeat(20_000);
    const artists = Array.from({ length: 300 }, (_, i) => `${i} `.padEnd(80, "é"));
    const tags = Array.from({ length: 20 }, (_, i) => `${i} `.padEnd(120, "ü"));
    await edit({
      programme,
      artists,
      tags,
      description: "ö".repeat(500),
      name: "N".repeat(160),
      reason: "r".repeat(200),
    });
    const [entry] = await journal();
    expect(entry?.changes.programme?.after).toEqual({
      length: 20_000,
      sha256: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(entry?.changes.name).toEqual({ before: "Test concert", after: "N".repeat(160) });
    expect(Buffer.byteLength(JSON.stringify(entry))).toBeLessThanOrEqual(4_096);
  });
});
