import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { getBooking } from "../booking/get-booking.ts";
import type { PaymentKey } from "../payment/gateway.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { readSeats } from "../testing/read-seats.ts";
import { expectCleanAudit, expectCountsRolledUp } from "../testing/settle-everything.ts";
import type { Actor } from "../user/user.ts";
import { confirmHold } from "./confirm-hold.ts";
import { placeHold } from "./place-hold.ts";

/** A process that dies, and one that does not. */
let core: TestCore;
let other: TestCore;
let isDead = false;
/** The request before which the process dies. */
let diesAt: (command: { input: unknown }) => boolean = () => false;
let sale: Sale;
let guest: Actor;
const visa = { payment: { token: "tok_visa" } };

beforeAll(async () => {
  const die = (table: TestCore["table"]) =>
    interpose(table, async (command, send) => {
      isDead ||= diesAt(command);
      if (isDead) throw Object.assign(new Error("the process died"), { $metadata: { attempts: 4 } });
      return send();
    });
  core = await openCore({ wrap: die });
  other = await openCore({ alongside: core });
});
afterAll(async () => {
  await other.close();
  await core.close();
});
beforeEach(async () => {
  [isDead, diesAt] = [false, () => false];
  sale = await openEvent(other, { rows: 1, perRow: 4 });
  guest = await newGuest(other);
});

const isCountOfHolds = (command: { input: unknown }): boolean =>
  command instanceof UpdateCommand && String(command.input.Key?.sk).endsWith("-holds");

/** The same process, with gateway calls that fail once it is dead, and a count of its captures. */
function withCaptures(process: TestCore, capture = process.gateway.capture) {
  const captured: string[] = [];
  const counted = (key: PaymentKey) => {
    captured.push(key.payment_id);
    return capture(key);
  };
  return { process: { ...process, gateway: { ...process.gateway, capture: counted } }, captured };
}

const stateOf = async (seat: string) =>
  (await readSeats(other, sale.event_id)).find(({ seat_pos }) => seat_pos === seat)?.seat_state;

async function readPayments() {
  const records = await other.gateway.listByEvent(sale.event_id, [null]);
  return records.map(({ state, amount, refunded }) => ({ state, amount, refunded }));
}

describe("a hold with a response", () => {
  it("stays valid and is sold correctly if its process dies before counting the request", async () => {
    diesAt = isCountOfHolds;
    const { holding_id } = await placeHold(core, guest, ask(sale.event_id, "A-1"));
    await core.background.settled();
    expect([isDead, await stateOf("A-1")]).toEqual([true, "held"]);
    await placeHold(other, await newGuest(other), ask(sale.event_id, "A-2"));
    expect(await confirmHold(other, guest, { holding_id, ...visa })).toMatchObject({ state: "confirmed" });
    expect(await expectCleanAudit(other, sale.event_id)).toMatchObject({
      counted: { booked: 1, held: 1, revenue: 4500 },
    });
    expect(await expectCountsRolledUp(other, sale.event_id)).toMatchObject({
      ...{ total_bookings: 1, seats_sold: 1, gross: 4500 },
      ...{ hold_attempts: 1, holds_placed: 1 },
    });
    core.faults.splice(0);
  });
});

describe("a booking with a response", () => {
  async function hold(seat: string) {
    return { ...(await placeHold(other, guest, ask(sale.event_id, seat))), ...visa };
  }

  it("is captured once by another process if its own dies first", async () => {
    const { holding_id } = await hold("A-1");
    const dying = withCaptures(core, () => {
      isDead = true;
      return Promise.reject(new Error("the process died"));
    });
    const booking = (await confirmHold(dying.process, guest, { holding_id, ...visa })) as BookingView;
    await core.background.settled();
    expect([booking.payment_status, isDead, await readPayments()]).toEqual([
      ...["authorized", true],
      [{ state: "authorized", amount: 4500, refunded: 0 }],
    ]);
    const others = withCaptures(other);
    expect(await runScheduledWork(others.process), "not due yet").toBe(0);
    other.clock.advance(other.rules.GATEWAY_TIMEOUT + 1);
    const worked = await Promise.all([others, others, others].map(({ process }) => runScheduledWork(process)));
    expect([worked.reduce((sum, count) => sum + count), others.captured.length]).toEqual([1, 1]);
    expect(await readPayments()).toEqual([{ state: "captured", amount: 4500, refunded: 0 }]);
    expect(await getBooking(other, guest, booking)).toMatchObject({ payment_status: "captured" });
    other.clock.advance(60);
    expect(await runScheduledWork(others.process)).toBe(0);
    await expectCleanAudit(other, sale.event_id);
    core.faults.splice(0);
  });

  it("is captured once, however often and wherever it is confirmed again", async () => {
    const { holding_id } = await hold("A-1");
    for (const process of [core, other, core]) await confirmHold(process, guest, { holding_id, ...visa });
    await Promise.all([core, other].map(({ background }) => background.settled()));
    expect(await readPayments()).toEqual([{ state: "captured", amount: 4500, refunded: 0 }]);
    await expectCleanAudit(other, sale.event_id);
  });

  it("takes nothing if cancelled before its capture: a late capture has no effect", async () => {
    const { holding_id } = await hold("A-1");
    let goOn = () => {};
    const cancelled = new Promise<void>((resume) => {
      goOn = resume;
    });
    const slow = withCaptures(core, async (key) => {
      await cancelled;
      return core.gateway.capture(key);
    });
    const booking = (await confirmHold(slow.process, guest, { holding_id, ...visa })) as BookingView;
    expect(await cancelBooking(other, guest, booking)).toMatchObject({ payment_status: "refunded" });
    goOn();
    await core.background.settled();
    expect([slow.captured.length, await readPayments()]).toEqual([1, [{ state: "voided", amount: 4500, refunded: 0 }]]);
    expect(core.faults).toEqual([]);
    await expectCleanAudit(other, sale.event_id);
  });
});
