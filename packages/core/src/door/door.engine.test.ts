import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CheckInId } from "../admission/admission.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { listEventJournal } from "../event/list-event-journal.ts";
import { hideEvent } from "../operator/hide-event.ts";
import { createUnits } from "../testing/count-units.ts";
import { id } from "../testing/id.ts";
import { openCore } from "../testing/open-core.ts";
import { type Door, openDoor } from "../testing/open-door.ts";
import { newOrganizer, openEvent } from "../testing/open-event.ts";
import { listTickets } from "../ticket/list-tickets.ts";
import { reissueTicket } from "../ticket/reissue-ticket.ts";
import { toInstant } from "../time.ts";
import { checkInTicket, mergeScans } from "./check-in-tickets.ts";
import { listDoor, readDoor } from "./read-door.ts";
import { undoCheckIn } from "./undo-check-in.ts";

let door: Door;

beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.core.close());

describe("a ticket at the door", () => {
  it("lets its seat in once, and tells the second scan when and where", async () => {
    const { code, booking_id, seat_pos } = await door.book(2);
    const first = await door.scan(code, { gate: "North", device: "Ann's phone" });
    expect(first).toMatchObject({
      ...{ result: "admitted", seat_pos: seat_pos, row_label: "A", seat_label: "1", gate: "North" },
      admitted_at: toInstant(door.core.clock()),
    });
    await expect(door.scan(code, { gate: "South", device: "two" })).rejects.toMatchObject({
      code: "TICKET_ALREADY_ADMITTED",
      details: { admitted_at: first.admitted_at, gate: "North", device: "Ann's phone" },
    });
    expect((await listTickets(door.core, door.guest, { booking_id })).map(({ state }) => state)).toEqual([
      "used",
      "valid",
    ]);
    expect(await door.countIn(booking_id)).toBe(1);
  });

  it("sent again with the same instant and device is the same check-in", async () => {
    const { code, booking_id } = await door.book();
    const at = door.ago(10);
    const first = await door.scan(code, { at, device: "one" });
    expect(await door.scan(code, { at, device: "one" })).toEqual(first);
    expect(await door.countIn(booking_id)).toBe(1);
  });

  it("is refused with the one reason", async () => {
    const { code, booking_id, seat_pos } = await door.book();
    const other = await openEvent(door.core, { organizer: door.organizer });
    const fails = (code: string, event_id = door.event_id) =>
      expect(checkInTicket(door.core, door.organizer, { event_id, code })).rejects;
    await fails(code, other.event_id).toMatchObject({
      code: "TICKET_WRONG_EVENT",
      details: { event_id: door.event_id, name: "Test concert" },
    });
    await hideEvent(door.core, { event_id: door.event_id, isHidden: true });
    await fails(code, other.event_id).toMatchObject({ details: { event_id: door.event_id, name: null } });
    await hideEvent(door.core, { event_id: door.event_id, isHidden: false });
    await fails(`${code.slice(0, -2)}AA`).toMatchObject({ code: "TICKET_FORGED" });
    const next = await reissueTicket(door.core, door.organizer, { booking_id, seat_pos });
    await fails(code).toMatchObject({ code: "TICKET_SUPERSEDED" });
    await cancelBooking(door.core, door.guest, { booking_id });
    await fails(next.code).toMatchObject({ code: "TICKET_CANCELLED" });
    await fails(next.code.replace(/\.2\.([\w-]+)$/, ".3.$1")).toMatchObject({ code: "TICKET_FORGED" });
    await expect(door.scan(next.code, { at: door.ago(-301) })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("is scanned by the event's door alone", async () => {
    const { code } = await door.book();
    for (const actor of [door.guest, await newOrganizer(door.core)])
      await expect(checkInTicket(door.core, actor, { event_id: door.event_id, code: code })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
  });

  it("lets one of 20 devices in that scan it at once, in two processes", async () => {
    const { code, booking_id } = await door.book();
    const other = await openCore({ alongside: door.core });
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        checkInTicket(i % 2 === 0 ? door.core : other, door.organizer, {
          ...{ event_id: door.event_id, code, ...(i < 10 ? { device: `device ${i}`, gate: `gate ${i % 3}` } : {}) },
        }),
      ),
    );
    await other.close();
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "TICKET_ALREADY_ADMITTED" });
    expect(await door.countIn(booking_id)).toBe(1);
  });

  it("is not refunded to its buyer once it is used, whoever came first", async () => {
    const used = await door.book();
    await door.scan(used.code);
    await expect(cancelBooking(door.core, door.guest, used)).rejects.toMatchObject({ code: "CANCELLATION_CLOSED" });
    for (let round = 0; round < 5; round++) {
      const { code, booking_id } = await door.book();
      const [admitted, cancelled] = await Promise.allSettled([
        door.scan(code),
        cancelBooking(door.core, door.guest, { booking_id }),
      ]);
      expect([admitted.status, cancelled.status].toSorted()).toEqual(["fulfilled", "rejected"]);
    }
    await door.core.background.settled();
    expect(await cancelBooking(door.core, door.organizer, used)).toMatchObject({ state: "cancelled" });
  });
});

