import type { Core } from "../core.ts";
import { takesCards } from "../organization/payments-ready.ts";
import { notReady } from "../payment/payments-not-ready.ts";
import { refreshAccountNamed } from "../payment-account/refresh-payment-account.ts";
import type { Holding } from "./hold.ts";

const text = "This seller can't be paid by card at the moment. Your seats are kept, and nothing was charged.";

/**
 * The account at the gateway that a new payment for the hold goes to, null for the house's own. Event, seller and account may be two
 * seconds old: an account that may not charge any more the gateway refuses itself. Throws PAYMENTS_NOT_READY.
 */
export async function findAccount(core: Core, { event_id }: Pick<Holding, "event_id">): Promise<string | null> {
  if (core.sellerAccounts === null) return null;
  const organization_id = (await core.events.find(event_id))?.organization_id ?? null;
  const account = organization_id === null ? null : await core.paymentAccounts.find(organization_id);
  if (account?.charges_enabled) return account.account_id;
  throw notReady(organization_id, account, text);
}

/** A call for this account failed: the gateway may have disabled it since it was asked, and then the next buyer is told so at once. */
export function doubtAccount(core: Core, account: string | null): void {
  if (account !== null) core.background.run(refreshAccountNamed(core, account));
}

/** Whether the seller takes cards, as of at most two seconds ago. */
export async function isPaidByCard(core: Core, { event_id }: Pick<Holding, "event_id">): Promise<boolean> {
  const event = await core.events.find(event_id);
  return takesCards(event?.organization_id ? await core.organizations.find(event.organization_id) : null);
}
