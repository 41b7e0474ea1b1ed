import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { EventlyError } from "../errors.ts";
import type { HoldingId } from "../ids.ts";
import { findPayment } from "../payment/finish-payment.ts";
import type { PaymentGateway } from "../payment/gateway.ts";
import { keys } from "../table/keys.ts";
import { createDying } from "../testing/dying-table.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import type { Actor } from "../user/user.ts";
import { confirmHold } from "./confirm-hold.ts";
import { findHolding } from "./get-hold.ts";
import { placeHold } from "./place-hold.ts";

const dying = createDying();
const payment = { token: "tok_visa" };
let core: TestCore;
let sale: Sale;
let guest: Actor;
let holding_id: HoldingId;

beforeAll(async () => {
  core = await openCore({ wrap: dying.wrap });
});
afterAll(() => core.close());
beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 6 });
  guest = await newGuest(core);
  ({ holding_id } = await placeHold(core, guest, ask(sale.event_id, "A-1", "A-2")));
});

/** The process dies once the gateway has authorized, and is back after the hold has ended. */
async function payAndDie(): Promise<void> {
  dying.die(2, "before");
  const paying = confirmHold(core, guest, { holding_id, payment });
  await expect(paying.finally(dying.rise)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  core.faults.length = 0;
  core.clock.advance(core.rules.SEAT_HOLD_MAX + 1);
}

const charges = async () => (await core.gateway.listByEvent(sale.event_id, [null])).map(({ state }) => state);

describe("a payment that comes after its hold has ended", () => {
  it("has the same seats if nobody took them", async () => {
    await payAndDie();
    expect(await confirmHold(core, guest, { holding_id, payment })).toMatchObject({ seats: ["A-1", "A-2"] });
    await core.background.settled();
    expect(await charges()).toEqual(["captured"]);
    await expectCleanAudit(core, sale.event_id);
  });

  it.each(["the buyer asks", "scheduled work ends it first"])(
    "costs nothing if others have a seat, which is said with seats as good, also where %s",
    async (first) => {
      await payAndDie();
      await placeHold(core, await newGuest(core), ask(sale.event_id, "A-2"));
      if (first.startsWith("scheduled")) await letTimePass(core, 60, 60);
      for (let round = 0; round < 2; round++) {
        const refused = await confirmHold(core, guest, { holding_id, payment }).catch((error) => error);
        expect(refused).toBeInstanceOf(EventlyError);
        expect(refused).toMatchObject({ code: "SEATS_UNAVAILABLE", details: { seats: ["A-2"] } });
        expect(refused.message).toContain("You pay nothing");
        // Which of those that are about as good is chance.
        for (const seats of refused.details.alternatives)
          expect(seats).toEqual([expect.any(String), expect.any(String)]);
        expect(refused.details.alternatives).not.toEqual([]);
        expect(refused.details.alternatives.flat()).not.toContain("A-2");
      }
      expect(await charges()).toEqual(["voided"]);
      await letTimePass(core, 700, 100);
      await expectCleanAudit(core, sale.event_id);
    },
  );
});

describe("a payment is named at the gateway before anything is authorized", () => {
  const naming = (gateway: Partial<PaymentGateway>): TestCore => ({
    ...core,
    gateway: { ...core.gateway, ...gateway },
  });

  it("and every call carries the name and the account that its record has", async () => {
    const asked: string[] = [];
    const { authorize, capture, refund, find } = core.gateway;
    const named = naming({
      prepare: async ({ payment_id, amount }) => {
        expect(await findPayment(core, payment_id)).toBeNull();
        return { gateway_ref: `pi_${payment_id}_${amount}` };
      },
      authorize: async (input, signal) => {
        const record = await findPayment(core, input.payment_id);
        expect(record).toMatchObject({ state: "started", gateway_ref: input.gateway_ref, account: null });
        asked.push(`authorize ${input.gateway_ref}`);
        return authorize(input, signal);
      },
      capture: (key) => {
        asked.push(`capture ${key.gateway_ref}`);
        return capture(key);
      },
      void: (key) => find(key) as ReturnType<PaymentGateway["void"]>,
      refund: (key, part) => {
        asked.push(`refund ${key.gateway_ref} ${part.refund_id}`);
        return refund(key, part);
      },
    });
    const booking = await confirmHold(named, guest, { holding_id, payment });
    await core.background.settled();
    if (!("booking_id" in booking)) throw new Error("it is not booked");
    await cancelBooking(named, guest, booking);
    const { payment_id = "" } = (await findHolding(core, holding_id)) ?? {};
    const name = `pi_${payment_id}_9000`;
    expect(asked).toEqual([`authorize ${name}`, `capture ${name}`, `refund ${name} ${payment_id}-r1`]);
    await expectCleanAudit(core, sale.event_id);
  });

  it("and not at all if the gateway can't name it: the hold is as it was", async () => {
    const before = await findHolding(core, holding_id);
    const down = naming({ prepare: () => Promise.reject(new Error("down")) });
    await expect(confirmHold(down, guest, { holding_id, payment })).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(await findHolding(core, holding_id)).toEqual(before);
    expect(await charges()).toEqual([]);
    expect(await confirmHold(core, guest, { holding_id, payment })).toMatchObject({ state: "confirmed" });
    await core.background.settled();
    await expectCleanAudit(core, sale.event_id);
  });

  it("and anew if the hold costs something else by the time it is paid", async () => {
    const prepared: number[] = [];
    const slow = naming({
      prepare: async ({ amount }) => {
        prepared.push(amount);
        if (prepared.length > 1) return { gateway_ref: null };
        const changed = { UpdateExpression: "SET #total = :total", ExpressionAttributeNames: { "#total": "total" } };
        const Key = keys.holding(holding_id);
        const values = { ":total": 8000 };
        await core.table.send(
          new UpdateCommand({ TableName: core.table.name, Key, ...changed, ExpressionAttributeValues: values }),
        );
        return { gateway_ref: null };
      },
    });
    expect(await confirmHold(slow, guest, { holding_id, payment })).toMatchObject({ total: 8000 });
    await core.background.settled();
    expect(prepared).toEqual([9000, 8000]);
    const [record] = await core.gateway.listByEvent(sale.event_id, [null]);
    expect(record).toMatchObject({ state: "captured", amount: 8000 });
  });
});
