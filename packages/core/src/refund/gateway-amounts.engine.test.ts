import { afterAll, beforeAll, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { getBooking } from "../booking/get-booking.ts";
import { ChangeEvent, CreateEvent } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { changeEvent } from "../event-change/change-event.ts";
import { createEvent } from "../event-change/create-event.ts";
import type { EventId } from "../ids.ts";
import { buy } from "../testing/known-sale.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import { RefundBooking } from "./refund.ts";
import { refundBooking } from "./refund-booking.ts";

let core: TestCore;
let sale: Sale;

beforeAll(async () => {
  core = await openCore();
  core.gateway.step = (currency) => (currency === "KWD" ? 10 : 1);
  const event = { currency: "KWD", seat_type_prices: { Stalls: 5130 } };
  sale = await openEvent(core, { event: { ...event, cancellation_policy: { hours_before: 0, percent: 50 } } });
});
afterAll(() => core.close());

const message = "in steps of 0.010 KWD: the payment gateway has no amount between";
const fault = (path: string) => ({ code: "INVALID_INPUT", details: { faults: [{ path, message }] } });

async function change(event_id: EventId, fields: object) {
  const { revision = 0 } = (await findEvent(core.table, event_id)) ?? {};
  return changeEvent(core, sale.organizer, ChangeEvent.parse({ event_id, revision, ...fields }));
}

it("a price that the gateway can't take is refused, when an event is created and when its prices or its currency change", async () => {
  const { venue_id = "", start_time = "" } = (await findEvent(core.table, sale.event_id)) ?? {};
  const asked = { venue_id, start_time, name: "Next", duration: 60, currency: "KWD", status: "draft" };
  const create = (Stalls: number, currency = "KWD") =>
    createEvent(core, sale.organizer, CreateEvent.parse({ ...asked, currency, seat_type_prices: { Stalls } }));
  await expect(create(5_125)).rejects.toMatchObject(fault("seat_type_prices.Stalls"));
  const { event_id } = await create(5_125, "USD");
  await expect(change(event_id, { currency: "KWD" })).rejects.toMatchObject(fault("seat_type_prices.Stalls"));
  await change(event_id, { currency: "KWD", seat_type_prices: { Stalls: 5_120 } });
  await expect(change(event_id, { seat_type_prices: { Stalls: 1 } })).rejects.toMatchObject(
    fault("seat_type_prices.Stalls"),
  );
  expect(await change(event_id, { name: "Renamed" })).toMatchObject({ seat_type_prices: { Stalls: 5_120 } });
});

it("an amount that it can't give back is refused before it is decided, and a percentage gives what was shown", async () => {
  const guest = await newGuest(core);
  const booking = await buy(core, sale, guest, "A-1");
  const refund = (amount: number) =>
    refundBooking(
      core,
      sale.organizer,
      RefundBooking.parse({ booking_id: booking.booking_id, amount, reason: "A late start" }),
    );
  await expect(refund(1_001)).rejects.toMatchObject(fault("amount"));
  expect(await refund(1_000)).toMatchObject({ refunded: 1_000 });
  const { refund_if_cancelled } = await getBooking(core, guest, booking);
  expect(refund_if_cancelled).toBe(1_560);
  expect(await cancelBooking(core, guest, booking)).toMatchObject({ refund: { amount: 1_560 }, refunded: 2_560 });
  await letTimePass(core, 40);
  await expectCleanAudit(core, sale.event_id);
});
