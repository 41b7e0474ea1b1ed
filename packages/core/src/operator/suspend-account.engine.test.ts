import { beforeEach, describe, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { getBooking } from "../booking/get-booking.ts";
import { EventlyError } from "../errors.ts";
import { findEvent } from "../event/find-event.ts";
import { getEvent } from "../event/get-event.ts";
import { changeEvent } from "../event-change/change-event.ts";
import { createEvent } from "../event-change/create-event.ts";
import { deleteEvent } from "../event-change/delete-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { extendHold } from "../hold/extend-hold.ts";
import { getHold } from "../hold/get-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import { listAccountJournal } from "../journal/list-account-journal.ts";
import { listJournal } from "../journal/list-journal.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { getSeatMap } from "../seat-map/get-seat-map.ts";
import { copyEvent } from "../series/copy-event.ts";
import { buy } from "../testing/known-sale.ts";
import type { TestCore } from "../testing/open-core.ts";
import { ask, newGuest, newSeat, openEvent, type Sale } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { toInstant, toSeconds } from "../time.ts";
import { createUser } from "../user/create-user.ts";
import { resolveActor } from "../user/session.ts";
import type { Actor } from "../user/user.ts";
import { createVenue } from "../venue/create-venue.ts";
import { resumeAccount, suspendAccount } from "./suspend-account.ts";

const card = { payment: { token: "tok_visa" } };
let sale: Sale;

const [core, other] = await openTwoCores();

beforeEach(async () => {
  sale = await openEvent(core, { rows: 2, perRow: 10 });
});

const suspended = { code: "SUSPENDED" };
const listed = async (at: TestCore = core) => {
  // Two changes of one event at one instant are one line of the log.
  core.clock.advance(1);
  await at.catalog.follow();
  return at.catalog.list().map(({ event_id }) => event_id);
};

describe("a suspended account", () => {
  it("is refused every change by its transaction, also in a process that knows nothing of it", async () => {
    const { organizer, event_id } = sale;
    const draft = await openEvent(core, { organizer, event: { status: "draft" } });
    const { venue_id, revision, start_time } = await findOne(event_id);
    const gala = await openEvent(core, { rows: 1, event: { seat_type_prices: { Stalls: 0 } } });
    const own = await placeHold(core, organizer, ask(gala.event_id, "A-1"));
    const paid = await placeHold(core, organizer, ask((await openEvent(core)).event_id, "A-1"));
    await suspendAccount(core, organizer);
    const draftInput = { venue_id, name: "Another", start_time: "2099-01-01T20:00:00Z", duration: 60 };
    const changes: Record<string, () => Promise<unknown>> = {
      "a venue": () =>
        createVenue(other, organizer, {
          name: "Hall",
          city: "Paris",
          description: "",
          seat_types: ["Stalls"],
          timezone: "Europe/Paris",
        }),
      seats: () => addVenueSeats(other, organizer, { venue_id, seats: [newSeat("Z", 1)] }),
      "an event": () =>
        createEvent(other, organizer, {
          ...draftInput,
          artists: [],
          tags: [],
          description: "",
          programme: "",
          currency: "USD",
          seat_type_prices: { Stalls: 1 },
          status: "published",
        }),
      "a change": () => changeEvent(other, organizer, { event_id, revision: revision + 1, name: "New", series: false }),
      copies: () => copyEvent(other, organizer, { event_id, start_times: [nextDay(start_time)], publish: true }),
      publishing: () => setEventStatus(other, organizer, { event_id: draft.event_id, status: "published" }),
      pausing: () => setEventStatus(other, organizer, { event_id, status: "paused" }),
      cancelling: () => setEventStatus(other, organizer, { event_id, status: "cancelling" }),
      deleting: () => deleteEvent(other, organizer, { event_id: draft.event_id }),
      holding: () => placeHold(other, organizer, ask(gala.event_id, "A-2")),
      extending: () => extendHold(other, organizer, own),
      releasing: () => releaseHold(other, organizer, own),
      "booking what is free": () => confirmHold(other, organizer, own),
      paying: () => confirmHold(other, organizer, { ...paid, ...card }),
    };
    const outcomes = await Promise.all(
      Object.entries(changes).map(async ([name, change]) => [name, await codeOf(change())] as const),
    );
    expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(outcomes.map(([name]) => [name, "SUSPENDED"])));
  });

  it("can't cancel for its buyers, who can, and whose bookings and tickets live on", async () => {
    const buyer = await newGuest(core);
    const booking = await buy(core, sale, buyer, "A-1");
    await suspendAccount(core, sale.organizer);
    await expect(cancelBooking(core, sale.organizer, booking)).rejects.toMatchObject(suspended);
    core.clock.advance(3);
    expect(await getBooking(core, buyer, booking)).toMatchObject({ state: "confirmed" });
    expect(await getEvent(core, buyer, sale)).toMatchObject({ event_id: sale.event_id });
    expect(await cancelBooking(core, buyer, booking)).toMatchObject({ state: "cancelled" });
    await letTimePass(core, 120);
    await expectCleanAudit(core, sale.event_id);
  });

  it("sells nothing any more and is in no list, until it is resumed", async () => {
    const stranger = await newGuest(core);
    expect(await listed()).toContain(sale.event_id);
    expect(await suspendAccount(core, { ...sale.organizer, reason: "Not the orchestra." })).toEqual({
      user_id: sale.organizer.user_id,
      isNew: true,
      events: [{ event_id: sale.event_id, holds: 0, bookings: 0 }],
    });
    core.clock.advance(3);
    for (const process of [core, other]) {
      expect(await listed(process)).not.toContain(sale.event_id);
      await expect(placeHold(process, stranger, ask(sale.event_id, "A-1"))).rejects.toMatchObject({
        code: "EVENT_NOT_FOUND",
      });
      await expect(getEvent(process, stranger, sale)).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
      await expect(getSeatMap(process, null, sale)).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
    }
    await other.catalog.load();
    expect(await listed(other)).not.toContain(sale.event_id);
    expect(await getEvent(core, sale.organizer, sale)).toMatchObject({ suspended_at: expect.any(String) });
    expect((await suspendAccount(core, sale.organizer)).isNew).toBe(false);
    expect(await resumeAccount(core, sale.organizer)).toMatchObject({
      isNew: true,
      events: [{ event_id: sale.event_id }],
    });
    core.clock.advance(3);
    expect(await listed(other)).toContain(sale.event_id);
    await placeHold(other, stranger, ask(sale.event_id, "A-1"));
  });

  it("has holds of its events run out unpaid, except one that is being paid", async () => {
    const [waiting, paying] = await Promise.all([newGuest(core), newGuest(core)]);
    const [hold, challenged] = await Promise.all([
      placeHold(core, waiting, ask(sale.event_id, "A-1")),
      placeHold(core, paying, ask(sale.event_id, "A-2")),
    ]);
    await confirmHold(core, paying, { ...challenged, payment: { token: "tok_challenge" } });
    expect((await suspendAccount(core, sale.organizer)).events).toEqual([
      { event_id: sale.event_id, holds: 2, bookings: 0 },
    ]);
    core.clock.advance(3);
    await expect(confirmHold(core, waiting, { ...hold, ...card })).rejects.toMatchObject({
      code: "SALE_CLOSED",
      message: "This event is no longer on sale. Nothing was charged.",
    });
    const [pending] = await core.gateway.listByEvent(sale.event_id, [null]);
    if (!pending) throw new Error("nothing is being paid");
    await core.gateway.answerChallenge(pending.payment_id, true);
    expect(await confirmHold(core, paying, { ...challenged, ...card })).toMatchObject({ state: "confirmed" });
    await letTimePass(core, 600);
    expect(await getHold(core, waiting, hold)).toMatchObject({ state: "expired" });
    const { counted } = await expectCleanAudit(core, sale.event_id);
    expect(counted).toMatchObject({ bookings: 1, booked: 1 });
  });

  it("reads in its journal, and in those of its events, that the operator did it, and why", async () => {
    const { organizer, event_id } = sale;
    core.clock.advance(1);
    await suspendAccount(core, { ...organizer, reason: "Not the orchestra." });
    core.clock.advance(1);
    await resumeAccount(core, organizer);
    const told = { actor_id: "operator", reason: "Not the orchestra.", action: "account.suspended" };
    const { items } = await listAccountJournal(core, organizer, { ...organizer, limit: 10 });
    expect(items).toMatchObject([{ actor_id: "operator", action: "account.resumed" }, told]);
    const ofEvent = await listJournal(core, event_id, { limit: 2 });
    expect(ofEvent.items).toMatchObject([
      { action: "account.resumed", changes: { suspended_at: { after: null } } },
      { ...told, changes: { suspended_at: { before: null } } },
    ]);
  });

  it("has what was begun finished by scheduled work, but nothing published", async () => {
    const { organizer, event_id } = sale;
    const { start_time } = await findOne(event_id);
    const before = await copyEvent(core, organizer, { event_id, start_times: [nextDay(start_time)], publish: true });
    await suspendAccount(core, organizer);
    await runUntilDone();
    const [copy] = before.items;
    if (!copy) throw new Error("there is no copy");
    expect(await findOne(copy.event_id)).toMatchObject({ status: "draft", after_copy: null });
    expect(await listed()).not.toContain(copy.event_id);
    await resumeAccount(core, organizer);
    await setEventStatus(core, organizer, { event_id: copy.event_id, status: "published" });
    expect(await listed()).toContain(copy.event_id);
  });

  it("is no guest, and nobody unknown", async () => {
    const guest = await newGuest(core);
    await expect(suspendAccount(core, guest)).rejects.toMatchObject({ code: "USER_NOT_FOUND" });
    await expect(resumeAccount(core, { user_id: "user-99999" as Actor["user_id"] })).rejects.toMatchObject({
      code: "USER_NOT_FOUND",
    });
  });
});

it("a session learns within two seconds that its account is suspended, in every process", async () => {
  const { user, token } = await createUser(core, { email: "known@example.org", role: "attendee" });
  expect(await resolveActor(other, token)).not.toHaveProperty("suspended");
  await suspendAccount(core, user);
  core.clock.advance(2);
  const told = { user_id: user.user_id, suspended: { reason: null } };
  expect(await Promise.all([resolveActor(core, token), resolveActor(other, token)])).toMatchObject([told, told]);
  await resumeAccount(other, user);
  core.clock.advance(2);
  expect(await resolveActor(core, token)).not.toHaveProperty("suspended");
});

const nextDay = (instant: string) => toInstant(toSeconds(instant) + 86_400);

async function findOne(event_id: Sale["event_id"]) {
  const event = await findEvent(core.table, event_id);
  if (!event) throw new Error(`${event_id} is gone`);
  return event;
}

async function runUntilDone() {
  for (let i = 0; i < 5; i++) {
    core.clock.advance(30);
    await runScheduledWork(core);
  }
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error) => (error instanceof EventlyError ? error.code : String(error)),
  );
