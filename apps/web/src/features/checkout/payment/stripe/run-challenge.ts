import type { NextAction } from "../payment-state";
import { openStripe, type PayByStripe, stripeTimeoutMs } from "./open-stripe";
import { within } from "./within";

export type StripeAction = Extract<NextAction, { type: "stripe" }>;

const running = new Map<string, Promise<void>>();
const asked = new Set<string>();

/** Whether the window of this question was open on this page, and is not any more. */
export const wasAsked = ({ client_secret }: StripeAction): boolean =>
  asked.has(client_secret) && !running.has(client_secret);

/**
 * Has Stripe open the bank's window on this page, and resolves once that is closed, however the customer answered: what
 * came of it only the API says. One window a question. Throws if Stripe can't be reached in time.
 */
export function runChallenge({ publishable_key }: PayByStripe, action: StripeAction): Promise<void> {
  const { client_secret: clientSecret, account_id } = action;
  const open = async () => {
    const stripe = await within(openStripe({ publishable_key, account_id }), stripeTimeoutMs);
    if (stripe === null) throw new Error("Stripe isn't answering");
    asked.add(clientSecret);
    // It throws for a question that was answered elsewhere meanwhile.
    await stripe.handleNextAction({ clientSecret }).catch(() => undefined);
  };
  const challenge = running.get(clientSecret) ?? open().finally(() => running.delete(clientSecret));
  running.set(clientSecret, challenge);
  return challenge;
}
