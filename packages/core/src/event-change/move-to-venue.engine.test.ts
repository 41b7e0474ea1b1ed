import { beforeEach, describe, expect, it } from "vitest";
import { changeStatus } from "../event/change-status.ts";
import { draftEvent } from "../event/draft-event.ts";
import { ChangeEvent, CreateEvent, type Event, EventStatus } from "../event/event.ts";
import { getEvent } from "../event/get-event.ts";
import { listEventJournal } from "../event/list-event-journal.ts";
import { placeHold } from "../hold/place-hold.ts";
import { listJournal } from "../journal/list-journal.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { searchEvents } from "../search/search-events.ts";
import { getSeatMap } from "../seat-map/get-seat-map.ts";
import { id } from "../testing/id.ts";
import type { TestCore } from "../testing/open-core.ts";
import { openCores } from "../testing/open-cores.ts";
import { ask, newGuest, newOrganizer, newSeat } from "../testing/open-event.ts";
import { getStored, newHall, openTwoHalls, type TwoHalls } from "../testing/open-two-halls.ts";
import { newKey, sendWithKey } from "../testing/send-with-key.ts";
import { changeEvent } from "./change-event.ts";

let core: TestCore;
let other: TestCore;
let halls: TwoHalls;
let draft: Event;

const open = openCores();
beforeEach(async () => {
  core = await open();
  other = await open({ alongside: core });
  halls = await openTwoHalls(core);
  draft = await halls.draft();
  core.clock.advance(1);
});

const code = (code: string) => expect.objectContaining({ code });
describe("a draft that moves", () => {
  it("has the new venue's facts, zone and seats, and its instants stay", async () => {
    const moved = await halls.move(draft);
    expect(moved).toMatchObject({
      ...{ venue_id: halls.tokyo, start_time: draft.start_time, status: "draft", seat_count: 7 },
      ...{ seat_type_prices: { Stalls: 1000, Lawn: 700 }, price_revision: 1 },
    });
    await halls.expectSeatsOf(draft, halls.tokyo);
    core.clock.advance(2);
    for (const process of [core, other])
      expect(await getEvent(process, halls.organizer, draft)).toMatchObject({
        venue: { venue_id: halls.tokyo, name: "Tokyo hall", city: "Tokyo", timezone: "Asia/Tokyo" },
        address: "Tokyo hall street 1",
        revision: moved.revision,
        availability: { by_seat_type: { Lawn: { total: 3, available: 3 }, Stalls: { total: 4, available: 4 } } },
      });
  });

  it("keeps an address that the same change states, without the venue's map", async () => {
    await halls.move(draft, { address: "Lawn behind the hall" });
    expect(await getEvent(core, halls.organizer, draft)).toMatchObject({ address: "Lawn behind the hall" });
  });

  it("keeps its prices of the types that are there too", async () => {
    await halls.move(draft, { seat_type_prices: { Lawn: 900 } });
    expect((await getStored(core, draft.event_id)).seat_type_prices).toEqual({ Stalls: 1000, Lawn: 900 });
  });

  it("is told of in its own journal and in both venues'", async () => {
    await halls.move(draft, { reason: "A flood" });
    const { items } = await listEventJournal(core, halls.organizer, { ...draft, limit: 10 });
    expect(items.map(({ action }) => action).toSorted()).toEqual([
      ...["event.changed", "event.created", "event.seats_copied", "event.seats_copied"],
    ]);
    expect(items.find(({ action }) => action === "event.changed")).toMatchObject({
      reason: "A flood",
      changes: {
        venue_id: { before: halls.oslo, after: halls.tokyo },
        timezone: { before: "Europe/Oslo", after: "Asia/Tokyo" },
        seat_type_prices: { before: { Stalls: 1000, Box: 2500 }, after: { Stalls: 1000, Lawn: 700 } },
      },
    });
    const told = async (venue_id: Event["venue_id"]) => (await listJournal(core, venue_id, { limit: 1 })).items[0];
    const moved = { venue_id: { before: halls.oslo, after: halls.tokyo } };
    const { event_id } = draft;
    expect(await told(halls.oslo)).toMatchObject({
      action: "event.moved",
      changes: { ...moved, event_id: { before: event_id, after: null } },
    });
    expect(await told(halls.tokyo)).toMatchObject({
      action: "event.moved",
      changes: { ...moved, event_id: { before: null, after: event_id } },
    });
  });

  it("is sold in the new venue once it is published, in every process, and a seat of the old one never", async () => {
    await getSeatMap(core, halls.organizer, draft);
    await getSeatMap(other, halls.organizer, draft);
    await halls.move(draft);
    await halls.publish(draft, other);
    core.clock.advance(3);
    const guest = await newGuest(core);
    for (const process of [core, other])
      await expect(placeHold(process, guest, ask(draft.event_id, "B-1"))).rejects.toEqual(code("SEAT_NOT_FOUND"));
    expect(await placeHold(core, guest, ask(draft.event_id, "A-1"))).toMatchObject({ total: 700 });
    await core.catalog.load();
    const { items } = await searchEvents(core, { limit: 10, venue_id: halls.tokyo });
    expect(items.map(({ event_id }) => event_id)).toEqual([draft.event_id]);
    expect((await searchEvents(core, { limit: 10, venue_id: halls.oslo })).items).toEqual([]);
  });

  it("comes back with the seats it had", async () => {
    await halls.move(draft);
    await halls.edit(draft.event_id, halls.moveTo(halls.oslo));
    await halls.expectSeatsOf(draft, halls.oslo);
  });

  it("stays where it is when its own venue is named, whatever its status", async () => {
    await halls.publish(draft);
    const { revision } = await getStored(core, draft.event_id);
    expect(await halls.edit(draft.event_id, { venue_id: halls.oslo })).toMatchObject({ revision, status: "published" });
  });

  it("answers a request with the same key again, and moves once", async () => {
    const key = newKey();
    const { event_id, revision } = draft;
    const input = ChangeEvent.parse({ event_id, revision, ...halls.moveTo(halls.tokyo) });
    const send = () =>
      sendWithKey(core, { actor: halls.organizer, key }, (lease) => changeEvent(core, halls.organizer, input, lease));
    const first = await send();
    await halls.edit(event_id, halls.moveTo(halls.oslo));
    expect(await send()).toEqual({ ...first, replayed: true });
    await halls.expectSeatsOf(draft, halls.oslo);
  });
});

