import type { OrganizationId } from "@evently/core/ids";
import type { SellerAccounts } from "@evently/core/payment/seller-accounts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSeller, type Seller } from "../testing/open-seller.ts";
import { prepare } from "../testing/pay.ts";
import { createSellerAccounts } from "./create-seller-accounts.ts";

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
  mayExist: false,
});
const madeFor = async ({ organization_id }: { organization_id: OrganizationId }) => {
  const { data } = await seller.stripe.accounts.list({ limit: 100 });
  return data.filter(({ metadata }) => metadata?.organization_id === organization_id).map(({ id }) => id);
};
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
  expect(await madeFor(organization(3))).toEqual([made[0]?.account_id]);
  expect(new Set(made.map(({ account_id }) => account_id)).size).toBe(1);
});

test("another owner, with an address of their own, gets the account that the first one made", async () => {
  const made = await accounts.create(organization(4));
  const other = { ...organization(4), email: "another@house.example" };
  expect(await accounts.create(other)).toEqual(made);
  expect(await accounts.create({ ...other, email: null })).toEqual(made);
});

test("an account whose reply was lost is found once Stripe has forgotten the key", async () => {
  const { account_id } = await accounts.create(organization(5));
  await seller.double.order({ order: "forget_keys" });
  expect(await accounts.create({ ...organization(5), mayExist: true })).toMatchObject({ account_id });
  expect(await madeFor(organization(5))).toEqual([account_id]);
  // Asked for before, and never made.
  expect(await accounts.create({ ...organization(6), mayExist: true })).toMatchObject({ state: "onboarding" });
});

test("an account that Stripe doesn't know is an error, and one that can't be made has nobody's address in it", async () => {
  await expect(accounts.read("acct_unknown")).rejects.toThrow("read acct_unknown: 404");
  await seller.double.addFault({
    ...{ method: "POST", path: "/accounts$", times: 1, kind: "fail", status: 400 },
    ...{ type: "invalid_request_error", code: "email_invalid", isKept: false },
  });
  const failure = await accounts.create(organization(7)).catch(String);
  expect(failure).toContain("make an account of organization-00007: 400");
  expect(failure).not.toContain("house.example");
});
