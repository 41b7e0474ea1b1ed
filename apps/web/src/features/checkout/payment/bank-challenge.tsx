import { lazy, Suspense } from "react";
import { LinkButton } from "~/ui/link-button";
import type { PayWith } from "./pay-with";
import { PaymentNote } from "./payment-note";
import type { NextAction } from "./payment-state";
import { StripeUnavailable } from "./stripe/stripe-unavailable";

// Only who pays by Stripe loads it.
const StripeChallenge = lazy(() => import("./stripe/stripe-challenge").catch(() => ({ default: StripeUnavailable })));

type Props = { action: NextAction; payWith: PayWith; onOver: () => void };

/** What the bank asks its customer: on a page of its own, or in a window that Stripe opens on this one. */
export function BankChallenge({ action, payWith, onOver }: Props) {
  if (action.type === "challenge")
    return (
      <PaymentNote title="Your bank asks you to approve the payment" isRunning>
        <p>Its page opens now. Your seats stay held in the meantime.</p>
        <LinkButton href={action.url} variant="primary">
          Go to your bank’s page
        </LinkButton>
      </PaymentNote>
    );
  if (payWith?.gateway !== "stripe") return <StripeUnavailable />;
  return (
    <Suspense
      fallback={
        <PaymentNote title="Your bank asks you to approve the payment" isRunning>
          {null}
        </PaymentNote>
      }
    >
      <StripeChallenge key={action.client_secret} {...{ action, payWith, onOver }} />
    </Suspense>
  );
}
