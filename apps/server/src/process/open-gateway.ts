import { join } from "node:path";
import type { PaymentGateway } from "@evently/core/payment/gateway";
import type { PaymentEvents } from "@evently/core/payment/payment-events";
import type { SellerAccounts } from "@evently/core/payment/seller-accounts";
import { createTestGateway } from "@evently/core/payment/test-gateway";
import { createEventReader } from "@evently/stripe/create-event-reader";
import { createSellerAccounts } from "@evently/stripe/create-seller-accounts";
import { createStripeGateway } from "@evently/stripe/create-stripe-gateway";
import { verifyWebhook } from "@evently/stripe/verify-webhook";
import type { ReadWebhook } from "../http/serve-webhooks.ts";
import { findKeyFault, type PaymentSettings, paysSellers } from "./payment-settings.ts";

type Settings = PaymentSettings & { DATA_DIR: string; GATEWAY_TIMEOUT: number };

/** The gateway that the settings name, with the accounts of sellers there, and how to be done with it. Throws if the keys don't belong together. */
export function openGateway(settings: Settings): {
  gateway: PaymentGateway;
  sellerAccounts: SellerAccounts | null;
  paymentEvents: PaymentEvents | null;
  readWebhook: ReadWebhook | null;
  open(): Promise<void>;
  close(): Promise<void>;
} {
  const fault = findKeyFault(settings);
  if (fault !== null) throw new Error(`These settings are wrong:\n  ${fault}`);
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_PUBLISHABLE_KEY: publishableKey, STRIPE_API_BASE: apiBase } = settings;
  if (secretKey && publishableKey) {
    const access = { secretKey, apiBase, timeoutSeconds: settings.GATEWAY_TIMEOUT };
    const applicationFeePercent = settings.APPLICATION_FEE_PERCENT;
    const gateway = createStripeGateway({ ...access, publishableKey, applicationFeePercent });
    const sellerAccounts = paysSellers(settings) ? createSellerAccounts(access) : null;
    const secrets = settings.STRIPE_WEBHOOK_SECRET ?? [];
    const readWebhook: ReadWebhook = (received) => verifyWebhook(received, secrets);
    const heard = { paymentEvents: createEventReader(access), readWebhook };
    return { gateway, sellerAccounts, ...heard, open: async () => undefined, close: async () => undefined };
  }
  const gateway = createTestGateway({ directory: join(settings.DATA_DIR, "gateway") });
  const none = { sellerAccounts: null, paymentEvents: null, readWebhook: null };
  return { gateway, ...none, open: () => gateway.open(), close: () => gateway.close() };
}
