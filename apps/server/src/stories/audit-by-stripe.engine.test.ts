import { confirmHold } from "@evently/core/hold/confirm-hold";
import { placeHold } from "@evently/core/hold/place-hold";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { ask, newGuest, openEvent, type Sale } from "@evently/core/testing/open-event";
import { openSeller, type Seller } from "@evently/stripe/testing/open-seller";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { stripeSettings } from "../testing/process/kill-money.ts";
import { runCommandWith } from "../testing/process/run-command.ts";

let core: TestCore;
let seller: Seller;
let sale: Sale;

beforeAll(async () => {
  [core, seller] = [await openCore(), await openSeller()];
  Object.assign(core, { gateway: seller.gateway });
});
afterAll(async () => {
  await core.close();
  await seller.double.close();
});
beforeEach(async () => {
  sale = await openEvent(core);
  const guest = await newGuest(core);
  const { holding_id } = await placeHold(core, guest, ask(sale.event_id, "A-1"));
  await confirmHold(core, guest, { holding_id, payment: { token: "pm_card_visa" } });
  await core.background.settled();
});

const audit = () => runCommandWith(core, stripeSettings(seller.double), "audit", sale.event_id);

it("`evently audit` finds no fault where Stripe has the money of the bookings", async () => {
  expect(await audit()).toMatchObject({ code: 0, said: expect.stringMatching(/^ {2}bookings +1$/m) });
});

it("`evently audit` names a charge that was planted at Stripe, and has no record here", async () => {
  const planted = await seller.stripe.paymentIntents.create({
    ...{ amount: 9_900, currency: "usd", confirm: true, payment_method: "pm_card_visa" },
    metadata: { event_id: sale.event_id },
  });
  const { code, said } = await audit();
  expect([code, said]).toEqual([1, expect.stringContaining(`${planted.id} keeps 9900 at the gateway`)]);
});

it("`evently audit` names a refund that was made at Stripe, and has no record here", async () => {
  const [record] = await seller.gateway.listByEvent(sale.event_id, [null]);
  await seller.stripe.refunds.create({ payment_intent: record?.gateway_ref ?? "", amount: 1_000 });
  const { code, said } = await audit();
  const finding = `${record?.payment_id} has a refund without a record: 1000 given back at the gateway itself`;
  expect([code, said]).toEqual([1, expect.stringContaining(finding)]);
});
