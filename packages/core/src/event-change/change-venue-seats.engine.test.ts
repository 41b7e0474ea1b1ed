import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getBooking } from "../booking/get-booking.ts";
import { ChangeEvent } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { listEventJournal } from "../event/list-event-journal.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { getHold } from "../hold/get-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { BookingId, EventId, SeatId, VenueId } from "../ids.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { getVenueSeats } from "../layout/get-venue-seats.ts";
import { getSeatMap, listSeats } from "../seat-map/get-seat-map.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import { updateItem } from "../table/update-item.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { type CorrectedHall, openCorrectedHall, relabelRow } from "../testing/open-corrected-hall.ts";
import { ask, newGuest, openEvent } from "../testing/open-event.ts";
import { newKey, sendWithKey } from "../testing/send-with-key.ts";
import { expectCleanAudit } from "../testing/settle-everything.ts";
import { getVenue } from "../venue/get-venue.ts";
import { ChangeVenueSeats, NewVenueSeat } from "../venue/venue.ts";
import { changeEvent } from "./change-event.ts";
import { changeVenueSeats } from "./change-venue-seats.ts";
import { createEvent } from "./create-event.ts";

let hall: CorrectedHall;
let core: TestCore;
let event_id: EventId;
let venue_id: VenueId;
let change: CorrectedHall["change"];
let printed: CorrectedHall["printed"];
let shown: CorrectedHall["shown"];

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());
beforeEach(async () => {
  hall = await openCorrectedHall(core);
  ({ event_id, venue_id, change, printed, shown } = hall);
});