describe("by hand", () => {
  it("a seat is let in with a reason, which the journal has, and its code is then refused", async () => {
    const { code, seat_pos } = await door.book();
    const event_id = door.event_id;
    const reason = "The phone is broken";
    expect(await checkInTicket(door.core, door.organizer, { event_id, seat_pos, reason, gate: "North" })).toMatchObject(
      {
        ...{ result: "admitted", seat_pos },
      },
    );
    await expect(door.scan(code)).rejects.toMatchObject({ code: "TICKET_ALREADY_ADMITTED" });
    const { items } = await listEventJournal(door.core, door.organizer, { event_id, limit: 100 });
    expect(items).toContainEqual(expect.objectContaining({ action: "ticket.admitted_by_hand", reason }));
    await expect(
      checkInTicket(door.core, door.organizer, { event_id, seat_pos: id.seat("D-20"), reason }),
    ).rejects.toMatchObject({ code: "SEAT_NOT_FOUND" });
  });
});

it("all seats of a booking that are let in by hand at once stand in the journal", async () => {
  const { tickets } = await door.book(3);
  const organizer = { ...door.organizer, request_id: "one-request" };
  const reason = "A school class";
  const scans = tickets.map(({ seat_pos }) => ({ seat_pos, reason }));
  await mergeScans(door.core, organizer, { event_id: door.event_id, scans });
  const { items } = await listEventJournal(door.core, door.organizer, { event_id: door.event_id, limit: 100 });
  const noted = items.filter((entry) => entry.reason === reason).flatMap(({ changes }) => Object.keys(changes));
  expect(noted.toSorted()).toEqual(tickets.map(({ booking_id, seat_pos }) => `${booking_id} ${seat_pos}`).toSorted());
});

describe("undone", () => {
  it("a check-in leaves the ticket as it was, and stays in the journal", async () => {
    const { code, booking_id } = await door.book();
    const at = door.ago(5);
    const { check_in_id } = await door.scan(code, { at, gate: "Undo", device: "one" });
    const undo = (check_in_id: CheckInId) =>
      undoCheckIn(door.core, door.organizer, { event_id: door.event_id, check_in_id });
    for (const _ of [1, 2]) await undo(check_in_id);
    expect(await door.countIn(booking_id)).toBe(0);
    expect((await door.list({ gate: "Undo" })).items).toEqual([]);
    expect((await door.scan(code, { gate: "Undo", device: "one" })).check_in_id).not.toBe(check_in_id);
    const { items } = await listEventJournal(door.core, door.organizer, { event_id: door.event_id, limit: 100 });
    expect(items).toContainEqual(expect.objectContaining({ action: "ticket.admission_undone" }));
    await expect(undo(check_in_id.replace(/.{16}$/, "x".repeat(16)) as CheckInId)).rejects.toMatchObject({
      code: "CHECK_IN_NOT_FOUND",
    });
  });
});

