import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { OrganizationId } from "../ids.ts";
import { requireOrganization } from "../membership/get-organization.ts";
import type { PaymentAccount, PaymentAccountView } from "../payment/payment.ts";
import type { Actor } from "../user/user.ts";
import { readFreshAccount } from "./refresh-payment-account.ts";

/**
 * Where an organization is paid, for its owners; the gateway is asked where what is known is older than ten seconds. Throws
 * ORGANIZATION_NOT_FOUND, FORBIDDEN, UNAVAILABLE.
 */
export async function getPaymentAccount(
  core: Core,
  actor: Actor,
  { organization_id }: { organization_id: OrganizationId },
): Promise<PaymentAccountView> {
  await requireOrganization(core, actor, organization_id, "owner");
  if (core.sellerAccounts === null) return ofHouse;
  return viewPaymentAccount(await askGateway(() => readFreshAccount(core, organization_id)));
}

const unknown = { account_id: null, onboarding_url: null, requirements: [] };

/** Where everybody is paid to the house's own account. */
export const ofHouse: PaymentAccountView = { ...unknown, state: "house", charges_enabled: true };

export function viewPaymentAccount(
  account: PaymentAccount | null,
  onboarding_url: string | null = null,
): PaymentAccountView {
  if (account === null) return { ...unknown, state: "none", charges_enabled: false };
  const { account_id, state, charges_enabled, requirements } = account;
  return { account_id, onboarding_url, state, charges_enabled, requirements };
}

const unreachable = "The payment provider can't be reached. Try again in a moment.";

/** Runs what asks the gateway. Throws UNAVAILABLE for whatever it throws. */
export async function askGateway<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof EventlyError) throw error;
    throw new EventlyError("UNAVAILABLE", {}, unreachable, { cause: error });
  }
}
