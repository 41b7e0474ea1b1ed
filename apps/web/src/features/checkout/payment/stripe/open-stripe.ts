import type { PaymentClient } from "@evently/core/payment";
import type { Stripe } from "@stripe/stripe-js";
import { loadStripe } from "@stripe/stripe-js/pure";

/** What Stripe is opened with. */
export type PayByStripe = Extract<PaymentClient, { gateway: "stripe" }>;
type Account = Pick<PayByStripe, "publishable_key" | "account_id">;

/** Until when something of Stripe's has to be there before the page says that it is not. */
export const stripeTimeoutMs = 15_000;

const opened = new Map<string, Promise<Stripe>>();

/** Stripe for the account of a seller, loaded from its own server once a page. Throws if that can't be reached. */
export function openStripe({ publishable_key, account_id }: Account): Promise<Stripe> {
  const key = `${publishable_key} ${account_id ?? ""}`;
  const stripe = opened.get(key) ?? load(publishable_key, account_id);
  opened.set(key, stripe);
  return stripe;
}

async function load(publishable_key: string, account_id: string | null): Promise<Stripe> {
  const stripe = await loadStripe(publishable_key, account_id === null ? {} : { stripeAccount: account_id });
  if (stripe === null) throw new Error("Stripe is for browsers");
  return stripe;
}