it("a scan that was undone and is sent again is told as it was, and as who is in once somebody else is", async () => {
  const { code, booking_id } = await door.book();
  const scan = { at: door.ago(5), gate: "North", device: "one" };
  const first = await door.scan(code, scan);
  const undo = ({ check_in_id }: { check_in_id: CheckInId }) =>
    undoCheckIn(door.core, door.organizer, { event_id: door.event_id, check_in_id });
  await undo(first);
  const second = await door.scan(code, { at: door.ago(3), gate: "South", device: "two" });
  await expect(door.scan(code, scan)).rejects.toMatchObject({
    ...{ code: "TICKET_ALREADY_ADMITTED", details: { gate: "South" } },
  });
  await undo(second);
  expect(await door.scan(code, scan)).toEqual(first);
  expect(await door.merge([{ ...scan, code }])).toEqual([first]);
  expect(await door.countIn(booking_id)).toBe(0);
});

describe("the list of check-ins", () => {
  it("counts who is in by gate, and how many are expected", async () => {
    const before = await door.list();
    const { code, codes } = await door.book(2);
    await door.scan(code, { gate: "West" });
    await door.scan(String(codes[1]), { gate: "West" });
    const after = await door.list();
    expect(after.admitted).toBe(before.admitted + 2);
    expect(after.expected).toBe(before.expected + 2);
    expect(after.by_gate).toContainEqual({ gate: "West", admitted: 2 });
    const counted = after.items.filter(({ admitted_at }) => admitted_at !== null);
    expect(counted).toHaveLength(after.admitted);
  });

  it("a device gets whom to expect, without codes, and a printed list has them by name and by seat", async () => {
    const { tickets, booking_id } = await door.book(2);
    const sheet = await readDoor(door.core, door.organizer, { event_id: door.event_id });
    const own = sheet.tickets.filter((ticket) => ticket.booking_id === booking_id);
    expect(own.map(({ seat_pos, version }) => [seat_pos, version])).toEqual(
      tickets.map(({ seat_pos, version }) => [seat_pos, version]),
    );
    expect(own.map(({ entered }) => entered)).toEqual([null, null]);
    expect(JSON.stringify(sheet)).not.toContain("E1.");
    const bySeat = await listDoor(door.core, door.organizer, { event_id: door.event_id, sort: "seat" });
    const byName = await listDoor(door.core, door.organizer, { event_id: door.event_id, sort: "name" });
    expect(bySeat).toHaveLength(sheet.tickets.length);
    expect(byName.map(({ seat_pos }) => seat_pos).toSorted()).toEqual(
      bySeat.map(({ seat_pos }) => seat_pos).toSorted(),
    );
    expect(bySeat[0]?.seat_pos).toBe("A-1");
  });

  it("a device gets who is in already, and what is cancelled", async () => {
    const [used, cancelled] = [await door.book(), await door.book()];
    const { admitted_at } = await door.scan(used.code, { gate: "East", device: "one" });
    await cancelBooking(door.core, door.guest, cancelled);
    const sheet = await readDoor(door.core, door.organizer, { event_id: door.event_id });
    const ticketOf = ({ booking_id }: { booking_id: string }) =>
      sheet.tickets.find((ticket) => ticket.booking_id === booking_id);
    expect(ticketOf(used)?.entered).toEqual({ at: admitted_at, gate: "East", device: "one" });
    expect(ticketOf(cancelled)).toBeUndefined();
    expect(sheet.cancelled).toContain(cancelled.booking_id);
    expect(sheet.cancelled).not.toContain(used.booking_id);
  });
});

const reports =
  process.env.EVENTLY_ENGINE !== "dynamodb-local" && process.platform === "linux" && process.arch === "x64";

// Only dynoxide reports the capacity of a transaction in full.
it.runIf(reports)("letting somebody in costs 9 units, whatever the event's size", async () => {
  const { code } = await door.book();
  const units = createUnits();
  const counting = await openCore({ alongside: door.core, wrap: units.wrap });
  await checkInTicket(counting, door.organizer, { event_id: door.event_id, code: code, gate: "Units" });
  await counting.close();
  const written = units.take().filter(({ transaction }) => transaction);
  expect(written.map(({ units }) => units)).toEqual([9]);
});
