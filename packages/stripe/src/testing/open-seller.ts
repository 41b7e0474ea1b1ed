import type { PaymentGateway } from "@evently/core/payment/gateway";
import Stripe from "stripe";
import { createStripeGateway } from "../gateway/create-stripe-gateway.ts";
import { type Double, openDouble } from "./open-double.ts";

export type Seller = {
  double: Double;
  /** Stripe's own client, for what a seller or a test does there. */
  stripe: Stripe;
  gateway: PaymentGateway;
  /** Enabled to charge. */
  account: string;
};

/** A double of Stripe with a seller's account, and a gateway that leads there. */
export async function openSeller(applicationFeePercent = 0): Promise<Seller> {
  const double = await openDouble();
  const { protocol, hostname, port } = new URL(double.origin);
  const stripe = new Stripe(double.secretKey, {
    protocol: protocol === "http:" ? "http" : "https",
    host: hostname,
    port,
  });
  const { id: account } = await stripe.accounts.create({ country: "US" });
  await double.order({ order: "enable_account", account, enabled: true });
  const { origin: apiBase, secretKey, publishableKey } = double;
  const gateway = createStripeGateway({
    secretKey,
    publishableKey,
    apiBase,
    timeoutSeconds: 20,
    applicationFeePercent,
  });
  return { double, stripe, gateway, account };
}
