import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyEveryEvent } from "../audit/verify-every-event.ts";
import { adoptBookings } from "../booking/adopt-bookings.ts";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { getBooking } from "../booking/get-booking.ts";
import { listFound } from "../booking/list-found.ts";
import { readCounts } from "../counts/read-counts.ts";
import { listShards } from "../counts/roll-up-shards.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { extendHold } from "../hold/extend-hold.ts";
import { getHold } from "../hold/get-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import type { EventId, HoldingId } from "../ids.ts";
import type { Layout } from "../layout/layout.ts";
import { migrateContacts } from "../recovery/migrate-contacts.ts";
import { editEvent } from "../testing/edit-event.ts";
import { openCore, startClock, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest } from "../testing/open-event.ts";
import { type Before, dumpTable, openTableBefore, type TableBefore, writeItems } from "../testing/open-table-before.ts";
import { readEverything } from "../testing/read-everything.ts";
import { expectCleanEvents, expectCountsRolledUp } from "../testing/settle-everything.ts";
import { signIn } from "../testing/sign-in.ts";
import { createUser } from "../user/create-user.ts";
import { resolveActor } from "../user/session.ts";
import type { Actor } from "../user/user.ts";
import { keys } from "./keys.ts";
import { provision } from "./provision.ts";
import { readItem } from "./read-item.ts";
import { kinds } from "./sequences.ts";
import { connectTable } from "./table.ts";

let opened: TableBefore;
let core: TestCore;
let before: Before;
let concert: EventId;

beforeEach(async () => {
  opened = await openTableBefore();
  ({ core, before } = opened);
  concert = before.events.concert;
});
afterEach(async () => {
  expect(core.faults).toEqual([]);
  await core.close();
});

const token = "tok_visa";

async function pay(actor: Actor, holding_id: HoldingId): Promise<BookingView> {
  const booking = await confirmHold(core, actor, { holding_id, payment: { token } });
  await core.background.settled();
  return booking as BookingView;
}

type Drawn = Omit<Layout, "rows"> & { rows: Omit<Layout["rows"][number], "labels" | "properties">[] };

function takePlans(all: Record<string, unknown>): { plans: Drawn[]; answers: Record<string, unknown> } {
  const entries = Object.entries(all);
  return {
    plans: entries.flatMap(([name, answer]) => (name.startsWith("plan ") ? [answer as Drawn] : [])),
    answers: Object.fromEntries(entries.filter(([name]) => !name.startsWith("plan "))),
  };
}

/** Every seat with its type and, off the grid, its place, in the plan's order. */
function listDrawn({ rows, ...plan }: Drawn) {
  return {
    ...plan,
    seats: rows.flatMap(({ row, nums, xs, ys, types, accessible }) =>
      nums.map((num, i) => [`${row}-${num}`, ...placeOf(xs[i], ys[i]), types[i], accessible.includes(i)]),
    ),
  };
}

/** The studio's seats stand on the grid, in rows 10 apart; the hall's do not. */
const placeOf = (x = 0, y = 0) => (y % 10 === 0 ? [] : [x, y]);

