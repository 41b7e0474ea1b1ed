"use client";

import { CircleCheck, LoaderCircle } from "lucide-react";
import { useApiSilence } from "~/trpc/use-api-silence";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { LinkButton } from "~/ui/link-button";
import { FailurePanel } from "~/ui/message/failure-panel";
import type { PaymentState } from "./payment-state";

type Props = { state: PaymentState; onRetry: () => void };

/** Between the press of the button and the ticket: always what is true of seats and money, and a way on. */
export function PaymentProgress({ state, onRetry }: Props) {
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
      return (
        <Note title="Your bank asks you to approve the payment" isRunning>
          <p>Its page opens now. Your seats stay held in the meantime.</p>
          <LinkButton href={state.url} variant="primary">
            Go to your bank’s page
          </LinkButton>
        </Note>
      );
    case "booked":
      return (
        <Note title={state.isLate ? "Booked after all: the seats are yours" : "Booked: the seats are yours"}>
          {state.isLate ? <p>Your bank’s answer came late, and your seats were still free.</p> : null}
          <p>Your booking opens now.</p>
          <LinkButton href={`/bookings/${state.booking_id}`} variant="primary">
            Open the ticket
          </LinkButton>
        </Note>
      );
    default:
      return null;
  }
}

function Checking({ hasBegun }: { hasBegun: boolean }) {
  const isSilent = useApiSilence();
  if (isSilent || !hasBegun)
    return (
      <Note title={isSilent ? "Evently isn’t answering right now" : "Asking what became of your payment…"} isRunning>
        <p>We don’t know yet whether your payment went through. You will be charged at most once.</p>
        <p>We keep asking. You can also leave: if it went through, the booking appears under My bookings.</p>
      </Note>
    );
  return (
    <Note title="Waiting for your bank…" isRunning>
      <p>We have no answer from your bank yet. Your seats stay held, and you will be charged at most once.</p>
      <p>This can take a minute. You can also leave: the booking appears under My bookings.</p>
    </Note>
  );
}

function Note({
  title,
  isRunning = false,
  children,
}: {
  title: string;
  isRunning?: boolean;
  children: React.ReactNode;
}) {
  return (
    <div role="status" className="flex gap-4 rounded-card bg-sunken p-5">
      {isRunning ? (
        <Icon icon={LoaderCircle} size={22} className="mt-0.5 shrink-0 animate-spin" />
      ) : (
        <Icon icon={CircleCheck} size={22} className="mt-0.5 shrink-0 text-good" />
      )}
      <div className="flex flex-col items-start gap-2">
        <p className="font-semibold text-18">{title}</p>
        {children}
      </div>
    </div>
  );
}
