import type { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, expect, it } from "vitest";
import { adoptBookings } from "../booking/adopt-bookings.ts";
import { listFound } from "../booking/list-found.ts";
import { isFailure } from "../errors.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import { suspendAccount } from "../operator/suspend-account.ts";
import { createGate } from "../testing/gate.ts";
import { buy } from "../testing/known-sale.ts";
import { ask, openEvent, type Sale } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race, times } from "../testing/race.ts";
import { readSeats } from "../testing/read-seats.ts";
import { findNaming, scanTable } from "../testing/scan-table.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { signIn } from "../testing/sign-in.ts";
import { hashEmail } from "../user/contact.table.ts";
import { createUser, type Started, startGuest } from "../user/create-user.ts";
import { resolveActor } from "../user/session.ts";
import { deleteUser } from "./delete-user.ts";

const [deleting, booking] = [createGate(), createGate()];
const [core, other] = await openTwoCores({ wrap: deleting.wrap }, { wrap: booking.wrap });

let people = 0;
let names: string[] = [];

/** An account with a verified address, or a guest who gave one. */
async function meet(role: "guest" | "attendee"): Promise<Started & { email: string }> {
  const name = `racer-${people++}`;
  const email = `${name}@example.org`;
  names.push(name, hashEmail(email));
  if (role === "guest") return { ...(await startGuest(core, { email })), email };
  await createUser(core, { email, name: `Dr ${name}`, role });
  return { ...(await signIn(core, email)), email };
}

/** A transaction that puts an item with this field. */
const puts = (field: string) => (command: TransactWriteCommand) =>
  (command.input.TransactItems ?? []).some(({ Put }) => Put?.Item?.[field] !== undefined);

const payment = { token: "tok_visa" };

async function audit(sale: Sale) {
  await letTimePass(core, 2_200, 200);
  return (await expectCleanAudit(core, sale.event_id)).counted;
}

afterEach(async () => {
  expect(findNaming(await scanTable(core.table), names)).toEqual([]);
  names = [];
});

it.each(["guest", "attendee"] as const)(
  "a payment that begins while its %s is deleted goes back, and nothing is booked",
  async (role) => {
    const sale = await openEvent(core, { rows: 1, perRow: 2 });
    const { user } = await meet(role);
    const held = await placeHold(core, user, ask(sale.event_id, "A-1"));
    const isDeleting = deleting.close(puts("deleted_at"));
    const deletion = deleteUser(core, user, user);
    await isDeleting;
    const isBooking = booking.close(puts("booking_date"));
    const confirmed = confirmHold(other, user, { ...held, payment });
    await isBooking;
    deleting.open();
    await deletion;
    booking.open();
    await expect(confirmed).rejects.toMatchObject({ code: "HOLD_EXPIRED" });
    expect(await audit(sale)).toMatchObject({ bookings: 0, revenue: 0, at_gateway: 0 });
  },
);

it("a booking that is written while its buyer is deleted stays, and is nobody's", async () => {
  const sale = await openEvent(core, { rows: 1, perRow: 2 });
  const { user } = await meet("attendee");
  const held = await placeHold(core, user, ask(sale.event_id, "A-1"));
  const isDeleting = deleting.close(puts("deleted_at"));
  const deletion = deleteUser(core, user, user);
  await isDeleting;
  expect(await confirmHold(other, user, { ...held, payment })).toMatchObject({ state: "confirmed" });
  await other.background.settled();
  deleting.open();
  await deletion;
  expect(await audit(sale)).toMatchObject({ bookings: 1, revenue: 4500 });
});

it("of holds that are placed while their holder is deleted none is placed after, and all end", async () => {
  const sale = await openEvent(core, { rows: 1, perRow: 20 });
  const { user } = await meet("attendee");
  let [isGone, placed, late] = [false, 0, 0];
  const write = async (n: number) => {
    for (;;) {
      const beganAfter = isGone;
      try {
        const held = await placeHold(n % 2 === 0 ? core : other, user, ask(sale.event_id, `A-${n + 1}`));
        placed++;
        if (beganAfter) late++;
        await releaseHold(core, user, held);
      } catch (error) {
        if (isFailure(error, "SIGN_IN_REQUIRED")) return;
        if (!isFailure(error, "HOLD_LIMIT_REACHED")) throw error;
        // Of those that were open then nobody releases any.
        if (beganAfter) return;
      }
    }
  };
  const writers = times(4, write);
  await placeHold(core, user, ask(sale.event_id, "A-20")).catch(() => undefined);
  await deleteUser(core, user, user);
  isGone = true;
  await Promise.all(writers);
  expect({ late, wasPlaced: placed > 0 }).toEqual({ late: 0, wasPlaced: true });
  expect(await audit(sale)).toMatchObject({ bookings: 0 });
  const seats = await readSeats(core, sale.event_id);
  expect(seats.filter(({ hold_ttl }) => (hold_ttl ?? 0) >= core.clock())).toEqual([]);
});

it("a sign-in while its account is deleted opens nothing of it", async () => {
  for (let round = 0; round < 8; round++) {
    const { user, email, token } = await meet("attendee");
    const { won, broken, refused } = await race<Started | null>([
      signIn(other, email),
      deleteUser(core, user, user).then(() => null),
      signIn(other, email),
    ]);
    expect({ broken, refused }).toEqual({ broken: [], refused: {} });
    core.clock.advance(2);
    const started = won.flatMap((started) => started ?? []);
    for (const { user: owner, token: fresh } of [...started, { user, token }]) {
      const isTheirs = owner.user_id === user.user_id;
      expect((await resolveActor(other, fresh)) === null).toBe(isTheirs);
      // Who is somebody new has the address.
      if (!isTheirs) await deleteUser(core, owner, owner);
    }
  }
  await letTimePass(core, 2_200, 200);
});

it("a suspension that is written while its account is deleted by themselves stays, and so does the account", async () => {
  const { user } = await meet("attendee");
  const isDeleting = deleting.close(puts("deleted_at"));
  const deletion = deleteUser(core, user, user);
  await isDeleting;
  await suspendAccount(other, { user_id: user.user_id });
  deleting.open();
  await expect(deletion).rejects.toMatchObject({ code: "SUSPENDED" });
  await deleteUser(core, { ...user, role: "admin" }, user);
  await letTimePass(core, 2_200, 200);
});

it("bookings that are adopted while their account is deleted are nobody's, or whose they were", async () => {
  const sale = await openEvent(core, { rows: 1, perRow: 12 });
  for (let round = 0; round < 4; round++) {
    const guest = await meet("guest");
    for (const seat of times(3, (n) => `A-${round * 3 + n + 1}`)) await buy(core, sale, guest.user, seat);
    const { user } = await signIn(core, guest.email);
    const booking_ids = await listFound(core, user, null);
    expect(booking_ids).toHaveLength(3);
    const { broken } = await race<unknown>([
      adoptBookings(other, user, { user_id: user.user_id, booking_ids }, null),
      deleteUser(core, user, user),
    ]);
    expect(broken).toEqual([]);
  }
  expect(await audit(sale)).toMatchObject({ bookings: 12, revenue: 12 * 4500 });
});