describe("what the version before wrote", () => {
  it("is read as that version read it, new fields aside, and reading changes nothing", async () => {
    for (let process = 0; process < 2; process++) {
      const fresh = await openCore({ alongside: core });
      const { plans, answers } = takePlans(await readEverything(fresh, before));
      const earlier = takePlans(opened.answers);
      expect(answers).toMatchObject(earlier.answers);
      // A row through several sections was one row of the drawing, and the grid of seats without a place was not centered.
      expect(plans.map(listDrawn)).toEqual(earlier.plans.map(listDrawn));
      await fresh.close();
    }
    const endpoint = String(process.env.DYNAMODB_ENDPOINT);
    const { client } = connectTable({ endpoint, name: core.table.name, region: "us-east-1" });
    expect(await provision(client, core.table.name)).toEqual({ created: false });
    client.destroy();
    expect(await dumpTable(core.table)).toEqual(opened.items);
  });

  it("lets in whoever has a session, and nobody whose session has ended", async () => {
    for (const [name, token] of Object.entries(before.tokens)) {
      const known: Record<string, Actor> = before.users;
      expect([name, await resolveActor(core, token)]).toEqual([name, known[name] ?? null]);
    }
  });

  it("keeps its addresses claimed, although anybody may name them", async () => {
    const { user } = await createUser(core, { email: "attendee@EXAMPLE.org", role: "attendee" });
    expect(user.user_id).not.toBe(before.users.attendee.user_id);
    const claim = await readItem(core.table, keys.email("attendee@example.org"));
    expect(claim).toMatchObject({ user_id: before.users.attendee.user_id });
  });

  it("signs in by a mail to a claimed address, which ends what its account had, and buys", async () => {
    const { attendee, organizer } = before.users;
    const { user, token } = await signIn(core, "attendee@example.org");
    expect(user).toMatchObject({ user_id: attendee.user_id, name: "Attendee", verified_at: expect.any(String) });
    expect(await resolveActor(core, before.tokens.attendee ?? "")).toBeNull();
    expect(await resolveActor(core, before.tokens.organizer ?? "")).toEqual(organizer);
    const actor = await resolveActor(core, token);
    if (!actor) throw new Error("nobody is signed in");
    expect(await pay(actor, before.holds.toPay)).toMatchObject({ state: "confirmed" });
  });

  it("has its guests found by their address once it is migrated, and their bookings moved", async () => {
    const { user } = await signIn(core, "guest-a@example.org");
    expect(await listFound(core, user, null)).toEqual([]);
    expect([await migrateContacts(core), await migrateContacts(core)]).toEqual([1, 0]);
    const found = await listFound(core, user, null);
    expect(found.length).toBeGreaterThan(0);
    const moved = await adoptBookings(core, user, { user_id: user.user_id, booking_ids: found }, null);
    expect(moved.map(({ booking_id, user_id }) => [booking_id, user_id])).toEqual(
      found.map((booking_id) => [booking_id, user.user_id]),
    );
    expect(await resolveActor(core, before.tokens["guest A"] ?? "")).toBeNull();
  });

  it("leaves its ids behind: new ones are above them", async () => {
    const spelled = JSON.stringify(opened.items);
    for (const kind of kinds.filter((known) => known !== "organization")) {
      const numbers = [...spelled.matchAll(new RegExp(`"${kind}-(\\d{5,})"`, "g"))].map(([, number]) => Number(number));
      expect(numbers.length).toBeGreaterThan(0);
      expect(Number((await core.ids.next(kind)).split("-")[1])).toBeGreaterThan(Math.max(...numbers));
    }
  });

  it("stays in the catalog, which follows what happens to it", async () => {
    const { paused } = before.events;
    await core.catalog.load();
    const names = () => core.catalog.list().map(({ event_id }) => event_id);
    expect(names()).toEqual([concert, before.events.free]);
    const elsewhere = await openCore({ alongside: core });
    await setEventStatus(elsewhere, before.users.organizer, { event_id: paused, status: "published" });
    await elsewhere.close();
    await core.catalog.follow();
    expect(names()).toEqual([concert, before.events.free, paused]);
  });

  it("comes to the catalog of a process of today that runs beside one of the version before", async () => {
    const first = await openCore({ clock: startClock(before.opened_at - 1_000) });
    await first.catalog.load();
    await writeItems(first.table, opened.items);
    first.clock.advance(1_000);
    await first.catalog.follow();
    expect(first.catalog.list().map(({ event_id }) => event_id)).toEqual([concert, before.events.free]);
    await first.close();
  });
});