describe("a correction of a venue's seats", () => {
  it("changes labels, types and properties under the same keys, and removes seats", async () => {
    const answer = await change({
      relabel: [{ seat_pos: "A-1", section: "Parkett", row_label: "1", seat_label: "1bis" }],
      properties: [{ seat_pos: "A-2", properties: ["restricted_view"], accessible: true }],
      remove: ["K-4"],
    });
    expect(answer).toEqual({ revision: 2 });
    expect(await getVenue(core, { venue_id })).toMatchObject({ revision: 2, seat_count: 7 });
    const seats = (await getVenueSeats(core, { venue_id })).toJSON().items;
    expect(seats.map(({ seat_pos }) => seat_pos).sort()).toEqual(["A-1", "A-2", "A-3", "A-4", "K-1", "K-2", "K-3"]);
    expect(seats.find(({ seat_pos }) => seat_pos === "A-1")).toMatchObject({
      ...{ section: "Parkett", row_label: "1", seat_label: "1bis", seat_type: "Stalls", revision: 1 },
    });
    expect(seats.find(({ seat_pos }) => seat_pos === "A-2")).toMatchObject({
      ...{ properties: ["restricted_view"], accessible: true },
    });
  });

  it("is made from the revision that its organizer saw, or refused", async () => {
    await change({ remove: ["K-4"] });
    await expect(change({ remove: ["K-3"] }, 1)).rejects.toMatchObject({
      code: "REVISION_CONFLICT",
      details: { revision: 2, changed: ["seats"] },
    });
    expect(await getVenue(core, { venue_id })).toMatchObject({ revision: 2, seat_count: 7 });
  });

  it.each([
    ["a seat that the venue lacks", { remove: ["Z-1"] }, "remove.0"],
    ["a seat twice", { remove: ["A-1", "A-1"] }, "remove.1"],
    ["a seat that is removed as well", { remove: ["A-1"], properties: [{ seat_pos: "A-1" }] }, "properties.0"],
    ["a type that the venue lacks", { retype: [{ seat_pos: "A-1", seat_type: "Lawn" }] }, "retype.0.seat_type"],
    ["no row and no section", { relabel: [{ seat_pos: "A-1", section: "", row_label: "" }] }, "relabel.0"],
    ["nothing", {}, ""],
  ])("of %s is refused by its place", async (_, changes, path) => {
    await expect(change(changes)).rejects.toMatchObject({ code: "INVALID_INPUT", details: { faults: [{ path }] } });
    expect(await getVenue(core, { venue_id })).toMatchObject({ revision: 1 });
  });

  it("never prints the same on two seats, but swaps labels and reuses those of removed seats", async () => {
    const taken = change({ relabel: [{ seat_pos: "A-1", seat_label: "2" }] });
    await expect(taken).rejects.toMatchObject({
      code: "LABEL_TAKEN",
      details: { seats: [{ section: "Stalls", row_label: "A", seat_label: "2" }] },
    });
    const swapped = [
      { seat_pos: "A-1", seat_label: "2" },
      { seat_pos: "A-2", seat_label: "1" },
    ];
    await change({ relabel: swapped });
    await change({ relabel: [{ seat_pos: "A-3", seat_label: "4" }], remove: ["A-4"] });
    expect(await printed()).toEqual([
      ...["Stalls A 1", "Stalls A 2", "Stalls A 4"],
      ...["Circle K 1", "Circle K 2", "Circle K 3", "Circle K 4"],
    ]);
  });

  it("corrects a venue in which the version before let two seats print the same", async () => {
    await updateItem(
      core.table,
      update({
        key: keys.venueSeat(venue_id, "K-1" as SeatId),
        update: "SET #section = :section, row_label = :row",
        names: { "#section": "section" },
        values: { ":section": "Stalls", ":row": "A" },
      }),
    );
    await change({ properties: [{ seat_pos: "A-2", accessible: true }] });
    const again = change({ relabel: [{ seat_pos: "K-2", section: "Stalls", row_label: "A", seat_label: "1" }] });
    await expect(again).rejects.toMatchObject({ code: "LABEL_TAKEN" });
    await change({ relabel: [{ seat_pos: "K-1", section: "Circle", row_label: "K" }] });
    expect(await printed()).toContain("Circle K 1");
  });

  it("never gives the key of a removed seat to another one", async () => {
    await change({ remove: ["A-4"] });
    const add = (seat: object) =>
      addVenueSeats(core, hall.organizer, { venue_id, seats: [NewVenueSeat.parse({ seat_type: "Stalls", ...seat })] });
    const { seats } = await add({ section: "Stalls", row: "A", seat_label: "5" });
    expect(seats[0]?.seat_pos).toBe("A-5");
    const again = await add({ section: "Stalls", row: "A", seat_label: "4" });
    expect(again.seats[0]?.seat_pos).toBe("A-4");
    expect(await printed()).toContain("Stalls A 4");
    expect(await getVenue(core, { venue_id })).toMatchObject({ seat_count: 9 });
  });

  it("reaches events created afterwards, with types and without removed seats", async () => {
    await change({ relabel: relabelRow, remove: ["K-4"] });
    const made = await createEvent(core, hall.organizer, {
      ...{ venue_id, name: "Later", duration: 60, artists: [], tags: [], description: "", programme: "" },
      ...{ start_time: new Date((core.clock() + 86_400) * 1000).toISOString(), currency: "USD", status: "published" },
      seat_type_prices: { Stalls: 100 },
    });
    expect(made).toMatchObject({ seat_count: 7 });
    expect((await shown(made.event_id))[0]).toBe("A-1 Stalls AA 1");
    expect((await shown())[0]).toBe("A-1 Stalls A 1");
  });
});

