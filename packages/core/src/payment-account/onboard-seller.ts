import * as z from "zod/mini";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { OrganizationId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { requireOrganization } from "../membership/get-organization.ts";
import { roleIn } from "../organization/may.ts";
import { awaitGateway } from "../payment/await-gateway.ts";
import { followAccount } from "../payment/followed-account.table.ts";
import type { PaymentAccount, PaymentAccountView } from "../payment/payment.ts";
import { beginAccount, putAccount } from "../payment/payment-account.table.ts";
import { readPaymentAccount } from "../payment/payment-accounts.ts";
import type { SellerAccounts } from "../payment/seller-accounts.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { sellersOf, transactFor } from "../user/transact-for.ts";
import { toUser } from "../user/user.table.ts";
import type { Actor } from "../user/user.ts";
import { askGateway, ofHouse, viewPaymentAccount } from "./get-payment-account.ts";
import { readFreshAccount } from "./refresh-payment-account.ts";

/** A path of the site, of up to 300 characters: none that leads to another one. */
const ReturnPath = z
  .string()
  .check(z.regex(/^\/([\w\-.?=&%][\w\-./?=&%]{0,298})?$/, "a path of the site, such as /organizer"));

export const Onboard = z.strictObject({ organization_id: OrganizationId, return_path: z.optional(ReturnPath) });
export type Onboard = z.infer<typeof Onboard>;

/**
 * Makes an organization's account at the gateway unless it has one, and a link to the gateway's own pages, which lead back to
 * `return_path` of the site, by default the organization's page. Throws ORGANIZATION_NOT_FOUND, FORBIDDEN,
 * ORGANIZATION_NOT_APPROVED, SUSPENDED, and UNAVAILABLE where the gateway can't be asked, or nobody knows where the site is.
 */
export async function onboardSeller(
  core: Core,
  actor: Actor,
  { organization_id, return_path = `/organizer/organizations/${organization_id}` }: Onboard,
  siteOrigin: string | null,
): Promise<PaymentAccountView> {
  await requireOrganization(core, actor, organization_id, "owner");
  const { sellerAccounts } = core;
  if (sellerAccounts === null) return ofHouse;
  if (siteOrigin === null) throw new EventlyError("UNAVAILABLE", {}, "This site does not know its own address.");
  return askGateway(async () => {
    const account =
      (await readFreshAccount(core, organization_id)) ??
      (await makeAccount(core, sellerAccounts, actor, organization_id));
    const back = siteOrigin + return_path;
    const link = sellerAccounts.link(account.account_id, { return_url: back, refresh_url: back });
    const { onboarding_url } = await awaitGateway(core, link);
    return viewPaymentAccount(account, onboarding_url);
  });
}

/**
 * The table says first that an account is asked for: whoever asks again, as after a lost answer, has the gateway look for it. However
 * many ask at once, the gateway makes one, and the first who stores it decides.
 */
async function makeAccount(
  core: Core,
  sellerAccounts: SellerAccounts,
  actor: Actor,
  organization_id: OrganizationId,
): Promise<PaymentAccount> {
  const sellers = sellersOf(actor, { organization_id });
  const decided = { lease: null, isPublication: true };
  const begun = await transactFor(core.table, sellers, [beginAccount(organization_id, core.clock())], decided);
  // Of a write that fails by its own condition nothing else is said.
  if (!begun.done) await transactFor(core.table, sellers, [], decided);
  const seller = { organization_id, email: await findAddress(core, actor, organization_id), mayExist: !begun.done };
  const account = await awaitGateway(core, sellerAccounts.create(seller));
  const now = core.clock();
  const entry = { subject: organization_id, at: now, actor, action: "organization.payment_account_made" } as const;
  const changes = { account_id: { before: null, after: account.account_id } };
  const made = [...putAccount(organization_id, account, now), followAccount(account.account_id, now)];
  const actions = [...made, putJournal({ ...entry, changes })];
  await transactFor(core.table, sellers, actions);
  core.paymentAccounts.forget(organization_id);
  const stored = await readPaymentAccount(core, organization_id);
  if (stored === null) throw new Error(`${organization_id} has no account, and ${account.account_id} was made for it`);
  return stored;
}

/** The owner's own, once it is known to be theirs. */
async function findAddress(core: Core, actor: Actor, organization_id: OrganizationId): Promise<string | null> {
  if (roleIn(actor, organization_id) !== "owner") return null;
  const item = await readItem(core.table, keys.user(actor.user_id));
  const user = item && toUser(item);
  return user?.verified_at ? user.email : null;
}
