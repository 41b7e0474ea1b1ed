import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { OrganizationId } from "../ids.ts";
import { changeOrganization } from "../membership/change-organization.ts";
import { readPayment } from "../payment/finish-payment.ts";
import type { SellerAccount } from "../payment/seller-accounts.ts";
import { onboardSeller } from "../payment-account/onboard-seller.ts";
import { refreshPaymentAccount } from "../payment-account/refresh-payment-account.ts";
import { openMemorySellers } from "../testing/memory-sellers.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, newOrganizer, openEvent, type Sale } from "../testing/open-event.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { expectCleanAudit } from "../testing/settle-everything.ts";
import type { Actor } from "../user/user.ts";
import { confirmHold } from "./confirm-hold.ts";
import { findHolding, getHold } from "./get-hold.ts";
import { getPaymentClient } from "./get-payment-client.ts";
import { placeHold } from "./place-hold.ts";

const sellers = openMemorySellers();
let core: TestCore;
let organizer: Actor;
let organization_id: OrganizationId;
let account_id: string;
let sale: Sale;
let buyer: Actor;
beforeAll(async () => {
  core = await openCore({ sellerAccounts: sellers });
});
afterAll(() => core.close());
beforeEach(async () => {
  organizer = await newOrganizer(core);
  organization_id = ownOrganization(organizer);
  account_id = String(
    (await onboardSeller(core, organizer, { organization_id }, "https://tickets.example")).account_id,
  );
  await say("enabled");
  sale = await openEvent(core, { rows: 1, perRow: 4, organizer });
  buyer = await newGuest(core);
});

async function say(state: SellerAccount["state"]): Promise<void> {
  sellers.set(organization_id, state);
  await refreshPaymentAccount(core, organization_id);
}

const hold = async (event_id = sale.event_id) => (await placeHold(core, buyer, ask(event_id, "A-1"))).holding_id;
const pay = (holding_id: Awaited<ReturnType<typeof hold>>, token = "tok_visa") =>
  confirmHold(core, buyer, { holding_id, payment: { token } });

test("a payment goes to the account of the organization that sells", async () => {
  const booking = await pay(await hold());
  expect(booking).toMatchObject({ state: "confirmed" });
  const [payment] = await core.gateway.listByEvent(sale.event_id, [account_id]);
  expect(payment).toBeDefined();
  if (payment) expect(await readPayment(core, payment.payment_id)).toMatchObject({ account: account_id });
  await expectCleanAudit(core, sale.event_id);
});

test("while charges are disabled a card is refused before anything is prepared, and the seats stay", async () => {
  const holding_id = await hold();
  const before = await getHold(core, buyer, { holding_id });
  await say("restricted");
  const refused = { code: "PAYMENTS_NOT_READY", details: { organization_id, state: "restricted" } };
  await expect(getPaymentClient(core, buyer, { holding_id })).rejects.toMatchObject(refused);
  await expect(pay(holding_id)).rejects.toMatchObject(refused);
  expect(await findHolding(core, holding_id)).toMatchObject({ state: "active", attempt: 0, payment_id: null });
  expect(await getHold(core, buyer, { holding_id })).toEqual(before);
  expect(await core.gateway.listByEvent(sale.event_id, [account_id])).toEqual([]);
  await say("enabled");
  expect(await getPaymentClient(core, buyer, { holding_id })).toEqual({ gateway: "test" });
  expect(await pay(holding_id)).toMatchObject({ state: "confirmed" });
});

test("another process refuses within two seconds", async () => {
  const other = await openCore({ alongside: core, sellerAccounts: sellers });
  const holding_id = await hold();
  expect(await getPaymentClient(other, buyer, { holding_id })).toEqual({ gateway: "test" });
  await say("restricted");
  core.clock.advance(2);
  await expect(getPaymentClient(other, buyer, { holding_id })).rejects.toMatchObject({ code: "PAYMENTS_NOT_READY" });
  await other.close();
});

test("a payment that was begun goes on at its account, whatever became of it", async () => {
  const holding_id = await hold();
  expect(await pay(holding_id, "tok_challenge")).toMatchObject({ state: "paying" });
  const holding = await findHolding(core, holding_id);
  await say("restricted");
  expect(await getPaymentClient(core, buyer, { holding_id })).toEqual({ gateway: "test" });
  await core.gateway.answerChallenge(holding?.payment_id ?? ("" as never), true);
  expect(await confirmHold(core, buyer, { holding_id })).toMatchObject({ state: "confirmed" });
  await expectCleanAudit(core, sale.event_id);
});

test("what is free, and what is reserved on invoice alone, needs no account", async () => {
  await say("restricted");
  const free = await openEvent(core, { rows: 1, perRow: 1, organizer, event: { seat_type_prices: { Stalls: 0 } } });
  const holding_id = await hold(free.event_id);
  expect(await getPaymentClient(core, buyer, { holding_id })).toEqual({ gateway: "test" });
  expect(await confirmHold(core, buyer, { holding_id })).toMatchObject({ state: "confirmed" });
  await changeOrganization(core, organizer, { organization_id, payment_methods: ["invoice"] });
  expect(await getPaymentClient(core, buyer, { holding_id: await hold() })).toEqual({ gateway: "test" });
});
