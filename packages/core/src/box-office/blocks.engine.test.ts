import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { ChangeEvent } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { getEvent } from "../event/get-event.ts";
import { listEventJournal } from "../event/list-event-journal.ts";
import { changeEvent } from "../event-change/change-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { exportBookings } from "../export/export-bookings.ts";
import { exportEventSeats } from "../export/export-event-seats.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { getSeatMap, listSeats } from "../seat-map/get-seat-map.ts";
import { interpose } from "../testing/interpose.ts";
import { named, openBoxOffice } from "../testing/open-box-office.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { openCorrectedHall, relabelRow } from "../testing/open-corrected-hall.ts";
import { ask, newGuest, openEvent } from "../testing/open-event.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { blockSeats } from "./block-seats.ts";
import { cancelSeats } from "./cancel-seats.ts";
import { findBookings } from "./find-bookings.ts";
import { listBlocks } from "./list-blocks.ts";
import { releaseBlocks } from "./release-blocks.ts";
import { sellAtCounter } from "./sell-at-counter.ts";

let core: TestCore;
let office: Awaited<ReturnType<typeof openBoxOffice>>;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());
beforeEach(async () => {
  office = await openBoxOffice(core);
});

describe("a blocked seat", () => {
  it("is nobody's to hold, however much time passes, until it is released", async () => {
    expect(await office.block("A-1", "A-2")).toEqual({ blocked: 2 });
    await expect(office.hold("A-2")).rejects.toMatchObject({ code: "SEATS_UNAVAILABLE", details: { seats: ["A-2"] } });
    await letTimePass(core, 3_600, 1_200);
    expect(await office.stateOf("A-1")).toBe("blocked");
    expect(await office.release("A-1")).toEqual({ blocked: 1 });
    await office.hold("A-1");
    await office.audit();
  });

  it("is told to all as blocked, and why only to the box office", async () => {
    await office.block("A-2", "B-3");
    const map = await getSeatMap(core, null, office.sale);
    expect(map.states).toBe(`axaaaaaaxaaa${"a".repeat(4)}`);
    const listed = (await listSeats(core, null, { ...office.sale, seat_state: "blocked" })).toJSON().items;
    expect(listed.map(({ seat_pos, price }) => [seat_pos, price])).toEqual([
      ["A-2", 4500],
      ["B-3", 4500],
    ]);
    expect(JSON.stringify(listed)).not.toContain("Press");
    const { items, next_cursor } = await listBlocks(core, office.sale.organizer, { ...office.sale, limit: 1 });
    expect(items).toMatchObject([{ seat_pos: "A-2", row_label: "A", reason: "Press" }]);
    const second = await listBlocks(core, office.sale.organizer, {
      ...office.sale,
      limit: 1,
      cursor: String(next_cursor),
    });
    expect(second).toMatchObject({ items: [{ seat_pos: "B-3" }], next_cursor: null });
  });

  it("is counted apart from what is sold, held and left", async () => {
    await office.block("A-1", "A-2", "A-3");
    await office.sell("comp", ["A-3", "B-1"]);
    await office.hold("B-2");
    await core.background.settled();
    const counted = { seats_blocked: 2, seats_sold: 2, seats_held: 1, seats_available: 11 };
    expect(await office.figures()).toMatchObject({ ...counted, comps: 2, counter_sales: 1, revenue: 0 });
    expect((await getEvent(core, null, office.sale)).availability).toMatchObject(counted);
  });

  it("is refused, and released, as a whole or not at all", async () => {
    await office.hold("A-2");
    await expect(office.block("A-1", "A-2")).rejects.toMatchObject({
      code: "SEATS_UNAVAILABLE",
      details: { seats: ["A-2"] },
    });
    await office.block("A-3");
    await expect(office.block("A-3", "A-4")).rejects.toMatchObject({ details: { seats: ["A-3"] } });
    await expect(office.release("A-3", "A-4")).rejects.toMatchObject({ details: { seats: ["A-4"] } });
    await expect(office.block("Z-1")).rejects.toMatchObject({ code: "SEAT_NOT_FOUND" });
    expect(await office.figures()).toMatchObject({ seats_blocked: 1 });
    await office.audit();
  });

  it("is released for its reason alone, where one is stated", async () => {
    await office.block("A-1");
    const input = { event_id: office.sale.event_id, seats: named("A-1") };
    const release = (reason: string) => releaseBlocks(core, office.sale.organizer, { ...input, reason });
    await expect(release("Choir")).rejects.toMatchObject({ code: "SEATS_UNAVAILABLE", details: { seats: ["A-1"] } });
    expect(await release("Press")).toEqual({ blocked: 1 });
  });

  it("is not called free, or blocked for something else, where another part of its release failed", async () => {
    await office.block("A-1");
    const failing = await openCore({
      alongside: core,
      wrap: (table) =>
        interpose(table, (command, send) => {
          if (!(command instanceof TransactWriteCommand)) return send();
          // A seat, the journal, and the counts, whose condition fails.
          const CancellationReasons = ["None", "None", "ConditionalCheckFailed"].map((Code) => ({ Code }));
          const failure = { $metadata: {}, message: "refused", CancellationReasons };
          return Promise.reject(new TransactionCanceledException(failure));
        }),
    });
    const { event_id, organizer } = office.sale;
    const released = releaseBlocks(failing, organizer, { event_id, seats: named("A-1") });
    await expect(released).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await failing.close();
    expect(await office.stateOf("A-1")).toBe("blocked");
  });

  it("stands in the journal without what it was for, which may name somebody, also among many", async () => {
    const { event_id, organizer } = await openEvent(core, { rows: 9, perRow: 10 });
    const seats = named(
      ..."ABCDEFGHI".split("").flatMap((row) => Array.from({ length: 10 }, (_, i) => `${row}-${i + 1}`)),
    );
    core.clock.advance(1);
    await blockSeats(core, organizer, { event_id, seats, reason: "Choir" });
    core.clock.advance(1);
    await releaseBlocks(core, organizer, { event_id, seats });
    const { items } = await listEventJournal(core, organizer, { event_id, limit: 2 });
    expect(JSON.stringify(items)).not.toContain("Choir");
    const [released, blocked] = items.map(({ changes }) => changes);
    expect(blocked).toMatchObject({ seats: { after: expect.any(Array) }, seats_2: { after: expect.any(Array) } });
    // A table returns the entries of a map in any order.
    expect([blocked?.seats, blocked?.seats_2].flatMap((part) => part?.after)).toEqual(seats);
    expect(released).toMatchObject({ seats: { before: blocked?.seats?.after } });
  });

  it("is taken from a hold that has expired, which can't be paid for then", async () => {
    const guest = await newGuest(core);
    const { holding_id } = await placeHold(core, guest, ask(office.sale.event_id, "A-1"));
    core.clock.advance(181);
    await office.block("A-1");
    await expect(confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } })).rejects.toMatchObject({
      code: "HOLD_EXPIRED",
    });
    await office.audit();
  });

  it("is the house's again once what it was sold as is cancelled, given back or moved, for the same reason", async () => {
    await office.block("A-1", "A-2", "A-3", "A-4");
    const sold = await office.sell("comp", ["A-1", "A-2", "A-3", "B-1"], { name: "Ann" });
    const [found] = (await findBookings(core, office.sale.organizer, { ...office.sale, seats: named("A-1") })).items;
    expect(found?.from_blocks).toEqual(["A-1", "A-2", "A-3"]);
    expect(sold).not.toHaveProperty("from_blocks");
    await cancelSeats(core, office.sale.organizer, { ...sold, seats: named("A-1") });
    await office.move(sold.booking_id, ["A-2", "B-2"]);
    expect((await getSeatMap(core, null, office.sale)).states).toBe(`xxbxaabbaaaa${"a".repeat(4)}`);
    expect(await office.figures()).toMatchObject({ seats_blocked: 3, seats_sold: 3, comps: 3 });
    await cancelBooking(core, office.sale.organizer, sold);
    expect((await getSeatMap(core, null, office.sale)).states).toBe(`xxxxaaaaaaaa${"a".repeat(4)}`);
    const { items } = await listBlocks(core, office.sale.organizer, { ...office.sale, limit: 9 });
    expect(items.map(({ reason }) => reason)).toEqual(Array(4).fill("Press"));
    expect(await office.figures()).toMatchObject({ seats_blocked: 4, seats_sold: 0, comps: 0 });
    await expect(office.hold("A-3")).rejects.toMatchObject({ code: "SEATS_UNAVAILABLE" });
    await office.audit();
  });

  it("is refused in a draft, whose seats may still be others", async () => {
    const draft = await openEvent(core, { event: { status: "draft" } });
    const input = { event_id: draft.event_id, seats: named("A-1"), reason: "Press" };
    await expect(blockSeats(core, draft.organizer, input)).rejects.toMatchObject({ code: "EVENT_STATUS_CONFLICT" });
  });

  it("stays blocked when prices change, and costs what its event asks then", async () => {
    await office.block("A-1");
    const { revision } = await setEventStatus(core, office.sale.organizer, { ...office.sale, status: "published" });
    const seat_type_prices = { Stalls: 5000, Box: 9000 };
    const input = ChangeEvent.parse({ event_id: office.sale.event_id, revision, seat_type_prices });
    await changeEvent(core, office.sale.organizer, input);
    await letTimePass(core, 120);
    const [seat] = (await listSeats(core, null, { ...office.sale, seat_state: "blocked" })).toJSON().items;
    expect(seat).toMatchObject({ seat_pos: "A-1", price: 5000 });
    expect(await office.sell("cash", ["A-1"])).toMatchObject({ total: 5000 });
    await office.audit();
  });

  it("keeps its state when a corrected hall is carried to its event", async () => {
    const hall = await openCorrectedHall(core);
    const input = { event_id: hall.event_id, seats: named("A-1", "K-2"), reason: "Press" };
    await blockSeats(core, hall.organizer, input);
    await hall.change({ relabel: relabelRow, carry: [hall.event_id] });
    core.clock.advance(3);
    const { items } = await listBlocks(core, hall.organizer, { ...input, limit: 9 });
    expect(items).toMatchObject([{ seat_pos: "A-1", row_label: "AA" }, { seat_pos: "K-2" }]);
    await expectCleanAudit(core, hall.event_id);
  });
});

