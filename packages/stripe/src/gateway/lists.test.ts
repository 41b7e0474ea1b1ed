import { id } from "@evently/core/testing/id";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSeller, type Seller } from "../testing/open-seller.ts";
import { pay, prepare } from "../testing/pay.ts";

let seller: Seller;
let options: { stripeAccount: string };
beforeAll(async () => {
  seller = await openSeller();
  options = { stripeAccount: seller.account };
});
afterAll(() => seller.double.close());

describe("a refund that the seller made in the dashboard", () => {
  test("is found by its payment and by its event, without a name of ours", async () => {
    const { key, input } = await pay(seller);
    const ours = { refund_id: `${key.payment_id}-r1`, amount: 1_000 };
    await seller.gateway.refund(key, ours);
    await seller.stripe.refunds.create({ payment_intent: key.gateway_ref ?? "", amount: 2_500 }, options);
    const found = { refunds: [ours, { refund_id: null, amount: 2_500 }], refunded: 3_500 };
    expect(await seller.gateway.find(key)).toMatchObject(found);
    expect(await seller.gateway.listByEvent(input.event_id, [seller.account])).toMatchObject([found]);
  });

  test("of everything leaves ours nothing to give back", async () => {
    const { key } = await pay(seller);
    await seller.stripe.refunds.create({ payment_intent: key.gateway_ref ?? "" }, options);
    const refund = { refund_id: `${key.payment_id}-r1`, amount: 1 };
    await expect(seller.gateway.refund(key, refund)).rejects.toThrow("charge_already_refunded");
    expect(await seller.gateway.find(key)).toMatchObject({ refunds: [{ refund_id: null, amount: 15_000 }] });
  });
});

test("a refund that failed at the bank gave nothing back, and is not repeated in silence", async () => {
  const { key } = await pay(seller);
  const refund = { refund_id: `${key.payment_id}-r1`, amount: 4_000 };
  await seller.gateway.refund(key, refund);
  const { data } = await seller.stripe.refunds.list({ payment_intent: key.gateway_ref ?? "" }, options);
  await seller.double.order({ order: "fail_refund", account: seller.account, refund: data[0]?.id ?? "" });
  expect(await seller.gateway.find(key)).toMatchObject({ refunds: [], refunded: 0 });
  await expect(seller.gateway.refund(key, refund)).rejects.toThrow("failed at the bank: lost_or_stolen_card");
});

test("a refund is not given for another amount under the same id", async () => {
  const { key } = await pay(seller);
  const refund_id = `${key.payment_id}-r1`;
  await seller.gateway.refund(key, { refund_id, amount: 4_000 });
  await expect(seller.gateway.refund(key, { refund_id, amount: 5_000 })).rejects.toThrow("another amount");
});

test("many who give the same refund give it once", async () => {
  const { key } = await pay(seller);
  const refund = { refund_id: `${key.payment_id}-r1`, amount: 1_000 };
  await Promise.allSettled(Array.from({ length: 10 }, () => seller.gateway.refund(key, refund)));
  expect(await seller.gateway.find(key)).toMatchObject({ refunds: [refund], refunded: 1_000 });
});

test("a charge planted without a record is listed under its own name", async () => {
  const event_id = id.event(70_001);
  const charge = { amount: 9_900, currency: "usd", confirm: true, payment_method: "pm_card_visa" };
  const planted = await seller.stripe.paymentIntents.create({ ...charge, metadata: { event_id } }, options);
  await seller.stripe.paymentIntents.create(charge, options);
  const record = { payment_id: planted.id, gateway_ref: planted.id, amount: 9_900, state: "captured", refunded: 0 };
  const [found] = await seller.gateway.listByEvent(event_id, [null, seller.account]);
  expect(found).toMatchObject(record);
  if (!found) throw new Error("nothing was found");
  const refund = { refund_id: `${planted.id}-r1`, amount: 9_900 };
  expect(await seller.gateway.refund(found, refund)).toMatchObject({ payment_id: planted.id, refunds: [refund] });
});

test("a charge captured in part in the dashboard is listed with what was taken", async () => {
  const { key, input, authorize } = await prepare(seller);
  await authorize();
  await seller.stripe.paymentIntents.capture(key.gateway_ref ?? "", { amount_to_capture: 9_000 }, options);
  expect(await seller.gateway.listByEvent(input.event_id, [seller.account])).toMatchObject([{ amount: 9_000 }]);
});

test("everything is listed, however many pages it is, at every account", async () => {
  const { id: account } = await seller.stripe.accounts.create({ country: "DE" });
  await seller.double.order({ order: "enable_account", account, enabled: true });
  const event_id = id.event(70_002);
  const paid = await Promise.all(
    Array.from({ length: 120 }, async (_, at) => {
      const payment = await pay(seller, { account: at % 10 === 0 ? null : account, event_id });
      const refund = { refund_id: `${payment.key.payment_id}-r1`, amount: 100 + at };
      return seller.gateway.refund(payment.key, refund);
    }),
  );
  const sorted = (records: typeof paid) => records.toSorted((a, b) => a.payment_id.localeCompare(b.payment_id));
  const own = paid.filter((record) => record.account === account);
  expect(own).toHaveLength(108);
  expect(sorted(await seller.gateway.listByEvent(event_id, [account]))).toEqual(sorted(own));
  expect(sorted(await seller.gateway.listByEvent(event_id, [null, account]))).toEqual(sorted(paid));
  const all = await seller.gateway.list();
  expect(sorted(all.filter((record) => record.event_id === event_id))).toEqual(sorted(paid));
});

test("an account that can't be read fails the list, so that nothing is left out in silence", async () => {
  await expect(seller.gateway.listByEvent(id.event(1), ["acct_unknown"])).rejects.toThrow("account_invalid");
});
