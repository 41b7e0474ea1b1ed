import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { listJournal } from "../journal/list-journal.ts";
import { suspendAccount } from "../operator/suspend-account.ts";
import { confirmSignIn } from "../sign-in/confirm-sign-in.ts";
import { createDying } from "../testing/dying-table.ts";
import { interpose } from "../testing/interpose.ts";
import { buy } from "../testing/known-sale.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, openEvent, type Sale } from "../testing/open-event.ts";
import { race, times } from "../testing/race.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { alone, askToSignIn, signIn } from "../testing/sign-in.ts";
import { createTestMailer } from "../testing/test-mailer.ts";
import { createUser, type Started, startGuest } from "../user/create-user.ts";
import { findGuest } from "../user/find-guest.ts";
import { setGuestEmail } from "../user/get-user.ts";
import { resolveActor } from "../user/session.ts";
import { adoptBookings } from "./adopt-bookings.ts";
import type { BookingView } from "./booking.ts";
import { cancelBooking } from "./cancel-booking.ts";
import { findBooking } from "./get-booking.ts";
import { listBookings } from "./list-bookings.ts";
import { describeFound, listFound } from "./list-found.ts";

const dying = createDying();
let core: TestCore;
let other: TestCore;
let sale: Sale;
let people = 0;
const newEmail = () => `person-${people++}@example.org`;

beforeAll(async () => {
  core = await openCore();
  other = await openCore({ alongside: core, wrap: dying.wrap });
});
afterAll(async () => {
  await other.close();
  await core.close();
});
beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 20 });
});

const idsOf = (bookings: readonly Pick<BookingView, "booking_id">[]) => bookings.map(({ booking_id }) => booking_id);
const own = async ({ user }: Started) =>
  idsOf((await listBookings(core, user, { ...user, limit: 50 })).items).toSorted();
const adopt = (
  at: TestCore,
  { user }: Started,
  booking_ids: BookingView["booking_id"][],
  guest: Started | null = null,
) => adoptBookings(at, user, { user_id: user.user_id, booking_ids }, guest?.user.user_id ?? null);

/** A guest with two bookings and an open hold, who signs in with the address that they gave, or another one. */
async function meetGuest(email: string | null = newEmail()) {
  const guest = await startGuest(core, email === null ? {} : { email });
  const bookings = [await buy(core, sale, guest.user, "A-1"), await buy(core, sale, guest.user, "A-2")];
  const held = await placeHold(core, guest.user, ask(sale.event_id, "A-3"));
  const { token } = await askToSignIn(core, email ?? newEmail());
  const account = await confirmSignIn(core, { token }, { ...alone, guest_id: guest.user.user_id });
  return { guest, account, ids: idsOf(bookings).toSorted(), held };
}

