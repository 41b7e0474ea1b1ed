import { Button } from "~/ui/button";
import { FailurePanel } from "~/ui/message/failure-panel";

/** For what should come from Stripe and does not. The page is loaded anew, since a failed script can't be taken back. */
export function StripeUnavailable() {
  return (
    <FailurePanel
      headline="We can’t reach Stripe, which handles card payments for us."
      meaning="Nothing was charged. Your seats stay held until the time runs out."
      action="Something may block js.stripe.com, such as a content blocker or your network. Let it through and try again."
    >
      <Button variant="primary" onClick={() => window.location.reload()}>
        Try again
      </Button>
    </FailurePanel>
  );
}
