import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listSoldBookings } from "../analytics/list-sold-bookings.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { createGate } from "../testing/gate.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, openEvent, type Sale } from "../testing/open-event.ts";
import { race, times } from "../testing/race.ts";
import { expectCleanAudit } from "../testing/settle-everything.ts";
import { createUser, startGuest } from "../user/create-user.ts";
import { setGuestEmail } from "../user/get-user.ts";
import type { Actor } from "../user/user.ts";
import { confirmHold } from "./confirm-hold.ts";
import { placeHold } from "./place-hold.ts";

const payment = { token: "tok_visa" };
let core: TestCore;
let sale: Sale;
let guest: Actor;
let token: string;
/** Runs once, before the next transaction that books a seat. */
let before: (() => Promise<unknown>) | null = null;

const runBefore = () => {
  const act = before;
  before = null;
  return act?.();
};
const isBooking = (command: { input: unknown }) =>
  command instanceof TransactWriteCommand && JSON.stringify(command.input).includes("seat_state = :booked");

beforeAll(async () => {
  core = await openCore({
    wrap: (table) =>
      interpose(table, async (command, send) => {
        if (!isBooking(command)) return send();
        await runBefore();
        return send();
      }),
  });
});
afterAll(() => core.close());
beforeEach(async () => {
  sale = await openEvent(core);
  ({ user: guest, token } = await startGuest(core, {}));
});
afterEach(async () => {
  core.clock.advance(10);
  await runScheduledWork(core);
  await expectCleanAudit(core, sale.event_id);
});

async function confirm(seat: string): Promise<void> {
  const { holding_id } = await placeHold(core, guest, ask(sale.event_id, seat));
  await confirmHold(core, guest, { holding_id, payment });
}

async function buyers() {
  await core.background.settled();
  const { items } = await listSoldBookings(core, sale.organizer, { event_id: sale.event_id, limit: 20 });
  return items.map(({ buyer }) => buyer);
}

describe("a contact that comes during the payment", () => {
  it("is in the booking when it was saved before the booking was written", async () => {
    before = () => setGuestEmail(core, guest, { email: "late@example.org" });
    await confirm("A-1");
    expect(await buyers()).toEqual([{ name: null, email: "late@example.org" }]);
  });

  it("is in the booking when it was corrected twice meanwhile", async () => {
    const correct = (email: string) => setGuestEmail(core, guest, { email });
    before = async () => {
      before = () => correct("second@example.org");
      await correct("first@example.org");
    };
    await confirm("A-1");
    expect(await buyers()).toEqual([{ name: null, email: "second@example.org" }]);
  });

  it("is that of the account which the guest became", async () => {
    const account = { email: `ida-${sale.event_id}@example.org`, name: "Ida", role: "attendee" } as const;
    before = () => createUser(core, account, { actor: guest, token });
    await confirm("A-1");
    expect(await buyers()).toEqual([{ name: "Ida", email: account.email }]);
  });

  it("is completed when it was planned before the booking and saved after it", async () => {
    const gate = createGate();
    const late = await openCore({ alongside: core, wrap: gate.wrap });
    const planned = gate.close();
    const saving = setGuestEmail(late, guest, { email: "planned@example.org" });
    await planned;
    await confirm("A-1");
    expect(await buyers()).toEqual([{ name: null, email: null }]);
    gate.open();
    await saving;
    expect(await buyers()).toEqual([{ name: null, email: "planned@example.org" }]);
    core.clock.advance(10);
    await runScheduledWork(core);
    expect(await readItem(core.table, keys.job("contact", guest.user_id))).toBeNull();
    await late.close();
  });

  it("leaves the booking to scheduled work while it changes without end, which states the last one", async () => {
    let corrections = 0;
    const correct = async () => {
      before = correct;
      corrections += 1;
      await setGuestEmail(core, guest, { email: `${corrections}@example.org` });
    };
    before = correct;
    await expect(confirm("A-1")).rejects.toMatchObject({ code: "UNAVAILABLE" });
    before = null;
    core.clock.advance(60);
    await runScheduledWork(core);
    expect(await buyers()).toEqual([{ name: null, email: `${corrections}@example.org` }]);
  });
});

it("every booking states the last contact, whichever of both is written first", async () => {
  const held = await Promise.all(
    times(10, async (i) => {
      const { user } = await startGuest(core, {});
      return { user, hold: await placeHold(core, user, ask(sale.event_id, `A-${i + 1}`)) };
    }),
  );
  const { refused, broken } = await race<unknown>(
    held.flatMap(({ user, hold: { holding_id } }) => [
      confirmHold(core, user, { holding_id, payment }),
      setGuestEmail(core, user, { email: `${user.user_id}@example.org` }),
    ]),
  );
  expect([refused, broken]).toEqual([{}, []]);
  core.clock.advance(10);
  await runScheduledWork(core);
  const emails = (await buyers()).map(({ email }) => email);
  expect(emails.sort()).toEqual(held.map(({ user }) => `${user.user_id}@example.org`).sort());
});