it("a file of the seats says which are blocked, and why, and files which were sold at the counter, and how", async () => {
  const { sale } = office;
  await office.block("A-2", "A-3");
  await office.sell("comp", ["A-3"], { name: "Ann" });
  await office.sell("cash", ["A-4"], { name: "Ben" });
  await office.buy("A-5");
  const seats = await (await exportEventSeats(core, sale.organizer, sale)).read();
  expect(seats).toMatch(/A-2,.*,blocked,,,,Press,\r?\n/);
  expect(seats).toMatch(/A-3,.*,booked,[^,]*,Ann,,,comp\r?\n/);
  expect(seats).toMatch(/A-5,.*,booked,[^,]*,[^,]*,[^,]*,,\r?\n/);
  const bookings = await (await exportBookings(core, sale.organizer, sale)).read();
  const [names = [], ...rows] = bookings
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  // From the end: seats and names may have commas, what follows them has none.
  const place = names.indexOf("counter") - names.length;
  expect(rows.map((cells) => cells.at(place))).toEqual(["comp", "cash", ""]);
});

it("whoever does not work at the box office is refused", async () => {
  const guest = await newGuest(core);
  const input = { event_id: office.sale.event_id, seats: named("A-1") };
  for (const refused of [
    () => blockSeats(core, guest, { ...input, reason: "Press" }),
    () => releaseBlocks(core, guest, input),
    () => listBlocks(core, guest, { ...input, limit: 1 }),
    () => sellAtCounter(core, guest, { ...input, payment: "comp" }),
  ])
    await expect(refused()).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("whoever has the role does the work of the box office, and no lesser one", async () => {
  const { event_id } = office.sale;
  const organization_id = (await findEvent(core.table, event_id))?.organization_id ?? null;
  if (organization_id === null) throw new Error("the event belongs to nobody");
  const input = { event_id, seats: named("A-1") };
  const memberOf = async (role: "box_office" | "door" | "viewer") => ({
    ...(await newGuest(core)),
    role: "attendee" as const,
    memberships: { [organization_id]: role },
  });
  for (const role of ["door", "viewer"] as const)
    await expect(blockSeats(core, await memberOf(role), { ...input, reason: "Press" })).rejects.toMatchObject({
      code: "FORBIDDEN",
      details: { role },
    });
  expect(await blockSeats(core, await memberOf("box_office"), { ...input, reason: "Press" })).toEqual({ blocked: 1 });
});
