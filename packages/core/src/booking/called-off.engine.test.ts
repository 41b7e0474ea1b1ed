import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getEvent } from "../event/get-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { finishPayment } from "../payment/finish-payment.ts";
import { RefundBooking } from "../refund/refund.ts";
import { refundBooking } from "../refund/refund-booking.ts";
import { retryDeadWork } from "../scheduled-work/dead-work.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { workKinds } from "../scheduled-work/work-kinds.ts";
import { update } from "../table/actions.ts";
import { deadShardOf } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import { updateItem } from "../table/update-item.ts";
import { createGate } from "../testing/gate.ts";
import { interpose } from "../testing/interpose.ts";
import { joinOrganization } from "../testing/join-organization.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { openInvoiceEvent } from "../testing/open-invoices.ts";
import { bookSeat, down } from "../testing/owe-captures.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { mix, sellMix } from "../testing/sell-mix.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import type { Actor } from "../user/user.ts";
import type { BookingView } from "./booking.ts";
import { cancelBooking } from "./cancel-booking.ts";

let core: TestCore;
let broken: TestCore;
let sale: Sale;

beforeAll(async () => {
  core = await openCore();
  broken = { ...core, gateway: { ...core.gateway, refund: down, void: down } };
});
afterAll(() => core.close());
beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 40 });
});

const callOff = (by = core) => setEventStatus(by, sale.organizer, { event_id: sale.event_id, status: "cancelling" });
const progress = async (actor: Actor | null = sale.organizer) =>
  (await getEvent(core, actor, { event_id: sale.event_id })).cancellation;
const work = async (by: TestCore) => {
  core.clock.advance(61);
  while ((await runScheduledWork(by)) > 0);
};
const failUntilDead = async () => {
  for (let n = 0; n <= workKinds.money.attempts; n++) {
    core.clock.advance(3601);
    await runScheduledWork(broken);
  }
};
const book = async (...seats: string[]) => {
  const bookings: BookingView[] = [];
  for (const seat of seats) bookings.push(await bookSeat(core, sale, seat));
  return bookings;
};
const refund = (by: TestCore, { booking_id }: BookingView, amount: number) =>
  refundBooking(by, sale.organizer, RefundBooking.parse({ booking_id, amount, reason: "The view is restricted" }));