describe("a move is refused", () => {
  const expectUnmoved = async () => {
    const { venue_id, revision } = await getStored(core, draft.event_id);
    expect([venue_id, revision]).toEqual([halls.oslo, draft.revision]);
    await halls.expectSeatsOf(draft, halls.oslo);
  };

  it.each(EventStatus.options.filter((status) => status !== "draft"))("once the event is %s", async (status) => {
    await changeStatus(core, await getStored(core, draft.event_id), status, { actor: null });
    const codes = { published: "EVENT_WAS_PUBLISHED", paused: "EVENT_WAS_PUBLISHED", deleting: "EVENT_NOT_FOUND" };
    const name = status in codes ? codes[status as keyof typeof codes] : "EVENT_STATUS_CONFLICT";
    await expect(halls.move(draft)).rejects.toEqual(code(name));
    expect((await getStored(core, draft.event_id)).venue_id).toBe(halls.oslo);
  });

  it("while the seats of the event are being copied", async () => {
    const input = CreateEvent.parse({
      ...{ venue_id: halls.oslo, name: "Concert", start_time: draft.start_time, duration: 90 },
      ...{ seat_type_prices: { Stalls: 1000, Box: 2500 }, status: "draft" },
    });
    draft = (await draftEvent(core, halls.organizer, input, { look_at: core.clock() + 1 })) as unknown as Event;
    await expect(halls.move(draft)).rejects.toEqual(code("EVENT_STATUS_CONFLICT"));
    core.clock.advance(2);
    await runScheduledWork(core);
    await halls.move(draft);
    await halls.expectSeatsOf(draft, halls.tokyo);
  });

  it("into another organizer's venue, before any other fault is told, and into one that isn't there", async () => {
    const rival = await newOrganizer(core);
    const theirs = await newHall(core, rival, "Theirs", "Europe/Oslo", [newSeat("A", 1)]);
    await expect(halls.move(draft, { venue_id: theirs, seat_type_prices: { Sky: 1 } })).rejects.toEqual(
      code("FORBIDDEN"),
    );
    await expect(halls.move(draft, { venue_id: id.venue(99_999) })).rejects.toEqual(code("VENUE_NOT_FOUND"));
    await expectUnmoved();
    const admin = { ...rival, role: "admin" as const };
    await halls.edit(draft.event_id, { venue_id: theirs }, { actor: admin });
    expect(await getStored(core, draft.event_id)).toMatchObject({
      venue_id: theirs,
      owner_id: halls.organizer.user_id,
    });
  });

  it("without a price for each seat type, and with one for a type that isn't there", async () => {
    const unpriced = { code: "SEAT_TYPES_UNPRICED", details: { seat_types: ["Lawn"] } };
    await expect(halls.move(draft, { seat_type_prices: { Stalls: 5 } })).rejects.toMatchObject(unpriced);
    await expect(halls.move(draft, { seat_type_prices: undefined })).rejects.toMatchObject(unpriced);
    const strange = { faults: [{ path: "seat_type_prices.Box", message: "the venue has no such seat type" }] };
    await expect(halls.move(draft, { seat_type_prices: { Box: 1, Lawn: 1 } })).rejects.toMatchObject({
      details: strange,
    });
    await expectUnmoved();
  });

  it("into a venue without seats", async () => {
    const empty = await newHall(core, halls.organizer, "Empty", "Europe/Oslo", []);
    await expect(halls.move(draft, { venue_id: empty })).rejects.toEqual(code("VENUE_WITHOUT_SEATS"));
    await expectUnmoved();
  });

  it("for a whole series, and from an old revision", async () => {
    const faults = expect.arrayContaining([expect.objectContaining({ path: "venue_id" })]);
    await expect(halls.move(draft, { series: true })).rejects.toMatchObject({ details: { faults } });
    await halls.edit(draft.event_id, { name: "Recital" });
    const { event_id, revision } = draft;
    const stale = ChangeEvent.parse({ event_id, revision, ...halls.moveTo(halls.tokyo) });
    await expect(changeEvent(core, halls.organizer, stale)).rejects.toMatchObject({
      code: "REVISION_CONFLICT",
      details: { changed: ["name"] },
    });
  });
});
