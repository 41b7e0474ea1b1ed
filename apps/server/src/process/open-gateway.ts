import { join } from "node:path";
import type { PaymentGateway } from "@evently/core/payment/gateway";
import type { PaymentEvents } from "@evently/core/payment/payment-events";
import { createTestGateway } from "@evently/core/payment/test-gateway";
import { createEventReader } from "@evently/stripe/create-event-reader";
import { createStripeGateway } from "@evently/stripe/create-stripe-gateway";
import { verifyWebhook } from "@evently/stripe/verify-webhook";
import type { ReadWebhook } from "../http/serve-webhooks.ts";
import { findKeyFault, type PaymentSettings } from "./payment-settings.ts";

type Settings = PaymentSettings & { DATA_DIR: string; GATEWAY_TIMEOUT: number };

/** The gateway that the settings name, and how to be done with it. Throws if the keys don't belong together. */
export function openGateway(settings: Settings): {
  gateway: PaymentGateway;
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
    const gateway = createStripeGateway({ ...access, publishableKey, applicationFeePercent: 0 });
    const secrets = settings.STRIPE_WEBHOOK_SECRET ?? [];
    const readWebhook: ReadWebhook = (received) => verifyWebhook(received, secrets);
    const heard = { paymentEvents: createEventReader(access), readWebhook };
    return { gateway, ...heard, open: async () => undefined, close: async () => undefined };
  }
  const gateway = createTestGateway({ directory: join(settings.DATA_DIR, "gateway") });
  return { gateway, paymentEvents: null, readWebhook: null, open: () => gateway.open(), close: () => gateway.close() };
}
