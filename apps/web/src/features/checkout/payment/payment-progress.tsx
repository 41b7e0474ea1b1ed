"use client";

import { useApiSilence } from "~/trpc/use-api-silence";
import { Button } from "~/ui/button";
import { DateTime } from "~/ui/format/date-time";
import { LinkButton } from "~/ui/link-button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { BankChallenge } from "./bank-challenge";
import type { PayWith } from "./pay-with";
import { PaymentNote } from "./payment-note";
import type { PaymentState } from "./payment-state";

type Props = {
  state: PaymentState;
  payWith: PayWith;
  /** The event's. */
  zone: string;
  onRetry: () => void;
  onChallengeOver: () => void;
};

/** Between the press of the button and the ticket: always what is true of seats and money, and a way on. */
export function PaymentProgress({ state, payWith, zone, onRetry, onChallengeOver }: Props) {
  switch (state.at) {
    case "checking":
      return <Checking hasBegun={state.hasBegun} />;
    case "unsettled":
      return (
        <FailurePanel
          headline={
            state.hasBegun ? "Your bank has not answered yet." : "We don’t know yet whether your payment went through."
          }
          meaning="If the payment went through, the seats are yours and the booking appears under My bookings. You will be charged at most once."
          action="Check again, or come back to this page later."
        >
          <Button variant="primary" onClick={onRetry}>
            Check again
          </Button>
          <LinkButton href="/bookings">My bookings</LinkButton>
        </FailurePanel>
      );
    case "challenged":
      return <BankChallenge action={state.action} payWith={payWith} onOver={onChallengeOver} />;
    case "booked":
      if (state.payBy !== undefined) return <Reserved {...state} payBy={state.payBy} zone={zone} />;
      return (
        <PaymentNote title={state.isLate ? "Booked after all: the seats are yours" : "Booked: the seats are yours"}>
          {state.isLate ? <p>Your bank’s answer came late, and your seats were still free.</p> : null}
          <p>Your booking opens now.</p>
          <LinkButton href={`/bookings/${state.booking_id}`} variant="primary">
            Open the booking
          </LinkButton>
        </PaymentNote>
      );
    default:
      return null;
  }
}

/** Seats on invoice: no ticket yet. */
function Reserved({ booking_id, payBy, zone }: { booking_id: string; payBy: string; zone: string }) {
  return (
    <PaymentNote title="Reserved: the seats are kept for you">
      <p>
        Pay by <DateTime instant={payBy} zone={zone} />. The reservation opens now, and is also under My bookings.
      </p>
      <LinkButton href={`/bookings/${booking_id}`} variant="primary">
        Open the reservation
      </LinkButton>
    </PaymentNote>
  );
}

function Checking({ hasBegun }: { hasBegun: boolean }) {
  const isSilent = useApiSilence();
  if (isSilent || !hasBegun)
    return (
      <PaymentNote
        title={isSilent ? "Evently isn’t answering right now" : "Asking what became of your payment…"}
        isRunning
      >
        <p>We don’t know yet whether your payment went through. You will be charged at most once.</p>
        <p>We keep asking. You can also leave: if it went through, the booking appears under My bookings.</p>
      </PaymentNote>
    );
  return (
    <PaymentNote title="Waiting for your bank…" isRunning>
      <p>We have no answer from your bank yet. Your seats stay held, and you will be charged at most once.</p>
      <p>This can take a minute. You can also leave: the booking appears under My bookings.</p>
    </PaymentNote>
  );
}
