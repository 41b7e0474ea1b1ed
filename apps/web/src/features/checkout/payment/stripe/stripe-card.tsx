import { Elements, PaymentElement, useElements, useStripe } from "@stripe/react-stripe-js";
import type { Stripe, StripeElementsOptions, StripePaymentElementOptions } from "@stripe/stripe-js";
import { useEffect, useState } from "react";
import type { Card } from "../make-token";
import { TestPaymentNote } from "../test-payment-note";
import { LoadingCard } from "./loading-card";
import { makeCardToken } from "./make-card-token";
import { openStripe, type PayByStripe, stripeTimeoutMs } from "./open-stripe";
import { StripeBoundary } from "./stripe-boundary";
import { StripeUnavailable } from "./stripe-unavailable";
import { useAppearance } from "./use-appearance";

type Props = { payWith: PayByStripe; onCard: (card: Card | null) => void };

/** Cards, and the wallets of a phone or a browser that carry one. Link would have to be let into the page's policy. */
const fields: StripePaymentElementOptions = { layout: "tabs", wallets: { link: "never" } };

/** The form for a card, which Stripe draws in a frame of its own: what is typed there never comes to us. */
export default function StripeCard({ payWith, onCard }: Props) {
  const { stripe, state, setState } = useOpenedStripe(payWith);
  const appearance = useAppearance();
  useEffect(() => () => onCard(null), [onCard]);
  const fail = () => setState("failed");
  const options: StripeElementsOptions = {
    mode: "payment",
    amount: payWith.amount,
    currency: payWith.currency.toLowerCase(),
    captureMethod: "manual",
    allowedPaymentMethodTypes: ["card"],
    appearance,
  };
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="sr-only">Card</legend>
      {payWith.publishable_key.startsWith("pk_test_") ? (
        <TestPaymentNote>Use one of Stripe’s test cards, such as 4242 4242 4242 4242.</TestPaymentNote>
      ) : null}
      {state === "late" || state === "failed" ? <StripeUnavailable /> : null}
      {state === "loading" ? <LoadingCard /> : null}
      {stripe && state !== "failed" ? (
        <StripeBoundary onFailed={fail}>
          <Elements stripe={stripe} options={options}>
            <CardFields
              onCard={(card) => {
                setState("ready");
                onCard(card);
              }}
              onFailed={fail}
            />
          </Elements>
        </StripeBoundary>
      ) : null}
      <p className="text-14 text-soft">Your card goes straight to Stripe. We never see its number.</p>
    </fieldset>
  );
}

function CardFields({ onCard, onFailed }: { onCard: (card: Card) => void; onFailed: () => void }) {
  const stripe = useStripe();
  const elements = useElements();
  const ready = () => {
    if (stripe && elements) onCard({ makeToken: () => makeCardToken(stripe, elements) });
  };
  return <PaymentElement options={fields} onReady={ready} onLoadError={onFailed} />;
}

type State = "loading" | "late" | "ready" | "failed";

/** `late` is what is not there in time and may still come. */
function useOpenedStripe({ publishable_key, account_id }: PayByStripe) {
  const [stripe, setStripe] = useState<Stripe | null>(null);
  const [state, setState] = useState<State>("loading");
  useEffect(() => {
    let isGone = false;
    openStripe({ publishable_key, account_id }).then(
      (opened) => isGone || setStripe(opened),
      () => isGone || setState("failed"),
    );
    const timer = setTimeout(() => setState((now) => (now === "loading" ? "late" : now)), stripeTimeoutMs);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [publishable_key, account_id]);
  return { stripe, state, setState };
}
