import { join } from "node:path";
import type { PaymentGateway } from "@evently/core/payment/gateway";
import type { SellerAccounts } from "@evently/core/payment/seller-accounts";
import { createTestGateway } from "@evently/core/payment/test-gateway";
import { createSellerAccounts } from "@evently/stripe/create-seller-accounts";
import { createStripeGateway } from "@evently/stripe/create-stripe-gateway";
import { findKeyFault, type PaymentSettings } from "./payment-settings.ts";

type Settings = PaymentSettings & { DATA_DIR: string; GATEWAY_TIMEOUT: number };

/** The gateway that the settings name, with the accounts of sellers there, and how to be done with it. Throws if the keys don't belong together. */
export function openGateway(settings: Settings): {
  gateway: PaymentGateway;
  sellerAccounts: SellerAccounts | null;
  open(): Promise<void>;
  close(): Promise<void>;
} {
  const fault = findKeyFault(settings);
  if (fault !== null) throw new Error(`These settings are wrong:\n  ${fault}`);
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_PUBLISHABLE_KEY: publishableKey, STRIPE_API_BASE: apiBase } = settings;
  if (secretKey && publishableKey) {
    const keys = { secretKey, publishableKey, apiBase };
    const timeoutSeconds = settings.GATEWAY_TIMEOUT;
    const gateway = createStripeGateway({
      ...{ ...keys, timeoutSeconds },
      applicationFeePercent: settings.APPLICATION_FEE_PERCENT,
    });
    const hasSellers = settings.STRIPE_ACCOUNTS === "sellers";
    const sellerAccounts = hasSellers ? createSellerAccounts({ secretKey, apiBase, timeoutSeconds }) : null;
    return { gateway, sellerAccounts, open: async () => undefined, close: async () => undefined };
  }
  const gateway = createTestGateway({ directory: join(settings.DATA_DIR, "gateway") });
  return { gateway, sellerAccounts: null, open: () => gateway.open(), close: () => gateway.close() };
}
