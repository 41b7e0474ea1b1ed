import { confirmHold } from "@evently/core/hold/confirm-hold";
import { placeHold } from "@evently/core/hold/place-hold";
import { getPaymentAccount } from "@evently/core/payment-account/get-payment-account";
import { onboardSeller } from "@evently/core/payment-account/onboard-seller";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { ask, newGuest, newOrganizer, openEvent } from "@evently/core/testing/open-event";
import { ownOrganization } from "@evently/core/testing/own-organization";
import { expectCleanAudit } from "@evently/core/testing/settle-everything";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSellerAccounts } from "../account/create-seller-accounts.ts";
import { followStripe, passAMinute } from "../testing/open-followed-sale.ts";
import { openSeller, type Seller } from "../testing/open-seller.ts";

let seller: Seller;
let core: TestCore;
beforeAll(async () => {
  seller = await openSeller();
  const { origin: apiBase, secretKey } = seller.double;
  core = await openCore({ sellerAccounts: createSellerAccounts({ secretKey, apiBase, timeoutSeconds: 20 }) });
  followStripe(core, seller);
});
afterAll(async () => {
  await core.close();
  await seller.double.close();
});

test("what happens on a seller's own account is found without any webhook", async () => {
  const organizer = await newOrganizer(core);
  const organization_id = ownOrganization(organizer);
  const { account_id } = await onboardSeller(core, organizer, { organization_id }, "http://127.0.0.1:9");
  const account = String(account_id);
  await seller.double.order({ order: "enable_account", account, enabled: true });
  await passAMinute(core);
  // Known already, so that Stripe isn't asked.
  const calls = (await seller.double.calls()).length;
  expect(await getPaymentAccount(core, organizer, { organization_id })).toMatchObject({ state: "enabled" });
  expect(await seller.double.calls()).toHaveLength(calls);

  const { event_id } = await openEvent(core, { rows: 1, perRow: 4, organizer });
  const buyer = await newGuest(core);
  const { holding_id } = await placeHold(core, buyer, ask(event_id, "A-1"));
  await confirmHold(core, buyer, { holding_id, payment: { token: "pm_card_visa" } });
  await core.background.settled();
  const [record] = await seller.gateway.listByEvent(event_id, [account]);
  const payment_intent = record?.gateway_ref ?? "";
  await seller.stripe.refunds.create({ payment_intent, amount: 500 }, { stripeAccount: account });
  await seller.double.order({ order: "open_dispute", account, intent: payment_intent, reason: "general" });
  await passAMinute(core);
  const { counted } = await expectCleanAudit(core, event_id);
  expect(counted).toMatchObject({ revenue: 4_000, at_gateway: 4_000, open_disputes: 1 });
});