describe("labels carried to a published event", () => {
  it("show on its tickets, holds, list and map, and nothing that is sold changes", async () => {
    const [buyer, holder] = [await newGuest(core), await newGuest(core)];
    const { holding_id } = await placeHold(core, buyer, ask(event_id, "A-2", "A-1"));
    const booking = await confirmHold(core, buyer, { holding_id, payment: { token: "tok_visa" } });
    const held = await placeHold(core, holder, ask(event_id, "A-3"));
    const before = await getSeatMap(core, null, { event_id });
    const removed = ["K-4"];
    await change({
      relabel: relabelRow,
      remove: removed,
      properties: [{ seat_pos: "A-1", properties: ["companion"] }],
      carry: [event_id],
    });

    expect(await shown()).toEqual([
      ...["A-1 Stalls AA 1", "A-2 Stalls AA 2", "A-3 Stalls AA 3", "A-4 Stalls AA 4"],
      ...["K-1 Circle K 1", "K-2 Circle K 2", "K-3 Circle K 3", "K-4 Circle K 4"],
    ]);
    const { booking_id } = booking as { booking_id: BookingId };
    const { lines, seats } = await getBooking(core, buyer, { booking_id });
    expect(seats).toEqual(["A-2", "A-1"]);
    expect(lines).toMatchObject([
      { seat: "A-2", row_label: "AA", seat_label: "2" },
      { seat: "A-1", row_label: "AA", seat_label: "1" },
    ]);
    expect((await getHold(core, holder, held)).lines).toMatchObject([{ seat: "A-3", row_label: "AA" }]);
    const after = await getSeatMap(core, null, { event_id });
    expect(after.states).toBe(before.states);
    expect(after.layout_id).not.toBe(before.layout_id);
    const list = await listSeats(core, null, { event_id });
    expect(list.toJSON().items[0]).toMatchObject({ seat_pos: "A-1", properties: ["companion"] });
    await core.background.settled();
    await expectCleanAudit(core, event_id);
  });

  it("can be carried again, and later to an event that was left out", async () => {
    await change({ relabel: relabelRow });
    expect((await shown())[0]).toBe("A-1 Stalls A 1");
    await change({ carry: [event_id] });
    expect((await shown())[0]).toBe("A-1 Stalls AA 1");
    await change({ relabel: [{ seat_pos: "A-1", row_label: "BB" }], carry: [event_id] });
    expect((await shown())[0]).toBe("A-1 Stalls BB 1");
  });

  it("are refused for an event of another venue, and then nothing is changed", async () => {
    const { event_id: foreign } = await openEvent(core, hall);
    const refused = change({ relabel: relabelRow, carry: [event_id, foreign] });
    await expect(refused).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
    expect((await shown())[0]).toBe("A-1 Stalls A 1");
    expect(await getVenue(core, { venue_id })).toMatchObject({ revision: 1 });
  });

  it("are named to an editor who saw the event before", async () => {
    const { revision } = (await findEvent(core.table, event_id)) ?? { revision: -1 };
    await change({ relabel: relabelRow, carry: [event_id] });
    const edit = changeEvent(core, hall.organizer, ChangeEvent.parse({ event_id, revision, name: "Renamed" }));
    await expect(edit).rejects.toMatchObject({
      code: "REVISION_CONFLICT",
      details: { revision: revision + 1, changed: ["labels"] },
    });
    const { items } = await listEventJournal(core, hall.organizer, { event_id, limit: 50 });
    expect(items.filter(({ action }) => action === "seats.carried")).toMatchObject([
      { revision: revision + 1, actor_id: hall.organizer.user_id, changes: { labels: { before: null, after: 4 } } },
    ]);
  });

  it("sent again with its Idempotency-Key is answered as before, and done once", async () => {
    const body = ChangeVenueSeats.parse({ venue_id, revision: 1, relabel: relabelRow, carry: [event_id] });
    const key = newKey();
    const send = () =>
      sendWithKey(core, { actor: hall.organizer, key, body }, (lease) =>
        changeVenueSeats(core, hall.organizer, body, lease),
      );
    expect(await send()).toMatchObject({ answer: { revision: 2 }, replayed: false });
    expect(await send()).toMatchObject({ answer: { revision: 2 }, replayed: true });
    expect(await getVenue(core, { venue_id })).toMatchObject({ revision: 2 });
  });
});