describe("an event of the version before", () => {
  it("sells, cancels and counts on", async () => {
    const buyer = await newGuest(core);
    const earlier = await readCounts(core, concert);
    // The last two ran out; A-3 was booked and cancelled.
    const { holding_id } = await placeHold(core, buyer, ask(concert, "A-3", "A-4", "B-8"));
    const booking = await pay(buyer, holding_id);
    await cancelBooking(core, before.users.attendee, { booking_id: before.bookings.paid });
    await core.background.settled();
    expect(await getBooking(core, buyer, booking)).toMatchObject({ state: "confirmed", payment_status: "captured" });
    expect(await readCounts(core, concert)).toEqual({
      ...earlier,
      total_bookings: earlier.total_bookings + 1,
      total_cancellations: earlier.total_cancellations + 1,
      hold_attempts: earlier.hold_attempts + 1,
      holds_placed: earlier.holds_placed + 1,
      seats_sold: earlier.seats_sold + 1,
      gross: earlier.gross + 13_500,
      ...{ refunds: earlier.refunds + 1, refunded: earlier.refunded + 9_000 },
      by_seat_type: { ...earlier.by_seat_type, Stalls: { seats_sold: 3, revenue: 13_500 } },
      last_hold_at: Math.ceil(core.clock()),
    });
    await expectCleanEvents(core, before);
  });

  it("is changed: sold and held seats keep their prices, cancelled and free ones are sold at the new one", async () => {
    const { attendee, organizer } = before.users;
    const sale = { event_id: concert, organizer };
    const changed = await editEvent(core, sale, { seat_type_prices: { Stalls: 6100 }, name: "Matinee" });
    expect(changed).toMatchObject({ revision: 1, price_revision: 1, name: "Matinee", moved_from: null });
    expect(await pay(attendee, before.holds.toPay)).toMatchObject({ total: 4500 });
    const sold = await cancelBooking(core, attendee, { booking_id: before.bookings.paid });
    const buyer = await newGuest(core);
    const { holding_id, lines } = await placeHold(core, buyer, ask(concert, "A-3", "A-4", ...sold.seats));
    expect(lines.map(({ price }) => price)).toEqual(lines.map(() => 6100));
    expect(await pay(buyer, holding_id)).toMatchObject({ total: 6100 * lines.length });
    await expectCleanEvents(core, before);
  });

  it("has its counts rolled up into it, those of dead processes too, and their shards removed", async () => {
    const events = Object.values(before.events);
    const buyer = await newGuest(core);
    await pay(buyer, (await placeHold(core, buyer, ask(concert, "A-3"))).holding_id);
    const counts = await expectCountsRolledUp(core, concert);
    // The version before had 21 holds requested here, of which 19 were placed.
    expect(counts).toMatchObject({ hold_attempts: 22, holds_placed: 20, total_bookings: 6, total_cancellations: 2 });
    await expectCleanEvents(core, before);
    const dead = new Set(opened.items.map(({ sk }) => sk));
    for (const event_id of [...events, ...events]) {
      core.clock.advance(3 * 86_400);
      await readCounts(core, event_id);
      await core.counterShards.rollUp();
    }
    for (const event_id of events)
      expect((await listShards(core.table, event_id)).filter(({ sk }) => dead.has(sk))).toEqual([]);
    for await (const { faults } of verifyEveryEvent(core)) expect(faults).toEqual([]);
  });

  it("keeps the holds that it had: they are paid, extended, released and counted against the limit", async () => {
    const { attendee, "guest B": late, "guest C": friend, "guest E": again } = before.users;
    const { toPay, toExtend, toRelease, extended, expired, declined } = before.holds;
    await expect(placeHold(core, attendee, ask(concert, "A-3"))).rejects.toMatchObject({
      code: "HOLD_LIMIT_REACHED",
      details: { holdings: [toPay, toExtend] },
    });
    const { hold_ttl } = await getHold(core, attendee, { holding_id: toExtend });
    expect(await extendHold(core, attendee, { holding_id: toExtend })).toMatchObject({
      hold_ttl: hold_ttl + core.rules.SEAT_HOLD_EXTENSION,
    });
    await expect(extendHold(core, friend, { holding_id: extended })).rejects.toMatchObject({
      code: "HOLD_NOT_EXTENDABLE",
    });
    await expect(pay(late, expired)).rejects.toMatchObject({ code: "HOLD_EXPIRED" });
    expect(await releaseHold(core, friend, { holding_id: toRelease })).toMatchObject({ state: "released" });
    expect(await pay(attendee, toPay)).toMatchObject({ state: "confirmed", total: 4500 });
    expect(await pay(again, declined)).toMatchObject({ state: "confirmed", total: 3000 });
    expect(await placeHold(core, attendee, ask(concert, "A-7"))).toMatchObject({ state: "active" });
    await expectCleanEvents(core, before);
  });
});
