import type { OrganizationId } from "@evently/core/ids";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSeller, type Seller } from "../testing/open-seller.ts";
import { prepare } from "../testing/pay.ts";
import { createSellerAccounts, type SellerAccounts } from "./create-seller-accounts.ts";

let seller: Seller;
let accounts: SellerAccounts;
beforeAll(async () => {
  seller = await openSeller();
  const { secretKey, origin: apiBase } = seller.double;
  accounts = createSellerAccounts({ secretKey, apiBase, timeoutSeconds: 20 });
});
afterAll(() => seller.double.close());

const organization = (number: number) => ({
  organization_id: `organization-0000${number}` as OrganizationId,
  email: "box-office@house.example",
});
const urls = { return_url: "http://127.0.0.1:9/back", refresh_url: "http://127.0.0.1:9/again" };

test("an account can't charge before its owner has been to Stripe, and can then", async () => {
  const made = await accounts.create(organization(1));
  expect(made).toMatchObject({ state: "onboarding", charges_enabled: false });
  expect(made.requirements).not.toEqual([]);
  const { authorize } = await prepare(seller, { account: made.account_id });
  await expect(authorize()).rejects.toThrow("account_invalid");
  const { onboarding_url } = await accounts.link(made.account_id, urls);
  expect((await fetch(onboarding_url, { redirect: "manual" })).headers.get("location")).toBe(urls.return_url);
  expect(await accounts.read(made.account_id)).toEqual({
    ...{ account_id: made.account_id, state: "enabled", charges_enabled: true, requirements: [] },
  });
  expect(await authorize()).toMatchObject({ state: "authorized", account: made.account_id });
});

test("an account that Stripe restricts later says what is missing", async () => {
  const { account_id: account } = await accounts.create(organization(2));
  await seller.double.order({ order: "enable_account", account, enabled: true });
  await seller.double.order({ order: "enable_account", account, enabled: false });
  const restricted = await accounts.read(account);
  expect(restricted).toMatchObject({ state: "restricted", charges_enabled: false });
  expect(restricted.requirements).toContain("external_account");
  expect(new Set(restricted.requirements).size).toBe(restricted.requirements.length);
});

test("many who make an organization's account make one, whose reply may be lost", async () => {
  const fault = { method: "POST", path: "/accounts$", times: 1, kind: "lose", when: "after" } as const;
  await seller.double.addFault(fault);
  const made = await Promise.all(Array.from({ length: 5 }, () => accounts.create(organization(3))));
  expect(new Set(made.map(({ account_id }) => account_id)).size).toBe(1);
  const { data } = await seller.stripe.accounts.list({ limit: 100 });
  const { organization_id } = organization(3);
  expect(data.filter(({ metadata }) => metadata?.organization_id === organization_id)).toHaveLength(1);
});

test("an account that Stripe doesn't know is an error, without its owner's address", async () => {
  await expect(accounts.read("acct_unknown")).rejects.toThrow("read acct_unknown: 404");
  const other = accounts.create({ ...organization(3), email: "another@house.example" });
  const failure = await other.catch(String);
  expect(failure).toContain("StripeIdempotencyError");
  expect(failure).not.toContain("house.example");
});
