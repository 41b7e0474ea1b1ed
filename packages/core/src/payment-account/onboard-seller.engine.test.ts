import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OrganizationId } from "../ids.ts";
import { createOrganization } from "../membership/create-organization.ts";
import { getOrganization } from "../membership/get-organization.ts";
import { listOrganizationJournal } from "../membership/list-organization-journal.ts";
import { suspendOrganization } from "../operator/suspend-organization.ts";
import { readPaymentAccount } from "../payment/payment-accounts.ts";
import { deleteUser } from "../privacy/delete-user.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { joinOrganization } from "../testing/join-organization.ts";
import { openMemorySellers } from "../testing/memory-sellers.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newOrganizer } from "../testing/open-event.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { race, times } from "../testing/race.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { signIn } from "../testing/sign-in.ts";
import type { Actor } from "../user/user.ts";
import { getPaymentAccount } from "./get-payment-account.ts";
import { Onboard, onboardSeller } from "./onboard-seller.ts";
import { refreshAccountNamed, refreshPaymentAccount } from "./refresh-payment-account.ts";

const sellers = openMemorySellers();
const site = "https://tickets.example";
let core: TestCore;
let owner: Actor;
let organization_id: OrganizationId;
beforeAll(async () => {
  core = await openCore({ sellerAccounts: sellers });
});
afterAll(() => core.close());
beforeEach(async () => {
  owner = await newOrganizer(core);
  organization_id = ownOrganization(owner);
});

const onboard = (actor = owner, return_path = "/organizer") =>
  onboardSeller(core, actor, { organization_id, return_path }, site);
const read = () => getPaymentAccount(core, owner, { organization_id });
const isReady = async () => (await getOrganization(core, owner, { organization_id })).payments_ready;
const actionsIn = async () => {
  const { items } = await listOrganizationJournal(core, owner, { organization_id, limit: 50 });
  return items.filter(({ action }) => action.includes("payment_account"));
};

test("an organization is paid once its owner has been to the gateway", async () => {
  expect(await read()).toEqual({
    ...{ account_id: null, onboarding_url: null, state: "none", charges_enabled: false, requirements: [] },
  });
  const made = await onboard();
  expect(made).toMatchObject({ state: "onboarding", charges_enabled: false, requirements: ["external_account"] });
  expect(made.onboarding_url).toBe(`https://gateway.example/${made.account_id}?to=${site}/organizer`);
  expect(await isReady()).toBe(false);
  sellers.set(organization_id, "enabled");
  expect(await read()).toMatchObject({ state: "onboarding" });
  core.clock.advance(11);
  expect(await read()).toEqual({
    ...{ account_id: made.account_id, onboarding_url: null, state: "enabled" },
    ...{ charges_enabled: true, requirements: [] },
  });
  expect(await isReady()).toBe(true);
  const [changed, begun] = await actionsIn();
  expect(changed).toMatchObject({
    ...{ action: "organization.payment_account_changed", actor_id: null },
    changes: { state: { before: "onboarding", after: "enabled" }, charges_enabled: { before: false, after: true } },
  });
  expect(begun).toMatchObject({ action: "organization.payment_account_made", actor_id: owner.user_id });
});

test("the gateway is asked at most every ten seconds, and what it says anew is no news unless it differs", async () => {
  await onboard();
  const { read: before } = sellers.calls;
  await Promise.all([read(), read()]);
  expect(sellers.calls.read).toBe(before);
  core.clock.advance(11);
  await read();
  await read();
  expect(sellers.calls.read).toBe(before + 1);
  expect(await actionsIn()).toHaveLength(1);
});

test("owners who ask at once get one account, each with a link", async () => {
  const { actor: other } = await joinOrganization(core, owner, organization_id, "owner");
  const { made } = sellers.calls;
  const { won, refused, broken } = await race(times(12, (i) => onboard(i % 2 === 0 ? owner : other)));
  expect({ refused, broken }).toEqual({ refused: {}, broken: [] });
  expect(new Set(won.map(({ account_id }) => account_id)).size).toBe(1);
  expect(won.filter(({ onboarding_url }) => onboarding_url !== null)).toHaveLength(12);
  expect(sellers.calls.made).toBe(made + 1);
  expect(await actionsIn()).toHaveLength(1);
});

