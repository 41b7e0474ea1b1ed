import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { ChangeEvent } from "../event/event.ts";
import { changeEvent } from "../event-change/change-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { BookingMailKind } from "../mail/mail.ts";
import { announcedAfter } from "../mail/mail-jobs.table.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { copyEvent } from "../series/copy-event.ts";
import { transactAll } from "../table/transact-all.ts";
import { createDying } from "../testing/dying-table.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, openEvent, type Sale } from "../testing/open-event.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { newBooking, putBookings } from "../testing/sold-bookings.ts";
import { acceptAll, createTestMailer, listTold } from "../testing/test-mailer.ts";
import { toInstant } from "../time.ts";
import { startGuest } from "../user/create-user.ts";
import type { BookingLetter } from "./letter.ts";

const day = 86_400;
const mailer = createTestMailer();
let core: TestCore;
let sale: Sale;
let buyers = 0;

beforeAll(async () => {
  core = await openCore({ mailer });
});
afterAll(() => core.close());
beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 100 });
  mailer.accepted.splice(0);
  mailer.answer = acceptAll;
});

const after = (seconds: number): string => toInstant(Math.floor(core.clock()) + seconds);

async function change(fields: object, own: Sale = sale) {
  const { event_id, organizer } = own;
  const seen = await setEventStatus(core, organizer, { event_id, status: "published" });
  return changeEvent(core, organizer, ChangeEvent.parse({ event_id, revision: seen.revision, ...fields }));
}

const callOff = ({ event_id, organizer }: Sale = sale) =>
  setEventStatus(core, organizer, { event_id, status: "cancelling" });

async function buy(seat: string, { event_id }: Pick<Sale, "event_id"> = sale) {
  const { user } = await startGuest(core, { email: `buyer-${buyers++}@example.org` });
  const { holding_id } = await placeHold(core, user, ask(event_id, seat));
  const booking = await confirmHold(core, user, { holding_id, payment: { token: "tok_visa" } });
  await core.background.settled();
  if (!("booking_id" in booking)) throw new Error("it is not booked");
  return { user, booking };
}

/** Bookings as a free sale leaves them, without the work of selling. */
async function sell(count: number): Promise<void> {
  const bookings = Array.from({ length: count }, (_, n) => newBooking(core, sale, n));
  await transactAll(core.table, bookings.flatMap(putBookings), { items: 99 });
}

/** The letters of a kind about some events, each once, by whom they went to. */
function toldOf(kind: BookingMailKind, event_ids = [sale.event_id]) {
  const letters = listTold(mailer).map(({ to, letter }) => ({ to, letter: letter as BookingLetter }));
  const told = letters.filter(({ letter }) => letter.kind === kind && event_ids.includes(letter.event.event_id));
  return told.sort((a, b) => (a.to < b.to ? -1 : 1));
}

const everybody = (count: number) => Array.from({ length: count }, (_, n) => `buyer-${n}@example.org`).sort();

describe("an event that is moved", () => {
  it("is told once to each who bought, with what was sold, and to nobody who bought or left before or after", async () => {
    await sell(30);
    const { booking: left, user } = await buy("A-100");
    await cancelBooking(core, user, left);
    const start_time = after(9 * day);
    await change({ start_time, address: "1 Main Street" });
    core.clock.advance(3);
    await buy("A-99");
    await letTimePass(core, 80);
    const told = toldOf("event-changed");
    expect(told.map(({ to }) => to)).toEqual(everybody(30));
    expect(told[0]?.letter).toMatchObject({
      changes: ["start_time", "address"],
      event: { start_time, address: "1 Main Street" },
      booking: { moved_from: expect.any(String), state: "confirmed" },
    });
    await letTimePass(core, 1_000, 500);
    expect(listTold(mailer)).toHaveLength(mailer.accepted.length);
  });

  it("is told again of another move, and not of a change of its texts", async () => {
    await sell(3);
    await change({ start_time: after(9 * day) });
    await letTimePass(core, 80);
    await change({ description: "A new one", name: "Another name" });
    await letTimePass(core, 80);
    expect(toldOf("event-changed")).toHaveLength(3);
    await change({ start_time: after(10 * day) });
    await change({ doors_time: after(10 * day - 3600) });
    await letTimePass(core, 80);
    const told = toldOf("event-changed").map(({ letter }) => letter.changes.join());
    expect(told.sort(), "both changes in one mail").toEqual([
      ...Array(3).fill("start_time"),
      ...Array(3).fill("start_time,doors_time"),
    ]);
  });

  it("is told to everybody of what changes while some have been told, and to nobody of it twice", async () => {
    await sell(30);
    await change({ start_time: after(9 * day) });
    core.clock.advance(announcedAfter + 1);
    const dying = createDying();
    const frail = await openCore({ mailer, alongside: core, wrap: dying.wrap });
    dying.die(1, "after", ({ input }) => JSON.stringify(input.TransactItems).includes("announce-"));
    await runScheduledWork(frail).catch(() => undefined);
    dying.rise();
    await change({ address: "1 Main Street" });
    await letTimePass(core, 160);
    const told = toldOf("event-changed");
    const ofBoth = told.filter(({ letter }) => letter.changes.join() === "start_time,address");
    expect(ofBoth.map(({ to }) => to)).toEqual(everybody(30));
    expect(told.length - ofBoth.length, "the first page was told of the move alone").toBe(24);
    core.faults.splice(0);
    await frail.close();
  });

  it("is told to the buyers of every date of a series that has another address", async () => {
    const { event_id, organizer } = sale;
    const start_times = [14, 21].map((days) => after(days * day));
    const { items } = await copyEvent(core, organizer, { event_id, start_times, publish: true });
    await letTimePass(core, 130, 65);
    const buyers = [await buy("A-1")];
    for (const date of items) buyers.push(await buy("A-1", date));
    const { revision } = await setEventStatus(core, organizer, { event_id, status: "published" });
    const input = { event_id, revision, address: "1 Main Street", series: true };
    await changeEvent(core, organizer, ChangeEvent.parse(input));
    await letTimePass(core, 130, 65);
    const told = toldOf("event-changed", [event_id, ...items.map((date) => date.event_id)]);
    expect(told.map(({ to }) => to)).toEqual(buyers.map(({ user }) => String(user.email)).sort());
    expect(new Set(told.map(({ letter }) => letter.event.address))).toEqual(new Set(["1 Main Street"]));
  });

  it("is told once to each whatever transaction a process dies at", async () => {
    const dying = createDying();
    const frail = await openCore({ mailer, alongside: core, wrap: dying.wrap });
    for (const [n, when] of (["after", "before"] as const).entries()) {
      sale = await openEvent(core, { rows: 1, perRow: 100 });
      mailer.accepted.splice(0);
      await sell(30);
      await change({ start_time: after(9 * day) });
      dying.die(1 + n, when, ({ input }) => JSON.stringify(input.TransactItems).includes("announce-"));
      core.clock.advance(announcedAfter + 1);
      await runScheduledWork(frail).catch(() => undefined);
      dying.rise();
      await letTimePass(core, 160);
      expect(toldOf("event-changed").map(({ to }) => to)).toEqual(everybody(30));
      expect(mailer.accepted).toHaveLength(30);
    }
    core.faults.splice(0);
    await frail.close();
  });
});

