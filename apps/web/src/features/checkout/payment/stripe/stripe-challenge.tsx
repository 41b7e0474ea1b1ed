import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "~/ui/button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { PaymentNote } from "../payment-note";
import type { PayByStripe } from "./open-stripe";
import { runChallenge, type StripeAction, wasAsked } from "./run-challenge";
import { StripeUnavailable } from "./stripe-unavailable";

type Props = { action: StripeAction; payWith: PayByStripe; onOver: () => void };

/** The bank's question in a window of Stripe's on this page, which opens by itself once. */
export default function StripeChallenge({ action, payWith, onOver }: Props) {
  const [state, setState] = useState(() => (wasAsked(action) ? "closed" : "open"));
  const isOpen = state === "open";
  const end = useEffectEvent(onOver);
  const open = useEffectEvent(() => runChallenge(payWith, action));
  useEffect(() => {
    if (!isOpen) return;
    let isGone = false;
    open().then(
      () => isGone || end(),
      () => isGone || setState("failed"),
    );
    return () => {
      isGone = true;
    };
  }, [isOpen]);
  if (state === "failed") return <StripeUnavailable />;
  if (isOpen)
    return (
      <PaymentNote title="Your bank asks you to approve the payment" isRunning>
        <p>
          Its question opens on this page. Nothing is charged unless you approve, and your seats stay held meanwhile.
        </p>
      </PaymentNote>
    );
  return (
    <FailurePanel
      headline="Your bank’s question was closed without an answer."
      meaning="Nothing is charged unless you approve the payment. Your seats stay held meanwhile."
      action="Open it again to approve or to refuse."
    >
      <Button variant="primary" onClick={() => setState("open")}>
        Open the question
      </Button>
    </FailurePanel>
  );
}
