import type { OrganizationId } from "@evently/core/ids";
import type { NewSellerAccount, SellerAccount, SellerAccounts } from "@evently/core/payment/seller-accounts";
import type Stripe from "stripe";
import { type OpenStripe, openStripe } from "../gateway/open-stripe.ts";
import { isStripeError, namingFailures } from "../gateway/stripe-failure.ts";

/**
 * The accounts that direct charges are made on: the seller is the merchant, pays Stripe's fees and has Stripe's dashboard,
 * and Stripe asks them for what it must know. Throws a StripeFailure.
 */
export function createSellerAccounts(open: OpenStripe): SellerAccounts {
  const stripe = openStripe(open);
  return {
    create: (seller) =>
      namingFailures(`make an account of ${seller.organization_id}`, async () =>
        toSellerAccount(await createOnce(stripe, seller)),
      ),
    read: (account_id) =>
      namingFailures(`read ${account_id}`, async () => toSellerAccount(await stripe.accounts.retrieve(account_id))),
    link: (account, onboarding) =>
      namingFailures(`link ${account}`, async () => {
        const link = await stripe.accountLinks.create({ account, ...onboarding, type: "account_onboarding" });
        return { onboarding_url: link.url };
      }),
  };
}

/**
 * Stripe forgets a key after a day, and refuses it with another address, as two owners have; so what may have been made is looked for
 * by its metadata, among all accounts.
 */
async function createOnce(
  stripe: Stripe,
  { organization_id, email, mayExist }: NewSellerAccount,
): Promise<Stripe.Account> {
  const made = mayExist ? await findMade(stripe, organization_id) : null;
  if (made) return made;
  const account = { type: "standard", ...(email === null ? {} : { email }), metadata: { organization_id } } as const;
  try {
    return await stripe.accounts.create(account, { idempotencyKey: `${organization_id}-account` });
  } catch (error) {
    if (!isStripeError(error) || error.type !== "StripeIdempotencyError") throw error;
    const other = await findMade(stripe, organization_id);
    if (other === null) throw error;
    return other;
  }
}

async function findMade(stripe: Stripe, organization_id: OrganizationId): Promise<Stripe.Account | null> {
  for await (const account of stripe.accounts.list({ limit: 100 }))
    if (account.metadata?.organization_id === organization_id) return account;
  return null;
}

function toSellerAccount(account: Stripe.Account): SellerAccount {
  const { id: account_id, charges_enabled, details_submitted, requirements } = account;
  const open = [...(requirements?.past_due ?? []), ...(requirements?.currently_due ?? [])];
  return {
    ...{ account_id, charges_enabled, requirements: [...new Set(open)] },
    state: charges_enabled ? "enabled" : details_submitted ? "restricted" : "onboarding",
  };
}