describe("an event that is called off", () => {
  it("is told once to each who has a booking, who are not told of their booking besides", async () => {
    await sell(30);
    await callOff();
    await letTimePass(core, 1_200, 130);
    expect(toldOf("event-cancelled").map(({ to }) => to)).toEqual(everybody(30));
    expect(toldOf("event-cancelled")[0]?.letter).toMatchObject({
      booking: { state: "cancelled", refund: 4500 },
      event: { cancelled_at: expect.any(String) },
    });
    expect(mailer.accepted).toHaveLength(30);
  });

  it("is told of each once where it was moved a moment before", async () => {
    await sell(30);
    await change({ start_time: after(9 * day) });
    await callOff();
    await letTimePass(core, 1_200, 130);
    expect(toldOf("event-changed").map(({ to }) => to)).toEqual(everybody(30));
    expect(toldOf("event-cancelled").map(({ to }) => to)).toEqual(everybody(30));
    expect(mailer.accepted).toHaveLength(60);
  });

  it("confirms no cancellation to who cancels meanwhile, but tells that the event is", async () => {
    const { user, booking } = await buy("A-1");
    await callOff();
    await cancelBooking(core, user, booking);
    await letTimePass(core, 1_200, 130);
    expect(toldOf("event-cancelled")).toHaveLength(1);
    expect(toldOf("booking-cancelled")).toHaveLength(0);
    await expectCleanAudit(core, sale.event_id);
  });
});

describe("a reminder", () => {
  it("comes a day before to each who bought earlier and still has the booking, once", async () => {
    const { user, booking } = await buy("A-1");
    await buy("A-2");
    await cancelBooking(core, user, booking);
    core.clock.advance(5 * day);
    await letTimePass(core, 40);
    expect(toldOf("reminder")).toEqual([]);
    core.clock.advance(day + 60);
    const { user: late } = await buy("A-3");
    await letTimePass(core, 80);
    const told = toldOf("reminder");
    expect(told.map(({ letter }) => letter.booking.lines[0]?.seat)).toEqual(["A-2"]);
    expect(told.map(({ to }) => to)).not.toContain(late.email);
    await letTimePass(core, 2 * day, day);
    expect(toldOf("reminder")).toHaveLength(1);
  });

  it("follows the event that moves, comes anew for the new date, and not of what is called off", async () => {
    await buy("A-1");
    await change({ start_time: after(20 * day) });
    core.clock.advance(6.5 * day);
    await letTimePass(core, 80);
    expect(toldOf("reminder")).toEqual([]);
    core.clock.advance(13 * day);
    await letTimePass(core, 80);
    expect(toldOf("reminder")).toHaveLength(1);
    await change({ start_time: after(5 * day) });
    core.clock.advance(4.5 * day);
    await letTimePass(core, 80);
    expect(toldOf("reminder")).toHaveLength(2);
    await change({ start_time: after(5 * day) });
    await callOff();
    core.clock.advance(4.5 * day);
    await letTimePass(core, 1_200, 130);
    expect(toldOf("reminder")).toHaveLength(2);
  });

  it("is not sent once the event has begun, however late the mail is", async () => {
    await buy("A-1");
    core.clock.advance(8 * day);
    await letTimePass(core, 80);
    expect(toldOf("reminder")).toEqual([]);
    await expectCleanAudit(core, sale.event_id);
  });
});
