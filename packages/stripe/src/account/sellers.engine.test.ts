import { auditEvent } from "@evently/core/audit/audit-event";
import type { BookingView } from "@evently/core/booking";
import { cancelBooking } from "@evently/core/booking/cancel-booking";
import { confirmHold } from "@evently/core/hold/confirm-hold";
import { getPaymentClient } from "@evently/core/hold/get-payment-client";
import { placeHold } from "@evently/core/hold/place-hold";
import type { OrganizationId } from "@evently/core/ids";
import type { PaymentGateway } from "@evently/core/payment/gateway";
import { getPaymentAccount } from "@evently/core/payment-account/get-payment-account";
import { onboardSeller } from "@evently/core/payment-account/onboard-seller";
import { refundBooking } from "@evently/core/refund/refund-booking";
import { joinOrganization } from "@evently/core/testing/join-organization";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { ask, newGuest, newOrganizer, openEvent, type Sale } from "@evently/core/testing/open-event";
import { ownOrganization } from "@evently/core/testing/own-organization";
import { race, times } from "@evently/core/testing/race";
import { readPaymentOf } from "@evently/core/testing/read-payment-of";
import { expectCleanAudit, letTimePass } from "@evently/core/testing/settle-everything";
import type { Actor } from "@evently/core/user";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createStripeGateway } from "../gateway/create-stripe-gateway.ts";
import { openSeller, type Seller } from "../testing/open-seller.ts";
import { createSellerAccounts } from "./create-seller-accounts.ts";

let stripe: Seller;
let core: TestCore;
let gateway: PaymentGateway;
let buyer: Actor;
beforeAll(async () => {
  stripe = await openSeller();
  const { origin: apiBase, secretKey, publishableKey } = stripe.double;
  const open = { secretKey, apiBase, timeoutSeconds: 20 };
  gateway = createStripeGateway({ ...open, publishableKey, applicationFeePercent: 5 });
  core = await openCore({ sellerAccounts: createSellerAccounts(open) });
  Object.assign(core, { gateway });
});
afterAll(async () => {
  await core.close();
  await stripe.double.close();
});
beforeEach(async () => {
  buyer = await newGuest(core);
});

const site = "http://127.0.0.1:9";

/** Its owner goes through Stripe's own pages, and comes back to what is known then. */
async function onboard(organizer: Actor): Promise<string> {
  const organization_id = ownOrganization(organizer);
  const { onboarding_url } = await onboardSeller(core, organizer, { organization_id, return_path: "/back" }, site);
  const visited = await fetch(String(onboarding_url), { redirect: "manual" });
  expect(visited.headers.get("location")).toBe(`${site}/back`);
  core.clock.advance(11);
  const account = await getPaymentAccount(core, organizer, { organization_id });
  expect(account).toMatchObject({ state: "enabled", charges_enabled: true });
  return String(account.account_id);
}

type Selling = Sale & { account: string };

async function openSale(): Promise<Selling> {
  const organizer = await newOrganizer(core);
  const account = await onboard(organizer);
  return { ...(await openEvent(core, { rows: 1, perRow: 4, organizer })), account };
}

async function buy({ event_id }: Sale, ...seats: string[]): Promise<BookingView> {
  const { holding_id } = await placeHold(core, buyer, ask(event_id, ...seats));
  const booking = await confirmHold(core, buyer, { holding_id, payment: { token: "pm_card_visa" } });
  await core.background.settled();
  return booking as BookingView;
}

const madeFor = async (organization_id: OrganizationId) => {
  const { data } = await stripe.stripe.accounts.list({ limit: 100 });
  return data.filter(({ metadata }) => metadata?.organization_id === organization_id).map(({ id }) => id);
};

