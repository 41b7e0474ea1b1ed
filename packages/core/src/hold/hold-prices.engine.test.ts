import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { readCounts } from "../counts/read-counts.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { setPrice } from "../testing/edit-event.ts";
import { createFaults } from "../testing/faults.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { newKey, sendWithKey } from "../testing/send-with-key.ts";
import { expectCleanAudit, letTimePass } from "../testing/settle-everything.ts";
import type { Actor } from "../user/user.ts";
import { confirmHold } from "./confirm-hold.ts";
import { getHold } from "./get-hold.ts";
import type { HoldingView } from "./hold.ts";
import { placeHold } from "./place-hold.ts";
import { releaseHold } from "./release-hold.ts";

let core: TestCore;
/** Another process, which has read the event before its price is changed. */
let late: TestCore;
let sale: Sale;
let guest: Actor;
const faults = createFaults();
/** Runs before the next transactions of `late`. */
let before: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  core = await openCore();
  const wrap: Parameters<typeof openCore>[0] = {
    wrap: (table) =>
      interpose(faults.wrap(table), async (command, send) => {
        if (command instanceof TransactWriteCommand) await before.shift()?.();
        return send();
      }),
  };
  late = await openCore({ alongside: core, ...wrap });
});
afterAll(async () => {
  await late.close();
  await core.close();
});
beforeEach(async () => {
  before = [];
  sale = await openEvent(core, { rows: 1, perRow: 6 });
  guest = await newGuest(core);
  expect((await late.events.find(sale.event_id))?.price_revision).toBe(0);
});

const pay = async (actor: Actor, { holding_id }: HoldingView) =>
  (await confirmHold(core, actor, { holding_id, payment: { token: "tok_visa" } })) as BookingView;
const pricesOf = async (seat: string) => {
  const { lines, total } = await placeHold(core, await newGuest(core), ask(sale.event_id, seat));
  return [lines[0]?.price, total];
};

/** Makes the seats carry the new prices, as a hold that was given up again does. */
async function touch(...seats: string[]): Promise<void> {
  const other = await newGuest(core);
  await releaseHold(core, other, await placeHold(core, other, ask(sale.event_id, ...seats)));
}

it("a seat is held at the price that its event has, whatever the seat was copied with", async () => {
  await setPrice(core, sale, 6000);
  const hold = await placeHold(core, guest, ask(sale.event_id, "A-1", "A-2"));
  expect(hold).toMatchObject({ total: 12_000, lines: [{ price: 6000 }, { price: 6000 }] });
  expect(await pay(guest, hold)).toMatchObject({ total: 12_000, lines: [{ price: 6000 }, { price: 6000 }] });
  await letTimePass(core, 60);
  const { counted } = await expectCleanAudit(core, sale.event_id);
  expect(counted).toMatchObject({ revenue: 12_000, at_gateway: 12_000 });
});

it("what is held keeps its price until it is paid", async () => {
  const hold = await placeHold(core, guest, ask(sale.event_id, "A-1"));
  await setPrice(core, sale, 9900);
  expect(await pay(guest, hold)).toMatchObject({ total: 4500 });
  await letTimePass(core, 60);
  expect((await expectCleanAudit(core, sale.event_id)).counted).toMatchObject({ at_gateway: 4500 });
});

it("a seat cancelled after a change is sold again, at the price of today", async () => {
  const sold = await pay(guest, await placeHold(core, guest, ask(sale.event_id, "A-1")));
  await setPrice(core, sale, 3000);
  await cancelBooking(core, guest, sold);
  const again = await pay(guest, await placeHold(core, guest, ask(sale.event_id, "A-1")));
  expect(again).toMatchObject({ total: 3000 });
  await setPrice(core, sale, 4500);
  await cancelBooking(core, guest, again);
  expect(await pricesOf("A-1")).toEqual([4500, 4500]);
});

it("a process sells at the prices before for the 2 s that it remembers its event, then at the new ones", async () => {
  await setPrice(core, sale, 6000);
  expect(await placeHold(late, guest, ask(sale.event_id, "A-1"))).toMatchObject({ total: 4500 });
  late.clock.advance(2);
  expect(await placeHold(late, guest, ask(sale.event_id, "A-2"))).toMatchObject({ total: 6000 });
});

