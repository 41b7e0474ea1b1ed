import { afterAll, beforeAll, expect, it } from "vitest";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { killWorker } from "../testing/kill-worker.ts";
import { buy } from "../testing/known-sale.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, openEvent } from "../testing/open-event.ts";
import { times } from "../testing/race.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { signIn } from "../testing/sign-in.ts";
import { startGuest } from "../user/create-user.ts";
import { adoptBookings } from "./adopt-bookings.ts";
import { listBookings } from "./list-bookings.ts";
import { listFound } from "./list-found.ts";

const rounds = 21;
const moments = ["before", "during", "after"] as const;

let core: TestCore;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

it(`a process that is killed ${rounds} times in the middle of a move loses and doubles nothing`, async () => {
  let killed = 0;
  for (const round of times(rounds, (i) => i)) {
    const sale = await openEvent(core, { rows: 1, perRow: 5 });
    const email = `guest-${round}@example.org`;
    const { user: guest } = await startGuest(core, { email });
    for (const seat of ["A-1", "A-2"]) await buy(core, sale, guest, seat);
    const held = await placeHold(core, guest, ask(sale.event_id, "A-3"));
    const { user } = await signIn(core, email);
    const booking_ids = await listFound(core, user, null);
    expect(booking_ids).toHaveLength(2);
    const input = { user_id: user.user_id, booking_ids };
    const command = { module: "../booking/adopt-bookings.ts", verb: "adoptBookings", actor: user, input, key: email };
    // The key's lease is the first write, then each booking is one.
    const kill = {
      write: 2 + (Math.floor(round / moments.length) % 2),
      when: moments[round % moments.length] ?? "during",
    };
    if (await killWorker(core, command, kill)) killed++;

    await adoptBookings(core, user, input, null);
    const { items } = await listBookings(core, user, { ...user, limit: 10 });
    expect(items.map(({ booking_id }) => booking_id).toSorted()).toEqual(booking_ids.toSorted());
    expect((await listBookings(core, guest, { ...guest, limit: 10 })).items).toEqual([]);
    expect(await confirmHold(core, guest, { ...held, payment: { token: "tok_visa" } })).toMatchObject({
      state: "confirmed",
    });
    await letTimePass(core, 120);
    const { counted } = await expectCleanAudit(core, sale.event_id);
    expect(counted).toMatchObject({ bookings: 3 });
  }
  process.stdout.write(`killed ${killed} of ${rounds} times while bookings moved: none lost, none doubled\n`);
  expect(killed).toBe(rounds);
}, 900_000);
