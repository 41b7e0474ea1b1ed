import { join } from "node:path";
import type { PaymentGateway } from "@evently/core/payment/gateway";
import { createTestGateway } from "@evently/core/payment/test-gateway";
import { createStripeGateway } from "@evently/stripe/create-stripe-gateway";
import { findKeyFault, type PaymentSettings } from "./payment-settings.ts";

type Settings = PaymentSettings & { DATA_DIR: string; GATEWAY_TIMEOUT: number };

/** The gateway that the settings name, and how to be done with it. Throws if the keys don't belong together. */
export function openGateway(settings: Settings): {
  gateway: PaymentGateway;
  open(): Promise<void>;
  close(): Promise<void>;
} {
  const fault = findKeyFault(settings);
  if (fault !== null) throw new Error(`These settings are wrong:\n  ${fault}`);
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_PUBLISHABLE_KEY: publishableKey, STRIPE_API_BASE: apiBase } = settings;
  if (secretKey && publishableKey) {
    const keys = { secretKey, publishableKey, apiBase };
    const gateway = createStripeGateway({
      ...keys,
      timeoutSeconds: settings.GATEWAY_TIMEOUT,
      applicationFeePercent: 0,
    });
    return { gateway, open: async () => undefined, close: async () => undefined };
  }
  const gateway = createTestGateway({ directory: join(settings.DATA_DIR, "gateway") });
  return { gateway, open: () => gateway.open(), close: () => gateway.close() };
}