it("a seat that has met later prices is held at those, and its buyer hears of no refusal", async () => {
  await setPrice(core, sale, 6000);
  await touch("A-2");
  const hold = await placeHold(late, guest, ask(sale.event_id, "A-1", "A-2"));
  expect(hold).toMatchObject({ total: 12_000, lines: [{ price: 6000 }, { price: 6000 }] });
  await late.background.settled();
  expect(await readCounts(core, sale.event_id)).toMatchObject({ hold_attempts: 2, holds_placed: 2 });
});

it("a free seat is held however often its price changes while it is being held", async () => {
  const raise = (price: number) => async () => {
    await setPrice(core, sale, price);
    await touch("A-1");
  };
  before = [raise(5000), raise(5100), raise(5200)];
  expect(await placeHold(late, guest, ask(sale.event_id, "A-1"))).toMatchObject({ total: 5200 });
});

it("prices that change faster than they can be read are an outage of a moment, not a lost seat", async () => {
  before = Array.from({ length: 9 }, (_, i) => async () => {
    await setPrice(core, sale, 5000 + i);
    await touch("A-1");
  });
  await expect(placeHold(late, guest, ask(sale.event_id, "A-1"))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  before = [];
  await late.background.settled();
  const counts = await readCounts(core, sale.event_id);
  expect(counts.hold_attempts).toBe(counts.holds_placed);
});

it("of seats that are taken and seats with later prices only the taken ones are refused", async () => {
  await setPrice(core, sale, 6000);
  await touch("A-1");
  await placeHold(core, await newGuest(core), ask(sale.event_id, "A-2"));
  const refused = placeHold(late, guest, ask(sale.event_id, "A-1", "A-2", "A-3"));
  await expect(refused).rejects.toMatchObject({ code: "SEATS_UNAVAILABLE", details: { seats: ["A-2"] } });
  const { alternatives } = await refused.catch((error) => error.details);
  expect(alternatives).toHaveLength(1);
});

it("a sale that was paused together with its prices stays closed", async () => {
  await setPrice(core, sale, 6000);
  await touch("A-1");
  await setEventStatus(core, sale.organizer, { ...sale, status: "paused" });
  await expect(placeHold(late, guest, ask(sale.event_id, "A-1"))).rejects.toMatchObject({ code: "SALE_CLOSED" });
});

it("a repeated request with a key is answered with the price that its first one was given", async () => {
  await setPrice(core, sale, 6000);
  await touch("A-1");
  const key = newKey();
  const send = () =>
    sendWithKey(late, { actor: guest, key }, (lease) => placeHold(late, guest, ask(sale.event_id, "A-1"), lease));
  const first = await send();
  await setPrice(core, sale, 7000);
  expect(await send()).toEqual({ ...first, replayed: true });
  expect(first.answer).toMatchObject({ total: 6000 });
});

it("a hold whose answer was lost is found at the price it was placed at", async () => {
  await setPrice(core, sale, 6000);
  faults.plan(() => "resent");
  const hold = await placeHold(late, guest, ask(sale.event_id, "A-1"));
  faults.end();
  expect(hold).toMatchObject({ total: 4500, state: "active" });
  expect(await getHold(core, guest, hold)).toMatchObject({ total: 4500 });
});

it("a paid hold that ran out is booked at the price it was paid", async () => {
  const hold = await placeHold(core, guest, ask(sale.event_id, "A-1"));
  await confirmHold(core, guest, { holding_id: hold.holding_id, payment: { token: "tok_challenge" } });
  const [pending] = await core.gateway.listByEvent(sale.event_id, [null]);
  if (!pending) throw new Error("nothing is being paid");
  await core.gateway.answerChallenge(pending.payment_id, true);
  await setPrice(core, sale, 6000);
  await letTimePass(core, 600, 100);
  expect(await getHold(core, guest, hold)).toMatchObject({ state: "confirmed", total: 4500 });
  expect((await expectCleanAudit(core, sale.event_id)).counted).toMatchObject({ at_gateway: 4500 });
});