describe("bookings of a guest", () => {
  it.each([
    ["of the same address", newEmail()],
    ["without one, who was signed in", null],
  ])("%s are found, and moved with all that they are", async (_, email) => {
    const { guest, account, ids, held } = await meetGuest(email);
    expect((await listFound(core, account.user, email ? null : guest.user.user_id)).toSorted()).toEqual(ids);
    const [described] = await describeFound(core, account.user, email ? null : guest.user.user_id);
    const event = await core.events.find(sale.event_id);
    const about = { event_name: event?.name, start_time: event?.start_time, timezone: event?.timezone };
    expect(described).toEqual({ booking_id: ids.at(-1), ...about, seat_count: 1, state: "confirmed" });
    const moved = await adopt(core, account, ids, email ? null : guest);
    expect(moved).toMatchObject(ids.map((booking_id) => ({ booking_id, user_id: account.user.user_id })));
    expect([await own(account), await own(guest)]).toEqual([ids, []]);
    expect(await adopt(core, account, ids)).toHaveLength(2);
    expect(await resolveActor(core, guest.token)).toBeNull();
    expect(await findGuest(core, { token: guest.token, guest: null })).toMatchObject({ user_id: guest.user.user_id });
    const paid = await confirmHold(core, guest.user, { ...held, payment: { token: "tok_visa" } });
    expect(await listFound(core, account.user, null)).toEqual([(paid as BookingView).booking_id]);
    const [first] = ids;
    if (!first) throw new Error("nothing was booked");
    expect(await cancelBooking(core, account.user, { booking_id: first })).toMatchObject({ state: "cancelled" });
    await expect(cancelBooking(core, guest.user, { booking_id: first })).rejects.toMatchObject({
      code: "BOOKING_NOT_FOUND",
    });
    const { items } = await listJournal(core, sale.event_id, { limit: 10 });
    const entries = items.filter(({ action }) => action === "booking.adopted");
    expect(entries.map(({ actor_id }) => actor_id)).toEqual([account.user.user_id, account.user.user_id]);
    await letTimePass(core, 120);
    await expectCleanAudit(core, sale.event_id);
  });

  it("are found later, if it was paid after the sign-in, or the page was closed, and their mail goes to the account's address", async () => {
    const mailer = createTestMailer();
    const sending = await openCore({ alongside: core, mailer });
    const email = newEmail();
    const guest = await startGuest(core, {});
    const paid = await buy(core, sale, guest.user, "A-1");
    const held = await placeHold(core, guest.user, ask(sale.event_id, "A-2"));
    const { token } = await askToSignIn(core, email);
    await confirmSignIn(core, { token }, { ...alone, guest_id: guest.user.user_id });
    const later = (await confirmHold(sending, guest.user, { ...held, payment: { token: "tok_visa" } })) as BookingView;
    const again = await signIn(core, email);
    expect((await listFound(core, again.user, null)).toSorted()).toEqual(idsOf([paid, later]).toSorted());
    const { items } = await listBookings(core, guest.user, { ...guest.user, limit: 10 });
    for (const { booking_id } of items) expect(await findBooking(core, booking_id)).toMatchObject({ buyer: { email } });
    await letTimePass(sending, 30);
    expect(mailer.accepted.map(({ to }) => to)).toContain(email);
    await sending.close();
  });

  it("go on to be mailed to the address that the guest gave", async () => {
    const email = newEmail();
    const guest = await startGuest(core, { email });
    const { booking_id } = await buy(core, sale, guest.user, "A-1");
    const asked = await askToSignIn(core, newEmail());
    const { user } = await confirmSignIn(core, { token: asked.token }, { ...alone, guest_id: guest.user.user_id });
    expect(await findBooking(core, booking_id)).toMatchObject({ buyer: { email } });
    expect(await listFound(core, user, null)).toEqual([booking_id]);
  });

  it("keep the address of the account that they moved to, whatever the guest corrects meanwhile", async () => {
    const [email, typo] = [newEmail(), newEmail()];
    const guest = await startGuest(core, { email });
    const { booking_id } = await buy(core, sale, guest.user, "A-1");
    const account = await signIn(core, email);
    const isCorrection = (command: object) => command instanceof UpdateCommand;
    let corrected = false;
    const slow = await openCore({
      alongside: core,
      wrap: (table) =>
        interpose(table, async (command, send) => {
          if (!corrected && isCorrection(command)) {
            corrected = true;
            await adopt(core, account, [booking_id], guest);
          }
          return send();
        }),
    });
    await setGuestEmail(slow, guest.user, { email: typo });
    expect(corrected).toBe(true);
    expect(await findBooking(core, booking_id)).toMatchObject({ user_id: account.user.user_id, buyer: { email } });
    await slow.close();
  });

  it("end the guest's token once no hold can be open any more", async () => {
    const { guest, account, ids } = await meetGuest();
    await adopt(core, account, ids);
    core.clock.advance(core.rules.SEAT_HOLD_MAX + core.rules.CHALLENGE_WINDOW + 3);
    expect(await findGuest(core, { token: guest.token, guest: null })).toBeNull();
  });

  it("are found at the address that the guest names now, and of no account but the verified one", async () => {
    const [before, after] = [newEmail(), newEmail()];
    const guest = await startGuest(core, { email: before });
    const { booking_id } = await buy(core, sale, guest.user, "A-1");
    await setGuestEmail(core, guest.user, { email: after });
    const [old, found] = [await signIn(core, before), await signIn(core, after)];
    expect(await listFound(core, old.user, null)).toEqual([]);
    await expect(adopt(core, old, [booking_id])).rejects.toMatchObject({ code: "BOOKING_NOT_FOUND" });
    const unverified = await createUser(core, { email: after, role: "attendee" });
    await expect(adopt(core, unverified, [booking_id])).rejects.toMatchObject({ code: "BOOKING_NOT_FOUND" });
    expect(await adopt(core, found, [booking_id])).toHaveLength(1);
  });

  it("may be those of another unverified account, which goes on", async () => {
    const email = newEmail();
    const [first, second] = [
      await createUser(core, { email, role: "attendee" }),
      await createUser(core, { email, role: "organizer" }),
    ];
    const { booking_id } = await buy(core, sale, second.user, "A-1");
    const account = await signIn(core, email);
    expect(account.user.user_id).toBe(first.user.user_id);
    expect(await listFound(core, account.user, null)).toEqual([booking_id]);
    await adopt(core, account, [booking_id]);
    expect(await own(account)).toEqual([booking_id]);
    expect(await resolveActor(core, second.token)).toMatchObject({ role: "organizer" });
  });

  it("are not moved to an account that is suspended", async () => {
    const { account, ids } = await meetGuest();
    await suspendAccount(core, account.user);
    await expect(adopt(core, account, ids)).rejects.toMatchObject({ code: "SUSPENDED" });
  });

  it("are moved once by twenty calls at once, in two processes", async () => {
    const { guest, account, ids } = await meetGuest();
    const { won, refused, broken } = await race(times(20, (i) => adopt(i % 2 === 0 ? core : other, account, ids)));
    expect({ refused, broken, won: won.length }).toEqual({ refused: {}, broken: [], won: 20 });
    expect([await own(account), await own(guest)]).toEqual([ids, []]);
    const { items } = await listJournal(core, sale.event_id, { limit: 20 });
    expect(items.filter(({ action }) => action === "booking.adopted")).toHaveLength(2);
  });

  it.each([
    [1, "before"],
    [1, "after"],
    [2, "before"],
    [2, "after"],
  ] as const)(
    "are all moved by a repeated call if the process dies at the %i. of them, %s it is written",
    async (n, when) => {
      const { guest, account, ids, held } = await meetGuest();
      dying.die(n, when);
      await expect(adopt(other, account, ids)).rejects.toBeDefined();
      dying.rise();
      const moved = n - 1 + Number(when === "after");
      expect([(await own(account)).length, (await own(guest)).length]).toEqual([moved, 2 - moved]);
      await adopt(core, account, ids);
      expect([await own(account), await own(guest)]).toEqual([ids, []]);
      await confirmHold(core, guest.user, { ...held, payment: { token: "tok_visa" } });
      await letTimePass(core, 120);
      await expectCleanAudit(core, sale.event_id);
    },
  );
});
