import type { OrganizationId } from "@evently/core/ids";
import type Stripe from "stripe";
import { type OpenStripe, openStripe } from "../gateway/open-stripe.ts";
import { namingFailures } from "../gateway/stripe-failure.ts";

/**
 * What a seller's account at Stripe may do. `onboarding` until its owner has filled in Stripe's pages, `restricted` where
 * Stripe wants more, named in `requirements` as Stripe does.
 */
type SellerAccount = {
  account_id: string;
  state: "onboarding" | "enabled" | "restricted";
  charges_enabled: boolean;
  requirements: string[];
};

type NewSellerAccount = { organization_id: OrganizationId; email: string };
/** Where Stripe sends its visitor when they are done, and where to make another link when this one is used up. */
type Onboarding = { return_url: string; refresh_url: string };

/** Throws a StripeFailure. */
export type SellerAccounts = {
  /** An account of the organization's own; made once, while Stripe keeps the key. */
  create(seller: NewSellerAccount): Promise<SellerAccount>;
  read(account_id: string): Promise<SellerAccount>;
  /** A link to Stripe's own pages, for a few minutes and once. */
  link(account_id: string, onboarding: Onboarding): Promise<{ onboarding_url: string }>;
};

/**
 * The accounts that direct charges are made on: the seller is the merchant, pays Stripe's fees and has Stripe's dashboard,
 * and Stripe asks them for what it must know.
 */
export function createSellerAccounts(open: OpenStripe): SellerAccounts {
  const stripe = openStripe(open);
  return {
    create: ({ organization_id, email }) =>
      namingFailures(`make an account of ${organization_id}`, async () => {
        const options = { idempotencyKey: `${organization_id}-account` };
        const account = { type: "standard", email, metadata: { organization_id } } as const;
        return toSellerAccount(await stripe.accounts.create(account, options));
      }),
    read: (account_id) =>
      namingFailures(`read ${account_id}`, async () => toSellerAccount(await stripe.accounts.retrieve(account_id))),
    link: (account, onboarding) =>
      namingFailures(`link ${account}`, async () => {
        const link = await stripe.accountLinks.create({ account, ...onboarding, type: "account_onboarding" });
        return { onboarding_url: link.url };
      }),
  };
}

function toSellerAccount(account: Stripe.Account): SellerAccount {
  const { id: account_id, charges_enabled, details_submitted, requirements } = account;
  const open = [...(requirements?.past_due ?? []), ...(requirements?.currently_due ?? [])];
  return {
    ...{ account_id, charges_enabled, requirements: [...new Set(open)] },
    state: charges_enabled ? "enabled" : details_submitted ? "restricted" : "onboarding",
  };
}