describe("how far the refunds of a called-off event are", () => {
  it("is null before, counts what it ends and no other booking, and is whole at once where nothing is owed", async () => {
    sale = await openInvoiceEvent(core, { rows: 1, perRow: 100 });
    await sellMix(core, sale, 2 * mix.length);
    await cancelBooking(core, sale.organizer, await bookSeat(core, sale, "A-100"));
    expect(await progress()).toBeNull();
    await callOff();
    const total = 2 * mix.length;
    expect(await progress()).toEqual({ total, refunded: 0, failed: 0 });
    await work(broken);
    expect(await progress(), "three of eight ways owe a card something").toEqual({
      ...{ total, refunded: total - 2 * 3, failed: 0 },
    });
    await work(core);
    expect(await progress()).toEqual({ total, refunded: total, failed: 0 });
    await letTimePass(core, 1_300, 130);
    expect(await progress()).toEqual({ total, refunded: total, failed: 0 });
    await expectCleanAudit(core, sale.event_id);
    core.faults.splice(0);
  });

  it("says for whom it failed, until an operator retries it", async () => {
    await book("A-1", "A-2", "A-3");
    await callOff();
    await work(broken);
    expect(await progress()).toEqual({ total: 3, refunded: 0, failed: 0 });
    await failUntilDead();
    expect(await progress()).toEqual({ total: 3, refunded: 0, failed: 3 });
    expect((await getEvent(core, sale.organizer, sale)).status).toBe("cancelled");
    expect(await retryDeadWork(core)).toHaveLength(3);
    expect(await progress()).toEqual({ total: 3, refunded: 0, failed: 0 });
    await work(core);
    expect(await progress()).toEqual({ total: 3, refunded: 3, failed: 0 });
    await expectCleanAudit(core, sale.event_id);
    core.faults.splice(0);
  });

  it("waits for a refund of before that is still on its way, and revives it where it is dead", async () => {
    const [booking, other] = await book("A-1", "A-2");
    if (!booking || !other) throw new Error("nothing is booked");
    await refund(broken, booking, 4500);
    await failUntilDead();
    await refund(broken, other, 4500);
    await callOff(broken);
    await work(broken);
    expect(await progress()).toEqual({ total: 2, refunded: 0, failed: 0 });
    await failUntilDead();
    expect(await progress()).toEqual({ total: 2, refunded: 0, failed: 2 });
    await retryDeadWork(core);
    await work(core);
    expect(await progress()).toEqual({ total: 2, refunded: 2, failed: 0 });
    await letTimePass(core, 1_300, 130);
    await expectCleanAudit(core, sale.event_id);
    core.faults.splice(0);
  });

  it("counts a refund once that ends while its work dies", async () => {
    await book("A-1");
    await callOff();
    await work(broken);
    const { payment_id } = (await core.gateway.listByEvent(sale.event_id, [null]))[0] ?? {};
    if (!payment_id) throw new Error("nothing was paid");
    const gate = createGate();
    const late = await openCore({ alongside: core, wrap: gate.wrap });
    const waiting = gate.close();
    const ending = finishPayment(late, payment_id);
    await waiting;
    await failUntilDead();
    expect(await progress()).toEqual({ total: 1, refunded: 0, failed: 1 });
    gate.open();
    await ending;
    await late.close();
    expect(await progress()).toEqual({ total: 1, refunded: 1, failed: 0 });
    await letTimePass(core, 1_300, 130);
    await expectCleanAudit(core, sale.event_id);
    core.faults.splice(0);
  });

  it("is for who reads its figures and for its box office", async () => {
    await callOff();
    const organization_id = ownOrganization(sale.organizer);
    const join = async (role: "viewer" | "box_office" | "door") =>
      progress((await joinOrganization(core, sale.organizer, organization_id, role)).actor);
    const none = { total: 0, refunded: 0, failed: 0 };
    expect([await join("viewer"), await join("box_office"), await join("door")]).toEqual([none, none, undefined]);
    expect([await progress(await newGuest(core)), await progress(null)]).toEqual([undefined, undefined]);
  });

  it("is null for what the version before called off", async () => {
    await callOff();
    const key = keys.event(sale.event_id);
    await updateItem(
      core.table,
      update({ key, update: "REMOVE cancellation_counted", condition: "attribute_exists(pk)" }),
    );
    expect(await progress()).toBeNull();
  });

  it("counts all that is left as failed once its own work is dead", async () => {
    await book("A-1", "A-2");
    await callOff();
    const bury = update({
      key: keys.event(sale.event_id),
      update: "SET due_shard = :dead",
      condition: "attribute_exists(due_shard)",
      values: { ":dead": deadShardOf("bulk") },
    });
    await updateItem(core.table, bury);
    expect(await progress()).toEqual({ total: 2, refunded: 0, failed: 2 });
    await retryDeadWork(core, sale.event_id);
    await work(core);
    expect(await progress()).toEqual({ total: 2, refunded: 2, failed: 0 });
  });
});

it("one booking that can't be cancelled keeps none of the others from their money", async () => {
  const [poison] = await book("A-1", "A-2", "A-3");
  let isBroken = true;
  const other = await openCore({
    alongside: core,
    wrap: (table) =>
      interpose(table, async (command, send) => {
        const isWrite = command instanceof TransactWriteCommand;
        if (isBroken && isWrite && JSON.stringify(command.input).includes(String(poison?.booking_date))) return down();
        return send();
      }),
  });
  await callOff();
  await work(other);
  expect(await progress()).toEqual({ total: 3, refunded: 2, failed: 0 });
  isBroken = false;
  core.clock.advance(3_600);
  await letTimePass(other, 1_300, 130);
  expect(await progress()).toEqual({ total: 3, refunded: 3, failed: 0 });
  await expectCleanAudit(core, sale.event_id);
  await other.close();
});