test("each organization is paid on its own account, the fee goes to the house, and its part back with a refund", async () => {
  const [first, second] = [await openSale(), await openSale()];
  expect(first.account).not.toBe(second.account);
  const { holding_id } = await placeHold(core, buyer, ask(first.event_id, "A-4"));
  expect(await getPaymentClient(core, buyer, { holding_id })).toMatchObject({ account_id: first.account });
  const bookings = [await buy(first, "A-1", "A-2", "A-3"), await buy(second, "A-1")];
  for (const [sale, total] of [
    [first, 13_500],
    [second, 4_500],
  ] as const) {
    const records = await gateway.listByEvent(sale.event_id, [null, first.account, second.account]);
    expect(records).toMatchObject([{ account: sale.account, state: "captured", amount: total, fee: total * 0.05 }]);
    await expectCleanAudit(core, sale.event_id);
  }
  const [booking] = bookings;
  if (!booking) throw new Error("nothing was bought");
  expect(await readPaymentOf(core, booking)).toMatchObject({ account: first.account, fee: 675, fee_refunded: 0 });
  const { booking_id } = booking;
  await refundBooking(core, first.organizer, { booking_id, seats: booking.seats.slice(2), reason: "A broken chair" });
  await core.background.settled();
  expect(await readPaymentOf(core, booking)).toMatchObject({ state: "captured", fee: 675, fee_refunded: 225 });
  await cancelBooking(core, first.organizer, { booking_id });
  await core.background.settled();
  expect(await readPaymentOf(core, booking)).toMatchObject({ state: "refunded", fee: 675, fee_refunded: 675 });
  const { data: fees } = await stripe.stripe.applicationFees.list({ limit: 100 });
  const kept = fees.filter(({ account }) => account === first.account || account === second.account);
  expect(kept.reduce((sum, fee) => sum + fee.amount - fee.amount_refunded, 0)).toBe(225);
  await expectCleanAudit(core, first.event_id);
});

test("owners of one organization who ask at once, each with an address, get one account of Stripe's", async () => {
  const organizer = await newOrganizer(core);
  const organization_id = ownOrganization(organizer);
  const owners = [
    (await joinOrganization(core, organizer, organization_id, "owner")).actor,
    (await joinOrganization(core, organizer, organization_id, "owner")).actor,
  ];
  const path = "/accounts$";
  await stripe.double.addFault({ method: "POST", path, times: 1, kind: "lose", when: "after" });
  const asked = await race(times(6, (i) => onboardSeller(core, owners[i % 2] as Actor, { organization_id }, site)));
  expect(asked.broken).toEqual([]);
  expect(asked.won.length).toBeGreaterThan(0);
  const made = await madeFor(organization_id);
  expect(made).toHaveLength(1);
  expect(new Set(asked.won.map(({ account_id }) => account_id))).toEqual(new Set(made));
  const later = await onboardSeller(core, organizer, { organization_id }, site);
  expect(later).toMatchObject({ account_id: made[0], state: "onboarding" });
});

test("an account whose reply was lost is found after a day, when Stripe has forgotten that it was asked", async () => {
  const organizer = await newOrganizer(core);
  const organization_id = ownOrganization(organizer);
  await stripe.double.addFault({ method: "POST", path: "/accounts$", times: 2, kind: "lose", when: "after" });
  await expect(onboardSeller(core, organizer, { organization_id }, site)).rejects.toMatchObject({
    code: "UNAVAILABLE",
  });
  await stripe.double.order({ order: "forget_keys" });
  const { account_id } = await onboardSeller(core, organizer, { organization_id }, site);
  expect(await madeFor(organization_id)).toEqual([account_id]);
});

test("a seller whom Stripe stops while nobody looks: the first card is refused by Stripe, the next one here, and no seat is lost", async () => {
  const sale = await openSale();
  const { holding_id } = await placeHold(core, buyer, ask(sale.event_id, "A-1"));
  await stripe.double.order({ order: "enable_account", account: sale.account, enabled: false });
  const pay = () => confirmHold(core, buyer, { holding_id, payment: { token: "pm_card_visa" } });
  await expect(pay()).rejects.toMatchObject({ code: "PAYMENT_DECLINED" });
  await core.background.settled();
  await expect(pay()).rejects.toMatchObject({
    ...{ code: "PAYMENTS_NOT_READY", details: { state: "restricted" } },
  });
  await stripe.double.order({ order: "enable_account", account: sale.account, enabled: true });
  core.clock.advance(11);
  await getPaymentAccount(core, sale.organizer, { organization_id: ownOrganization(sale.organizer) });
  expect(await pay()).toMatchObject({ state: "confirmed" });
  await letTimePass(core, 1_000);
  await expectCleanAudit(core, sale.event_id);
});

test("an audit finds money at the seller's account that has no record", async () => {
  const sale = await openSale();
  const { event_id, account: stripeAccount } = sale;
  const planted = await stripe.stripe.paymentIntents.create(
    { amount: 500, currency: "usd", confirm: true, payment_method: "pm_card_visa", metadata: { event_id } },
    { stripeAccount },
  );
  expect((await auditEvent(core, event_id)).faults).toMatchObject([{ about: planted.id }]);
});