test("an account whose answer was lost is the one that the next attempt gets", async () => {
  const { made } = sellers.calls;
  sellers.loseNext();
  await expect(onboard()).rejects.toMatchObject({ code: "UNAVAILABLE" });
  expect(await read()).toMatchObject({ state: "none" });
  await onboard();
  expect(sellers.calls.made).toBe(made + 1);
  expect(await read()).toMatchObject({ state: "onboarding" });
});

test("what was asked of the gateway earlier does not overwrite what was asked later", async () => {
  const { account_id } = await onboard();
  const behind = { ...core, sellerAccounts: { ...sellers, read: sellers.read } };
  // Its answer is on the way while another process asks and writes.
  behind.sellerAccounts.read = async (id) => {
    const answer = await sellers.read(id);
    behind.sellerAccounts.read = sellers.read;
    sellers.set(organization_id, "enabled");
    await refreshPaymentAccount(core, organization_id);
    return answer;
  };
  await refreshPaymentAccount(behind, organization_id);
  expect(await readPaymentAccount(core, organization_id)).toMatchObject({ account_id, state: "enabled" });
});

test("the gateway's name of an account leads to its organization, and a strange one nowhere", async () => {
  const { account_id } = await onboard();
  sellers.set(organization_id, "restricted");
  await refreshAccountNamed(core, String(account_id));
  expect(await readPaymentAccount(core, organization_id)).toMatchObject({ state: "restricted" });
  await refreshAccountNamed(core, "acct_strange");
});

describe("an owner's address", () => {
  test("goes to the gateway once it is known to be theirs", async () => {
    const { actor: other } = await joinOrganization(core, owner, organization_id, "owner");
    await onboard(other);
    expect(sellers.emails.at(-1)).toMatch(/^member-\d+@example\.org$/);
  });

  test("does not before", async () => {
    await onboard();
    expect(sellers.emails.at(-1)).toBeNull();
  });
});

describe("nobody gets an account", () => {
  const calls = () => ({ ...sellers.calls });

  test("for an organization that the operator has not approved", async () => {
    const watched = { ...core, rules: { ...core.rules, ORGANIZERS: "approved" as const } };
    const actor = (await signIn(watched, "pending-owner@example.org")).user;
    const created = await createOrganization(watched, actor, { name: "A new house" });
    const pending = { ...actor, memberships: { [created.organization_id]: "owner" as const } };
    const before = calls();
    const asked = onboardSeller(watched, pending, { organization_id: created.organization_id }, site);
    await expect(asked).rejects.toMatchObject({ code: "ORGANIZATION_NOT_APPROVED" });
    expect(calls()).toEqual(before);
  });

  test("for one that is suspended", async () => {
    await suspendOrganization(core, { organization_id });
    const before = calls();
    await expect(onboard()).rejects.toMatchObject({ code: "SUSPENDED" });
    expect(calls()).toEqual(before);
  });

  test("by a manager, or a stranger", async () => {
    const { actor: manager } = await joinOrganization(core, owner, organization_id, "manager");
    const before = calls();
    await expect(onboard(manager)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(onboard(await newOrganizer(core))).rejects.toMatchObject({ code: "ORGANIZATION_NOT_FOUND" });
    await expect(getPaymentAccount(core, manager, { organization_id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(calls()).toEqual(before);
  });

  test("where all are paid to the house", async () => {
    const house = { ...core, sellerAccounts: null };
    const view = { account_id: null, onboarding_url: null, state: "house", charges_enabled: true, requirements: [] };
    expect(await onboardSeller(house, owner, { organization_id }, site)).toEqual(view);
    expect(await getPaymentAccount(house, owner, { organization_id })).toEqual(view);
    expect(await getOrganization(house, owner, { organization_id })).toMatchObject({ payments_ready: true });
  });
});

test.each([
  ["/organizer/organizations/organization-00001?from=payments", true],
  ["//elsewhere.example", false],
  ["/\\elsewhere.example", false],
  ["https://elsewhere.example", false],
  ["/organizer#here", false],
  [`/${"a".repeat(300)}`, false],
])("a gateway leads back to %s: %s", (return_path, isAllowed) => {
  expect(Onboard.safeParse({ organization_id: "organization-00001", return_path }).success).toBe(isAllowed);
});

test("an organization that ends leaves no account behind", async () => {
  const { account_id } = await onboard();
  await deleteUser(core, owner, owner);
  await letTimePass(core, 1_000);
  expect(await readItem(core.table, keys.paymentAccount(organization_id))).toBeNull();
  expect(await readItem(core.table, keys.accountOwner(String(account_id)))).toBeNull();
});
